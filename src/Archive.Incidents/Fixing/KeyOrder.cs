using System.Collections.Immutable;
using System.Text;

namespace Archive.Incidents.Fixing;

/// <summary>Puts the keys of a front matter into the order in which the manual lists them. Each takes its value and the comments above it along.</summary>
internal static class KeyOrder
{
    /// <param name="order">The keys in the order wanted. Others stay behind the one that they stand behind.</param>
    public static string Of(RawText raw, ImmutableArray<string> order)
    {
        var entries = raw.Keys.Entries;
        if (entries.Length < 2 || entries.Any(e => e.KeyLocation.Column != 1) || raw.Keys.Entries.Select(e => e.KeyLocation.Line).Distinct().Count() != entries.Length) return raw.Text;
        var starts = entries.Select(e => FirstLine(raw, e.KeyLocation.Line - 1)).ToArray();
        starts[0] = entries[0].KeyLocation.Line - 1; // what stands above the first key speaks for the whole
        var rank = 0;
        var blocks = entries.Select((entry, i) =>
        {
            rank = order.IndexOf(entry.Key) is >= 0 and var known ? known : rank;
            return (Rank: rank, Text: Lines(raw, starts[i], i + 1 < starts.Length ? starts[i + 1] : raw.EndLine));
        }).ToList();
        var sorted = blocks.OrderBy(b => b.Rank).ToList(); // stable
        if (sorted.SequenceEqual(blocks)) return raw.Text;
        var text = new StringBuilder(raw.Text, 0, raw.LineStarts[starts[0]], raw.Text.Length);
        foreach (var (_, block) in sorted) text.Append(block);
        return text.Append(raw.Text.AsSpan(raw.LineStarts[raw.EndLine])).ToString();
    }

    /// <summary>The first of the comment lines directly above a key; the key's own where there are none.</summary>
    private static int FirstLine(RawText raw, int line)
    {
        while (line > 1 && raw.Text[raw.LineStarts[line - 1]] == '#') line--;
        return line;
    }

    private static string Lines(RawText raw, int from, int to) => raw.Text[raw.LineStarts[from]..raw.LineStarts[to]];
}
