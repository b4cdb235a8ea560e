using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>BM25F (Robertson, Zaragoza, Taylor 2004: one weighted frequency, one weighted length): all its constants.</summary>
internal static class FieldWeights
{
    /// <summary>How much a word of a field counts, by <see cref="SearchField"/>. A field's length counts as much.</summary>
    public static ImmutableArray<int> Of { get; } = [2, 2, 2, 1, 1, 1, 2];

    /// <summary>k1: how soon more of a word adds nothing.</summary>
    public const double Saturation = 1.25;

    /// <summary>b: 0 ignores the length of a document, 1 divides by it.</summary>
    public const double LengthShare = 0.75;

    /// <summary>
    /// Lengths and their average are rounded down to sixteenths of a power of two, so that an edit of some words changes neither the impacts of
    /// the other words of its document nor those of all documents.
    /// </summary>
    public static double Rounded(double length)
    {
        if (length <= 1) return 1;
        var power = 1.0;
        while (power * 2 <= length) power *= 2;
        var step = Steps.Length - 1;
        while (Steps[step] * power > length) step--;
        return Steps[step] * power;
    }

    /// <summary>The part of a score that does not depend on the archive's idf: 1 to 254.</summary>
    /// <param name="weightedLength">Rounded, as the average.</param>
    public static byte Impact(int weightedFrequency, double weightedLength, double average)
    {
        var frequency = weightedFrequency / (1 - LengthShare + LengthShare * weightedLength / average);
        return (byte)Math.Clamp((int)(255 * frequency / (Saturation + frequency) + 0.5), 1, 254);
    }

    /// <summary>2^(n/16), written out so that every machine has the same.</summary>
    private static ImmutableArray<double> Steps { get; } =
        [1, 1.0443, 1.0905, 1.1388, 1.1892, 1.2419, 1.2968, 1.3543, 1.4142, 1.4768, 1.5422, 1.6105, 1.6818, 1.7563, 1.8340, 1.9152];
}
