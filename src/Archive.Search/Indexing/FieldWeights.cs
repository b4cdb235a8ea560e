using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>BM25F (Robertson, Zaragoza, Taylor 2004: one weighted frequency, one weighted length): all its constants.</summary>
internal static class FieldWeights
{
    /// <summary>How much a word of a field counts, by <see cref="SearchField"/>. A field's length counts as much.</summary>
    public static ImmutableArray<int> Of { get; } = [2, 2, 1, 1, 1, 1, 2];

    /// <summary>k1: how soon more of a word adds nothing.</summary>
    public const double Saturation = 1.2;

    /// <summary>b: 0 ignores the length of a document, 1 divides by it.</summary>
    public const double LengthShare = 0.75;

    /// <summary>
    /// The average length is rounded to eighths of a power of two, so that an edit of one document among many does not change the impacts of all.
    /// </summary>
    public static double RoundedAverage(double average)
    {
        if (average <= 1) return 1;
        var power = 1.0;
        while (power * 2 <= average) power *= 2;
        var step = Steps.Count(s => s * power <= average) - 1;
        return Steps[step] * power;
    }

    /// <summary>The part of a score that does not depend on the archive's idf: 1 to 254.</summary>
    public static byte Impact(int weightedFrequency, int weightedLength, double average)
    {
        var frequency = weightedFrequency / (1 - LengthShare + LengthShare * weightedLength / average);
        return (byte)Math.Clamp((int)(255 * frequency / (Saturation + frequency) + 0.5), 1, 254);
    }

    /// <summary>2^(n/8), written out so that every machine has the same.</summary>
    private static ImmutableArray<double> Steps { get; } = [1, 1.0905, 1.1892, 1.2968, 1.4142, 1.5422, 1.6818, 1.8340];
}
