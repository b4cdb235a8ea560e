namespace Archive.Benchmarks;

/// <summary>A stream of random numbers that is the same on every machine and version: SplitMix64 (Steele, Lea, Flood 2014).</summary>
/// <remarks>Has state because the next number follows from the last.</remarks>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <param name="below">Excluded.</param>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <param name="from">Included.</param>
    /// <param name="to">Included.</param>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>At least 0, below 1.</summary>
    public double Share() => (double)(Next() >> 11) / (1UL << 53);

    public bool Happens(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Favours the first choices, as words of a language are: the half in front is drawn three times of four.</summary>
    public T Lean<T>(IReadOnlyList<T> choices)
    {
        var draw = Share();
        return choices[(int)(draw * draw * choices.Count)];
    }

    /// <param name="alphabet">Characters to draw from.</param>
    public string Text(int length, string alphabet) => string.Create(length, (Dice: this, alphabet), static (span, source) =>
    {
        foreach (ref var character in span) character = source.alphabet[source.Dice.Below(source.alphabet.Length)];
    });

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
