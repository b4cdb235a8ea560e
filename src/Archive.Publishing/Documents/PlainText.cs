using System.Text;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>The words of Markdown without its marks.</summary>
internal static class PlainText
{
    public static string Of(ContainerInline? inline)
    {
        if (inline is null) return "";
        if (inline.FirstChild is LiteralInline only && only.NextSibling is null) return only.Content.ToString().Trim();
        var text = new StringBuilder();
        Append(inline, text);
        return ControlCharacters.Show(text.ToString()).Trim();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case LineBreakInline: text.Append(' '); break;
                case ContainerInline inner: Append(inner, text); break;
            }
        }
    }
}
