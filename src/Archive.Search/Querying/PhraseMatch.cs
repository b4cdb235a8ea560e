namespace Archive.Search.Querying;

/// <summary>Whether words stand in their order in a document.</summary>
internal static class PhraseMatch
{
    /// <summary>Whether the words stand in a document so that none has to be moved more than allowed against the others.</summary>
    /// <param name="places">For each word where it stands, ascending, less its place in the phrase.</param>
    /// <param name="slop">The greatest difference among the chosen places.</param>
    public static bool IsIn(IReadOnlyList<int[]> places, int slop)
    {
        var next = new int[places.Count];
        while (true)
        {
            var (low, high) = (0, 0);
            for (var word = 0; word < places.Count; word++)
            {
                if (next[word] == places[word].Length) return false;
                if (places[word][next[word]] < places[low][next[low]]) low = word;
                if (places[word][next[word]] > places[high][next[high]]) high = word;
            }
            if (places[high][next[high]] - places[low][next[low]] <= slop) return true;
            next[low]++;
        }
    }
}
