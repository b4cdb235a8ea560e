using System.Collections.Immutable;
using Archive.Search.Analysis;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>The stretch of a document that has most of the words.</summary>
internal static class SnippetChoice
{
    /// <summary>In UTF-16 units, about two lines.</summary>
    private const int Length = 240;

    /// <summary>So much stands before the first match, in UTF-16 units.</summary>
    private const int Before = 40;

    private readonly record struct Mark(int Start, int Length, string Term);

    private readonly record struct Window(int Passage, int First, int Distinct, int Count);

    public static Snippet Of(ImmutableArray<Passage> passages, ImmutableArray<string> terms)
    {
        var wanted = terms.ToHashSet(StringComparer.Ordinal);
        var marks = passages.Select(p => Marks(p, wanted)).ToArray();
        var best = new Window(-1, 0, 0, 0);
        for (var passage = 0; passage < passages.Length; passage++)
        {
            if (passages[passage].Field is SearchField.Title or SearchField.Label or SearchField.Heading) continue;
            for (var first = 0; first < marks[passage].Count; first++)
            {
                var inside = marks[passage].Skip(first).TakeWhile(m => m.Start + m.Length <= marks[passage][first].Start + Length - Before).ToList();
                var window = new Window(passage, first, inside.Select(m => m.Term).Distinct(StringComparer.Ordinal).Count(), inside.Count);
                if (best.Passage < 0 || (window.Distinct, window.Count).CompareTo((best.Distinct, best.Count)) > 0) best = window;
            }
        }
        if (best.Passage >= 0) return Cut(passages[best.Passage], marks[best.Passage], marks[best.Passage][best.First].Start);
        var fallback = passages.Where(p => p.Field is SearchField.Summary or SearchField.Body).Take(1).ToList();
        return fallback is [var prose] ? Cut(prose, [], 0) : Snippet.Empty;
    }

    private static List<Mark> Marks(Passage passage, HashSet<string> wanted)
    {
        var marks = new List<Mark>();
        var tokens = new TokenReader(passage.Text, DocumentAnalysis.KindOf(passage.Field));
        while (tokens.MoveNext())
        {
            var term = tokens.Term.ToString();
            if (!wanted.Contains(term)) continue;
            if (marks.Count > 0 && marks[^1].Start + marks[^1].Length > tokens.Start) continue;
            marks.Add(new(tokens.Start, tokens.Length, term));
        }
        return marks;
    }

    private static Snippet Cut(Passage passage, List<Mark> marks, int from)
    {
        var text = passage.Text;
        var start = WordStart(text, Math.Max(0, from - Before));
        var end = start + Length >= text.Length ? text.Length : Math.Max(WordEnd(text, start + Length), start + 1);
        var parts = ImmutableArray.CreateBuilder<SnippetPart>();
        if (start > 0) parts.Add(new("… ", IsMatch: false));
        var next = start;
        foreach (var mark in marks.Where(m => m.Start >= start && m.Start + m.Length <= end))
        {
            if (mark.Start > next) parts.Add(new(text[next..mark.Start], IsMatch: false));
            parts.Add(new(text.Substring(mark.Start, mark.Length), IsMatch: true));
            next = mark.Start + mark.Length;
        }
        if (next < end) parts.Add(new(text[next..end], IsMatch: false));
        if (end < text.Length) parts.Add(new(" …", IsMatch: false));
        return new(passage.Anchor, parts.ToImmutable());
    }

    private static int WordStart(string text, int from)
    {
        if (from == 0) return 0;
        var space = text.IndexOf(' ', from, Math.Min(Before, text.Length - from));
        return space < 0 ? from - (char.IsLowSurrogate(text[from]) ? 1 : 0) : space + 1;
    }

    private static int WordEnd(string text, int to)
    {
        var space = text.LastIndexOf(' ', to, Before);
        return space < 0 ? to - (char.IsLowSurrogate(text[to]) ? 1 : 0) : space;
    }
}
