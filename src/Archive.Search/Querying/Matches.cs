namespace Archive.Search.Querying;

/// <summary>Documents that a part of a query finds.</summary>
/// <param name="Documents">Ascending.</param>
/// <param name="Scores">Of each document; zeros for a filter.</param>
/// <param name="Covered">The idf of the words that each document has.</param>
internal sealed record Matches(int[] Documents, long[] Scores, int[] Covered)
{
    public static Matches None { get; } = new([], [], []);

    public static Matches Unscored(int[] documents) => new(documents, new long[documents.Length], new int[documents.Length]);

    public static Matches All(int count) => Unscored([.. Enumerable.Range(0, count)]);

    /// <summary>Those that this list also has.</summary>
    public Matches Kept(ReadOnlySpan<int> others, bool isIn)
    {
        var places = new List<int>(Documents.Length);
        var other = 0;
        for (var i = 0; i < Documents.Length; i++)
        {
            while (other < others.Length && others[other] < Documents[i]) other++;
            if ((other < others.Length && others[other] == Documents[i]) == isIn) places.Add(i);
        }
        return places.Count == Documents.Length ? this : new([.. places.Select(p => Documents[p])], [.. places.Select(p => Scores[p])], [.. places.Select(p => Covered[p])]);
    }
}
