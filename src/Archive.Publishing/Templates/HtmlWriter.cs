using System.Buffers;
using System.Globalization;
using System.Text;
using Archive.Publishing.Sites;

namespace Archive.Publishing.Templates;

/// <summary>Writes HTML as UTF-8.</summary>
internal sealed class HtmlWriter(PageBytes to)
{
    /// <summary>The characters of ASCII that are escaped, and the first byte of those beyond it.</summary>
    private static readonly SearchValues<byte> MayBeSpecial = SearchValues.Create([.. Enumerable.Range(0, 0x80).Where(c => HtmlTextEncoder.IndexIn([(char)c]) >= 0).Select(c => (byte)c), 0xC2]);

    /// <summary>HTML that is ready.</summary>
    public void Write(ReadOnlySpan<byte> html) => to.Write(html);

    /// <summary>HTML that is ready.</summary>
    public void Write(ReadOnlySpan<char> html) => to.Advance(Encoding.UTF8.GetBytes(html, to.GetSpan(Encoding.UTF8.GetMaxByteCount(html.Length))));

    /// <summary>Text, with what HTML reads as markup escaped.</summary>
    /// <remarks>Nearly all texts have nothing to escape, and are looked through as the bytes that they are written as: half as many.</remarks>
    public void WriteText(ReadOnlySpan<char> text)
    {
        var place = to.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        if (Ascii.FromUtf16(text, place, out var length) != OperationStatus.Done) length = Encoding.UTF8.GetBytes(text, place);
        if (place[..length].ContainsAny(MayBeSpecial)) WriteEscaped(text);
        else to.Advance(length);
    }

    /// <summary>A value that writes itself, without a string in between. What it writes is escaped where it has to be.</summary>
    public void WriteNumber<T>(T value) where T : struct, IUtf8SpanFormattable
    {
        Span<byte> place;
        int length;
        for (var room = 64; !value.TryFormat(place = to.GetSpan(room), out length, default, CultureInfo.InvariantCulture);) room = place.Length + 1;
        if (place[..length].ContainsAny(MayBeSpecial)) WriteEscaped(Encoding.UTF8.GetString(place[..length]));
        else to.Advance(length);
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
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
