using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Fixing;

/// <summary>A change of a text: what stands from <paramref name="Start"/> on is replaced.</summary>
internal readonly record struct TextEdit(int Start, int Length, string Text);

/// <summary>A file exactly as it is, with its front matter understood: what no edit touches keeps its bytes.</summary>
/// <param name="Text">Without byte order mark, with the line ends of the file.</param>
/// <param name="Keys">The map between the fences.</param>
/// <param name="LineStarts">By line, from 0.</param>
/// <param name="EndLine">The line of the second fence, from 0.</param>
internal sealed record RawText(string Text, YamlNode Keys, ImmutableArray<int> LineStarts, int EndLine)
{
    public string LineEnd { get; } = Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Null where there is no front matter that can be read without a doubt.</summary>
    public static RawText? Read(string text)
    {
        if (text.Replace("\r\n", "\n", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal)) return null;
        ImmutableArray<int> starts = [0, .. text.Index().Where(c => c.Item == '\n').Select(c => c.Index + 1)];
        if (!IsFence(text, starts, 0)) return null;
        var end = 1;
        while (end < starts.Length && !IsFence(text, starts, end)) end++;
        if (end >= starts.Length) return null;
        var problems = new DiagnosticBag();
        var yaml = text[starts[1]..starts[end]].Replace("\r\n", "\n", StringComparison.Ordinal);
        return YamlReader.Read(yaml, "", lineOffset: 1, problems) is { Kind: YamlKind.Map } keys && problems.Count == 0 ? new(text, keys, starts, end) : null;
    }

    public int IndexOf(SourceLocation place) => LineStarts[place.Line - 1] + place.Column - 1;

    /// <summary>The edit that puts another word where a scalar stands, inside its quotes; null where it stands there in another form.</summary>
    public TextEdit? Replace(YamlNode scalar, string with)
    {
        var at = IndexOf(scalar.Location);
        if (scalar.Location.Length == 0) return null;
        if (IsAt(at, scalar.Text)) return new(at, scalar.Text.Length, with);
        return IsAt(at + 1, scalar.Text) && Text[at] is '"' or '\'' ? new(at + 1, scalar.Text.Length, with) : null;
    }

    public TextEdit? ReplaceKey(YamlEntry entry, string with)
    {
        var at = IndexOf(entry.KeyLocation);
        return IsAt(at, entry.Key) ? new(at, entry.Key.Length, with) : null;
    }

    public string With(IEnumerable<TextEdit> edits)
    {
        var text = Text;
        foreach (var edit in edits.OrderByDescending(e => e.Start).ThenByDescending(e => e.Length)) text = string.Concat(text.AsSpan(0, edit.Start), edit.Text, text.AsSpan(edit.Start + edit.Length));
        return text;
    }

    private bool IsAt(int index, string word) => index + word.Length <= Text.Length && string.CompareOrdinal(Text, index, word, 0, word.Length) == 0;

    private static bool IsFence(string text, ImmutableArray<int> starts, int line)
    {
        var end = line + 1 < starts.Length ? starts[line + 1] : text.Length;
        return text.AsSpan(starts[line], end - starts[line]).TrimEnd().SequenceEqual("---");
    }
}
