using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Archive.Tests.Builds;

/// <summary>What is done to a text.</summary>
public enum Change
{
    DeleteLine,
    RepeatLine,
    SwapLines,
    IndentLine,
    DeleteCharacters,
    Insert,
    Overwrite,
    Truncate,
    JoinLines,
}

/// <summary>One small damage to a text, such as people, editors and merges do.</summary>
/// <param name="At">Where, as a share of the text in thousandths.</param>
/// <param name="Text">What is inserted.</param>
public sealed record Mutation(Change Change, int At, string Text)
{
    private static readonly string[] Pieces =
    [
        ":", ": ", " :", "- ", "-", "---\n", "...\n", "\n", "\r\n", "\r", "\t", " ", "  ", "#", " #", "&a ", "*a", "!", "!!str ", "|", "|\n", ">-\n", "%", "@", "`", "'", "\"", "\\", "\\\"", "\"\\u", "{", "}", "[", "]", ",", "?", "? ",
        "<<", "~", "null", "true", "0", "-1", "1e9", "9999-12-31", "0001-01-01", "20202", "2026-02-30", "23:59", "T25:61:00Z", "+14:00", "-99:99", "INC-040", "INC-999", "AI-1", "sev9", "\0", "\u001b", "\uFEFF", "\u2028", "\u0085", "\u00a0",
        "\u200b", "\u202e", "\uFFFF", "\uD83C\uDF4E", "ä", "漢", "# ", "## ", "## Timeline\n\n", "| ", "| --- |\n", "> ", "* ", "**", "_", "~~", "![", "](", ")", "<", ">", "<script>", "&#", "&#0;", "&amp;", "```\n", "    ", "https://", "javascript:",
        "//", "../", "[x]: y\n", "www.", "a@b.c", "TODO", "✅", "{{", "}}}",
    ];

    public static Gen<Mutation> Any { get; } =
        from change in Gen.Elements(Enum.GetValues<Change>())
        from at in Gen.Choose(0, 1000)
        from text in Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()), Gen.Elements(Pieces).ArrayOf(5).Select(string.Concat))
        select new Mutation(change, at, text);

    /// <summary>A text damaged in one to six places.</summary>
    public static Gen<ImmutableArray<Mutation>> Several { get; } =
        from count in Gen.Choose(1, 6)
        from all in Any.ArrayOf(count)
        select all.ToImmutableArray();

    public string Of(string text)
    {
        if (text.Length == 0) return Text;
        var at = Math.Min(text.Length - 1, (int)((long)text.Length * At / 1000));
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
        if (start > at) start = at;
        var line = text[start..end];
        return Change switch
        {
            Change.DeleteLine => text.Remove(start, end - start),
            Change.RepeatLine => text.Insert(end, line),
            Change.SwapLines => text[end..] is var rest && rest.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var next ? text[..start] + rest[..(next + 1)] + line + rest[(next + 1)..] : text,
            Change.IndentLine => text.Insert(start, Text.Length % 2 == 0 ? "  " : "\t"),
            Change.DeleteCharacters => text.Remove(at, Math.Min(1 + (Text.Length * 3), text.Length - at)),
            Change.Insert => text.Insert(at, Text),
            Change.Overwrite => text.Remove(at, Math.Min(Text.Length, text.Length - at)).Insert(at, Text),
            Change.Truncate => text[..at],
            Change.JoinLines => text[..Math.Max(start, end - 1)] + text[end..],
        };
    }

    /// <summary>The damaged text as a file can hold it: half a surrogate pair becomes U+FFFD.</summary>
    public static string All(string text, IEnumerable<Mutation> mutations) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(mutations.Aggregate(text, (damaged, m) => m.Of(damaged))));
}
