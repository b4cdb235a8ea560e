using System.Buffers;
using System.Text;
using HandlebarsDotNet;

namespace Archive.Publishing.Templates;

/// <summary>Escapes what HTML reads as markup, in text and in quoted attributes: <c>&amp; &lt; &gt; " '</c>. Everything else stays as it is.</summary>
/// <remarks>
/// Control characters that HTML forbids, even as references, become U+FFFD: C0 but tab and line ends, DEL, and C1
/// (https://html.spec.whatwg.org/multipage/parsing.html#parse-errors). Half a surrogate pair becomes U+FFFD when the page is made UTF-8.
/// </remarks>
internal sealed class HtmlTextEncoder : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => c is '&' or '<' or '>' or '"' or '\'' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')))]);

    /// <summary>The index of the first character that has to be escaped; -1 where there is none.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(Special);

    public void Encode(string? text, TextWriter target)
    {
        if (!string.IsNullOrEmpty(text)) Encode(text.AsSpan(), target);
    }

    public void Encode(StringBuilder? text, TextWriter target)
    {
        if (text is null) return;
        foreach (var chunk in text.GetChunks()) Encode(chunk.Span, target);
    }

    public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
    {
        if (text is null) return;
        while (text.MoveNext())
        {
            if (Special.Contains(text.Current)) target.Write(Escaped(text.Current));
            else target.Write(text.Current);
        }
    }

    private static void Encode(ReadOnlySpan<char> text, TextWriter target)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            target.Write(text[..next]);
            target.Write(Escaped(text[next]));
            text = text[(next + 1)..];
        }
        target.Write(text);
    }

    /// <summary>What is written in place of a character that <see cref="IndexIn"/> found.</summary>
    public static string Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "\uFFFD",
    };
}
