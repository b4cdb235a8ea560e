using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Publishing.Files;

namespace Archive.Cli.Writing;

/// <summary>A public note as it stands on disk, to be changed line by line: every byte that nobody asked to change stays.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Lines">With their line ends; the first may begin with a byte order mark.</param>
public sealed partial record NoteFile(string Path, ImmutableArray<string> Lines)
{
    private const string Ending = ".public.md";

    /// <summary>The notes below an input folder that are text; others are for <c>check</c> to find.</summary>
    public static IEnumerable<NoteFile> All(string inputFolder) =>
        InputFolder.List(inputFolder, new())
            .Where(f => f.Path.StartsWith("postmortems/", StringComparison.Ordinal) && f.Name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && f.Length <= SourceFile.LargestBytes)
            .Select(f => (f.FullPath, Bytes: f.ReadAllBytes()))
            .Where(f => System.Text.Unicode.Utf8.IsValid(f.Bytes))
            .Select(f => Of(f.FullPath, Encoding.UTF8.GetString(f.Bytes)));

    public static NoteFile Of(string path, string text) => new(path, [.. Line().Matches(text).Select(m => m.Value)]);

    public string Text => string.Concat(Lines);

    /// <summary>What ends its lines: that of the first.</summary>
    public string LineEnd => Lines.IsEmpty || !Lines[0].EndsWith("\r\n", StringComparison.Ordinal) ? "\n" : "\r\n";

    /// <summary>Index of the line that ends the front matter; -1 where there is none.</summary>
    public int End
    {
        get
        {
            if (Lines.IsEmpty || Lines[0].TrimStart('\uFEFF').TrimEnd() != "---") return -1;
            for (var i = 1; i < Lines.Length; i++)
            {
                if (Lines[i].TrimEnd() == "---") return i;
            }
            return -1;
        }
    }

    /// <summary>What stands behind a key of the front matter on its line, without quotes and remarks; null where it does not stand there or nothing follows it.</summary>
    public string? ValueOf(string key) =>
        LineOf(key) is >= 0 and var at && KeyAndValue().Match(Lines[at]).Groups["value"].Value is { Length: > 0 } value ? value.Trim('"', '\'') : null;

    /// <summary>With a value behind a key: in place of the one that stands there, or on a line of its own below the last of some others, or at the end. Null where there is no front matter.</summary>
    /// <param name="value">As YAML writes it.</param>
    public NoteFile? With(string key, string value, params IReadOnlyList<string> after)
    {
        if (End < 0) return null;
        if (LineOf(key) is >= 0 and var at)
        {
            var parts = KeyAndValue().Match(Lines[at]).Groups;
            return this with { Lines = Lines.SetItem(at, $"{key}: {value}{parts["rest"].Value}") };
        }
        var below = after.Select(LineOf).DefaultIfEmpty(-1).Max();
        return this with { Lines = Lines.Insert(below < 0 ? End : below + 1, $"{key}: {value}{LineEnd}") };
    }

    /// <summary>With one more update below the last. Null where the updates do not stand below each other, each at its dash.</summary>
    /// <param name="item">The lines of the update, without dash and line ends.</param>
    public NoteFile? WithUpdate(params IReadOnlyList<string> item)
    {
        if (End < 0) return null;
        var key = LineOf("updates");
        if (key < 0) return this with { Lines = [.. Lines[..End], $"updates:{LineEnd}", .. ItemLines(item, "  "), .. Lines[End..]] };
        if (ValueOf("updates") is { } flow && flow != "[]") return null;
        var (indent, last) = LastItem(key);
        var lines = ValueOf("updates") is null ? Lines : Lines.SetItem(key, Lines[key].Replace(" []", "", StringComparison.Ordinal));
        return this with { Lines = lines.InsertRange(last + 1, ItemLines(item, indent)) };
    }

    private IEnumerable<string> ItemLines(IReadOnlyList<string> item, string indent) =>
        item.Select((line, i) => $"{indent}{(i == 0 ? "- " : "  ")}{line}{LineEnd}");

    /// <summary>How far the dashes below a key are indented, and the index of the last line that belongs to an item.</summary>
    private (string Indent, int Last) LastItem(int key)
    {
        var (indent, last) = ("  ", key);
        for (var i = key + 1; i < End; i++)
        {
            var depth = Lines[i].Length - Lines[i].TrimStart(' ').Length;
            var text = Lines[i].AsSpan(depth).TrimEnd();
            if (text.IsEmpty || (text[0] == '#' && depth <= indent.Length)) continue;
            if (depth == 0 && text[0] != '-') break; // the next key
            if (last == key) indent = Lines[i][..depth];
            last = i;
        }
        return (indent, last);
    }

    /// <summary>Puts it where it stood, whole or not at all.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Save()
    {
        var beside = $"{Path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(beside, Encoding.UTF8.GetBytes(Text));
        File.Move(beside, Path, overwrite: true);
    }

    /// <summary>Index of the line with a key of the outermost map; -1 where there is none.</summary>
    public int LineOf(string key)
    {
        for (var i = 1; i < End; i++)
        {
            if (Lines[i].StartsWith($"{key}:", StringComparison.Ordinal)) return i;
        }
        return -1;
    }

    [GeneratedRegex("[^\n]*\n|[^\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    /// <summary>A remark begins with <c>#</c> after a space.</summary>
    [GeneratedRegex("""^[a-z_]+:[ \t]*(?<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s#]|[ \t]+[^\s#]|(?<=\S)#)*)(?<rest>[ \t]*(?:#[^\r\n]*)?\r?\n?)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KeyAndValue();
}
