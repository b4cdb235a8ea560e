using System.Buffers;
using System.Text.RegularExpressions;

namespace Archive.Publishing.Documents;

/// <summary>Where ids and placeholders may stand in a source, found in one pass: to look for both in each run of words costs more than to write it.</summary>
/// <remarks>Has state: the source, and lists that are used again.</remarks>
internal sealed class NotedPlaces(Regex? mentions)
{
    private const int ShortestPlaceholder = 3;

    /// <summary>What stands for words that somebody meant to write.</summary>
    public static readonly SearchValues<string> PlaceholderWords = SearchValues.Create(["TODO", "TBD", "FIXME", "TBC", "XXX"], StringComparison.Ordinal);

    /// <summary>Whether ids in a part of a text stand in the whole of it too, whatever surrounds the part.</summary>
    private readonly bool _isEverywhere = mentions is null || IsEverywhere(mentions);

    private readonly List<int> _starts = [];

    /// <summary>Of each, with that of those before it.</summary>
    private readonly List<int> _ends = [];

    private string _source = "";

    public void Begin(string source, int start)
    {
        _source = source;
        _starts.Clear();
        _ends.Clear();
        if (!_isEverywhere) return;
        var placeholder = NextPlaceholder(start);
        if (mentions is not null)
        {
            foreach (var mention in mentions.EnumerateMatches(source, start))
            {
                for (; placeholder < mention.Index; placeholder = NextPlaceholder(placeholder + 1)) Add(placeholder, ShortestPlaceholder);
                Add(mention.Index, mention.Length);
            }
        }
        for (; placeholder < source.Length; placeholder = NextPlaceholder(placeholder + 1)) Add(placeholder, ShortestPlaceholder);
    }

    /// <summary>Whether words may hold something to be noted.</summary>
    /// <param name="text">The source, or another text, of which nothing is known.</param>
    public bool MayStandIn(string text, int start, int length)
    {
        if (!_isEverywhere || !ReferenceEquals(text, _source)) return true;
        var after = _starts.BinarySearch(start + length); // the first that does not begin before their end
        if (after < 0) after = ~after;
        return after > 0 && _ends[after - 1] > start;
    }

    /// <summary>The end of the source where there is none.</summary>
    private int NextPlaceholder(int from) => _source.AsSpan(from).IndexOfAny(PlaceholderWords) is >= 0 and var found ? from + found : _source.Length;

    private void Add(int start, int length)
    {
        _starts.Add(start);
        _ends.Add(Math.Max(start + length, _ends.Count == 0 ? 0 : _ends[^1]));
    }

    /// <summary>Not where a pattern asks what stands before it or after it, or where it is content with nothing.</summary>
    private static bool IsEverywhere(Regex mentions)
    {
        var pattern = mentions.ToString();
        if (pattern.AsSpan().ContainsAny('^', '$') || pattern.Contains("(?", StringComparison.Ordinal) || mentions.IsMatch("")) return false;
        for (var at = pattern.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = pattern.IndexOf('\\', at + 2))
        {
            if (pattern[at + 1] is 'b' or 'B' or 'A' or 'z' or 'Z' or 'G') return false; // what follows a backslash belongs to it, and none stands at the end
        }
        return true;
    }
}
