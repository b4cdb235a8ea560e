using System.Text;
using Archive.Publishing.Sites;

namespace Archive.Publishing.Templates;

/// <summary>Writes HTML as UTF-8.</summary>
internal sealed class HtmlWriter(PageBytes to)
{
    /// <summary>HTML that is ready.</summary>
    public void Write(ReadOnlySpan<byte> html) => to.Write(html);

    /// <summary>HTML that is ready.</summary>
    public void Write(ReadOnlySpan<char> html) => to.Advance(Encoding.UTF8.GetBytes(html, to.GetSpan(Encoding.UTF8.GetMaxByteCount(html.Length))));

    /// <summary>Text, with what HTML reads as markup escaped.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        for (var next = HtmlTextEncoder.IndexIn(text); next >= 0; next = HtmlTextEncoder.IndexIn(text))
        {
            Write(text[..next]);
            Write(HtmlTextEncoder.Escaped(text[next]));
            text = text[(next + 1)..];
        }
        Write(text);
    }
}
