using System.Collections.Immutable;
using Archive.Search;

namespace Archive.Cli.Reports;

/// <summary>A quotation with marked words, broken into lines.</summary>
public static class MarkedLines
{
    /// <summary>The parts of each line. Broken at spaces; a longer word stands alone. Line ends and what would steer a terminal are made harmless.</summary>
    public static IEnumerable<ImmutableArray<SnippetPart>> Of(IEnumerable<SnippetPart> parts, int width)
    {
        var line = ImmutableArray.CreateBuilder<SnippetPart>();
        var length = 0;
        foreach (var word in Words(parts))
        {
            var needed = word.Sum(p => p.Text.Length);
            if (length > 0 && length + 1 + needed > width)
            {
                yield return line.DrainToImmutable();
                length = 0;
            }
            if (length > 0) line.Add(new(" ", IsMatch: false));
            line.AddRange(word);
            length += needed + (length > 0 ? 1 : 0);
        }
        if (line.Count > 0) yield return line.DrainToImmutable();
    }

    /// <summary>Words between spaces; of one word only a part may be marked.</summary>
    private static IEnumerable<List<SnippetPart>> Words(IEnumerable<SnippetPart> parts)
    {
        var word = new List<SnippetPart>();
        foreach (var part in parts)
        {
            var pieces = part.Text.Split([' ', '\n', '\r', '\t']);
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }
                if (pieces[i].Length > 0) word.Add(part with { Text = Visible.Of(pieces[i]) });
            }
        }
        if (word.Count > 0) yield return word;
    }
}
