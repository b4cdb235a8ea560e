namespace Archive.Search.Querying;

/// <summary>Adds up the parts of a query by document. Has state because many lists are added in one pass each.</summary>
internal sealed class MatchSum(int documents)
{
    private readonly long[] _scores = new long[documents];
    private readonly int[] _covered = new int[documents];
    private readonly bool[] _isFound = new bool[documents];
    private int _count;

    public void Add(Matches part)
    {
        for (var i = 0; i < part.Documents.Length; i++) Add(part.Documents[i], part.Scores[i], part.Covered[i]);
    }

    public void Add(int document, long score, int covered)
    {
        if (!_isFound[document])
        {
            _isFound[document] = true;
            _count++;
        }
        _scores[document] += score;
        _covered[document] += covered;
    }

    public Matches Sum()
    {
        var (found, scores, covered) = (new int[_count], new long[_count], new int[_count]);
        for (int document = 0, next = 0; next < _count; document++)
        {
            if (!_isFound[document]) continue;
            (found[next], scores[next], covered[next]) = (document, _scores[document], _covered[document]);
            next++;
        }
        return new(found, scores, covered);
    }

    /// <summary>Of these documents only, whether or not a part found them.</summary>
    public Matches SumOf(int[] chosen) => new(chosen, [.. chosen.Select(d => _scores[d])], [.. chosen.Select(d => _covered[d])]);
}
