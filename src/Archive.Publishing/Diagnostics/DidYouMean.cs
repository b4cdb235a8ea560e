namespace Archive.Publishing.Diagnostics;

/// <summary>The word that a person most likely meant.</summary>
public static class DidYouMean
{
    private const int FarAway = int.MaxValue / 2;

    /// <summary>
    /// The candidate nearest to a word, or null where none is near enough to be worth saying. Case does not count, and
    /// <c>-</c>, <c>_</c> and a space are the same: <c>Failure-Class</c> means <c>failure_class</c>.
    /// </summary>
    /// <remarks>
    /// Near is up to 1 edit in 3 to 5 characters, 2 in up to 8, 3 in more (Damerau–Levenshtein, restricted to adjacent
    /// transpositions); one digit for another counts as 2, since it makes another thing rather than a typing error. Where nothing is
    /// near, the shortest candidate that the word (of 4 characters or more) begins. Equal ones: the first in ordinal order.
    /// </remarks>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var folded = Folded(word);
        var limit = Limit(folded.Length);
        string? nearest = null, begun = null;
        var smallest = FarAway;
        foreach (var candidate in candidates)
        {
            var other = Folded(candidate);
            var distance = Distance(folded, other, Math.Min(limit, smallest));
            if (distance <= limit && (distance < smallest || (distance == smallest && IsBefore(candidate, nearest))))
                (nearest, smallest) = (candidate, distance);
            if (IsBegunBy(folded, other) && (begun is null || candidate.Length < begun.Length || (candidate.Length == begun.Length && IsBefore(candidate, begun))))
                begun = candidate;
        }
        return nearest ?? begun;
    }

    private static int Limit(int length) => length switch { < 3 => 0, < 6 => 1, < 9 => 2, _ => 3 };

    private static bool IsBefore(string candidate, string? other) => other is null || string.CompareOrdinal(candidate, other) < 0;

    private static bool IsBegunBy(string word, string candidate) => word.Length >= 4 && candidate.StartsWith(word, StringComparison.Ordinal);

    private static string Folded(string word) => string.Create(word.Length, word, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = source[i] is '_' or ' ' ? '-' : char.ToLowerInvariant(source[i]);
    });

    /// <summary>The distance where it is at most <paramref name="limit"/>; otherwise some greater number.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return FarAway;
        if (a == b) return 0;
        var (beforePrevious, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var smallest = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + Substitution(a[i - 1], b[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, beforePrevious[j - 2] + 1);
                current[j] = cost;
                smallest = Math.Min(smallest, cost);
            }
            if (smallest > limit + 1) return FarAway; // a transposition reaches back two rows for one edit
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[b.Length];
    }

    private static int Substitution(char a, char b) => a == b ? 0 : char.IsAsciiDigit(a) && char.IsAsciiDigit(b) ? 2 : 1;
}
