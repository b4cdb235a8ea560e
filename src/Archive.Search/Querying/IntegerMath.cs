namespace Archive.Search.Querying;

/// <summary>The arithmetic of scores: whole numbers below 2^53 only, so that JavaScript computes the same.</summary>
internal static class IntegerMath
{
    /// <summary>1024 times the binary logarithm, rounded down.</summary>
    /// <param name="number">1 to 2^31.</param>
    public static int Log2(long number)
    {
        const long One = 1 << 20;
        var whole = 0;
        while (number >> whole > 1) whole++;
        var mantissa = number * One / (1L << whole);
        var bits = whole;
        for (var i = 0; i < 10; i++)
        {
            mantissa = mantissa * mantissa / One;
            bits *= 2;
            if (mantissa < 2 * One) continue;
            mantissa /= 2;
            bits++;
        }
        return bits;
    }

    /// <summary>How much a term says: 1024 times log2((n + 1) / (df + ½)), the idf of BM25 in bits.</summary>
    public static int Idf(int documents, int having) => Log2(2L * documents + 2) - Log2(2L * having + 1);

    /// <summary>
    /// The impact of two terms counted as one: both are f / (k1 + f) in 255ths, and the frequencies are added. Below 255.
    /// </summary>
    public static int Together(int a, int b) => 255 * (255 * (a + b) - 2 * a * b) / (255 * 255 - a * b);
}
