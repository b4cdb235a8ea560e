using System.Buffers;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages.Digests;

/// <summary>Writes paragraphs and lists as Markdown, or as plain text of the same build.</summary>
/// <remarks>Has state because line ends wait until something follows: lists end in one empty line, and the text in none.</remarks>
internal sealed class MarkdownWriter(TextWriter to, bool isMarkdown)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_[]<>|#~");

    /// <summary>What <see cref="string.ReplaceLineEndings()"/> takes for a line end.</summary>
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    private bool _isBegun;
    private int _breaks;

    public bool IsMarkdown => isMarkdown;

    public void Heading(int level, string text)
    {
        Part();
        if (isMarkdown) Raw(level == 1 ? "# " : "## ").Text(text);
        else if (level == 1) Raw(text);
        else Raw(text).Break(1).Raw(new string('-', text.Length));
        Break(2);
    }

    public void Paragraph(string text)
    {
        Part();
        if (text.Length > 0) Text(text).Break(2);
    }

    /// <summary>Begins an item of a list.</summary>
    public MarkdownWriter Item() => Raw("- ");

    /// <summary>Begins what stands below an item.</summary>
    public MarkdownWriter InnerItem() => Raw(isMarkdown ? "  - " : "  ");

    public MarkdownWriter Link(LinkView link) => link.Href is null ? Text(link.Text)
        : isMarkdown ? Raw("[").Text(link.Text).Raw("](").Raw(link.Href).Raw(")")
        : Raw(link.Text).Raw(" <").Raw(link.Href).Raw(">");

    public MarkdownWriter Strong(string text) => isMarkdown ? Raw("**").Text(text).Raw("**") : Raw(text);

    /// <summary>Words that mean what they say: signs of Markdown among them are escaped.</summary>
    public MarkdownWriter Text(string text)
    {
        if (!isMarkdown) return Raw(text);
        var rest = (text.AsSpan().ContainsAny(LineEnds) ? text.ReplaceLineEndings(" ") : text).AsSpan();
        for (var at = rest.IndexOfAny(Signs); at >= 0; at = rest.IndexOfAny(Signs))
        {
            Raw(rest[..at]).Raw("\\").Raw(rest.Slice(at, 1));
            rest = rest[(at + 1)..];
        }
        return Raw(rest);
    }

    /// <summary>Markdown as it is.</summary>
    public MarkdownWriter Raw(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return this;
        for (; _breaks > 0; _breaks--) to.Write('\n');
        to.Write(text);
        _isBegun = true;
        return this;
    }

    /// <summary>Ends a line, and leaves empty ones behind it.</summary>
    public MarkdownWriter Break(int lines)
    {
        _breaks += lines;
        return this;
    }

    /// <summary>An empty line after what stands above, where there is none.</summary>
    public MarkdownWriter Part()
    {
        if (_isBegun && _breaks < 2) _breaks++;
        return this;
    }

    /// <summary>One line end after the last words.</summary>
    public void End() => to.Write('\n');
}
