using System.Text;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>The words of Markdown without its marks.</summary>
internal static class PlainText
{
    /// <summary>Markdig renders no deeper tree; what is read before it is rendered is bounded here.</summary>
    private const int MostNested = 128;

    /// <exception cref="ArgumentException">It is nested deeper than any renderer goes.</exception>
    public static string Of(ContainerInline? inline)
    {
        if (inline is null) return "";
        if (inline.FirstChild is LiteralInline only && only.NextSibling is null) return only.Content.ToString().Trim();
        var text = new StringBuilder();
        Append(inline, text, 0);
        return ControlCharacters.Show(text.ToString()).Trim();
    }

    private static void Append(ContainerInline container, StringBuilder text, int depth)
    {
        if (depth > MostNested) throw new ArgumentException("A depth limit was exceeded: words stand in more marks than can be read.", nameof(container));
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case LineBreakInline: text.Append(' '); break;
                case ContainerInline inner: Append(inner, text, depth + 1); break;
            }
        }
    }
}
