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

    /// <summary>More of a word in one document is counted as so many.</summary>
    public const int MostFrequent = ushort.MaxValue;

    /// <summary>
    /// Lengths and their average are rounded down to eighths of a power of two, so that an edit of some words changes neither the length of
    /// its document nor the average, and a length takes few bits.
    /// </summary>
    /// <returns>8 times the power, and the eighths.</returns>
    public static int LengthClass(double length)
    {
        var power = 0;
        while (1L << (power + 1) <= length) power++;
        var step = Steps.Length - 1;
        while (step > 0 && Steps[step] * (1L << power) > length) step--;
        return Steps.Length * power + step;
    }

    public static double LengthOf(int lengthClass) => Steps[lengthClass % Steps.Length] * (1L << (lengthClass / Steps.Length));

    /// <summary>What the frequencies of a document are divided by.</summary>
    public static double Norm(int lengthClass, int averageClass) => 1 - LengthShare + LengthShare * LengthOf(lengthClass) / LengthOf(averageClass);

    /// <summary>The part of a score that does not depend on the archive's idf: 1 to 254.</summary>
    public static byte Impact(int weightedFrequency, double norm)
    {
        var frequency = weightedFrequency / norm;
        return (byte)Math.Clamp((int)(255 * frequency / (Saturation + frequency) + 0.5), 1, 254);
    }

    /// <summary>2^(n/8), to four decimals so that every machine has the same.</summary>
    private static ImmutableArray<double> Steps { get; } =
        [1, 1.0905, 1.1892, 1.2968, 1.4142, 1.5422, 1.6818, 1.8340];
}
