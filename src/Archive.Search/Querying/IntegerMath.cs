namespace Archive.Search.Querying;

/// <summary>The arithmetic of scores: whole numbers below 2^53 only, so that JavaScript computes the same.</summary>
internal static class IntegerMath
{
    /// <summary>1024 times the binary logarithm, rounded down.</summary>
    /// <remarks>
    /// A machine's logarithm is wrong in its last digits at most, and that of a number here is a power of two or further than 10^-10 from the next
    /// whole number: so all machines agree.
    /// </remarks>
    /// <param name="number">1 to 2^31.</param>
    public static int Log2(long number) => (int)Math.Floor(1024 * Math.Log2(number) + 1e-10);

    /// <summary>How much a term says: 1024 times log2((n + 1) / (df + ½)), the idf of BM25 in bits.</summary>
    public static int Idf(int documents, int having) => Log2(2L * documents + 2) - Log2(2L * having + 1);

    /// <summary>
    /// The impact of two terms counted as one: both are f / (k1 + f) in 255ths, and the frequencies are added. Below 255.
    /// </summary>
    public static int Together(int a, int b) => 255 * (255 * (a + b) - 2 * a * b) / (255 * 255 - a * b);
}
