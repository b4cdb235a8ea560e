using System.Collections.Immutable;
using System.Globalization;

namespace Archive.Benchmarks;

/// <summary>What to measure.</summary>
/// <param name="Docs">Sizes of the archive.</param>
/// <param name="Runs">How often each.</param>
public sealed record Arguments(string Command, ImmutableArray<int> Docs, int Runs)
{
    /// <returns>Null where the words are not understood.</returns>
    public static Arguments? Read(IReadOnlyList<string> words)
    {
        if (words.Count % 2 != 1) return null;
        var asked = new Arguments(words[0], [1000], 5);
        for (var i = 1; i < words.Count; i += 2)
        {
            ImmutableArray<int> numbers = [.. words[i + 1].Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
            if (numbers.Contains(0)) return null;
            switch (words[i])
            {
                case "--docs": asked = asked with { Docs = numbers }; break;
                case "--runs": asked = asked with { Runs = numbers[0] }; break;
                default: return null;
            }
        }
        return asked;
    }
}
