using System.Buffers;
using System.Text.RegularExpressions;

namespace Archive.Publishing.Documents;

/// <summary>Where ids and placeholders may stand in a source, found in one pass: to look for both in each run of words costs more than to write it.</summary>
/// <remarks>Has state: the source, and lists that are used again.</remarks>
internal sealed class NotedPlaces(Regex? mentions)
{
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
        var places = PlaceholdersIn(source, start);
        if (mentions is not null)
        {
            foreach (var match in mentions.EnumerateMatches(source, start)) places.Add((match.Index, match.Index + match.Length));
            places.Sort();
        }
        foreach (var place in places)
        {
            _starts.Add(place.Start);
            _ends.Add(Math.Max(place.End, _ends.Count == 0 ? 0 : _ends[^1]));
        }
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

    private static List<(int Start, int End)> PlaceholdersIn(string source, int start)
    {
        var places = new List<(int, int)>();
        for (int found; (found = source.AsSpan(start).IndexOfAny(PlaceholderWords)) >= 0; start += found + 1) places.Add((start + found, start + found + 3));
        return places;
    }

    /// <summary>Not where a pattern asks what stands before it or after it, or where it is content with nothing.</summary>
    private static bool IsEverywhere(Regex mentions)
    {
        var pattern = mentions.ToString();
        return !pattern.AsSpan().ContainsAny('^', '$') && !pattern.Contains("(?", StringComparison.Ordinal) && !Regex.IsMatch(pattern, @"\\[bBAzZG]") && !mentions.IsMatch("");
    }
}
