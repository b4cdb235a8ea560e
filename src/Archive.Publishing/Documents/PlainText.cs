using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>The words of Markdown without its marks.</summary>
internal static class PlainText
{
    /// <summary>Markdig renders no deeper tree; what is read before it is rendered is bounded here.</summary>
    private const int MostNested = 128;

    /// <param name="words">Makes the string, where it may stand in other documents too.</param>
    /// <exception cref="ArgumentException">It is nested deeper than any renderer goes.</exception>
    public static string Of(ContainerInline? inline, RecentWords? words = null)
    {
        if (inline is null) return "";
        if (inline.FirstChild is LiteralInline only && only.NextSibling is null)
        {
            var alone = only.Content.AsSpan().Trim();
            return words is null ? alone.ToString() : words.Of(alone);
        }
        var text = string.Create(LengthOf(inline, 0), inline, static (to, from) => Write(from, to));
        return ControlCharacters.Show(text).Trim();
    }

    private static int LengthOf(ContainerInline container, int depth)
    {
        if (depth > MostNested) throw new ArgumentException("A depth limit was exceeded: words stand in more marks than can be read.", nameof(container));
        var length = 0;
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            length += inline is ContainerInline inner ? LengthOf(inner, depth + 1) : WordsOf(inline).Length;
        return length;
    }

    /// <returns>What is left to write to.</returns>
    private static Span<char> Write(ContainerInline container, Span<char> to)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is ContainerInline inner)
            {
                to = Write(inner, to);
                continue;
            }
            var words = WordsOf(inline);
            words.CopyTo(to);
            to = to[words.Length..];
        }
        return to;
    }

    private static ReadOnlySpan<char> WordsOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.AsSpan(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.AsSpan(),
        LineBreakInline => " ",
        _ => "",
    };
}
