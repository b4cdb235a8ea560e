using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        if (TryWritePlain(text, to.GetSpan(text.Length))) to.Advance(text.Length);
        else WriteEscaped(text);
    }

    public void Write(int number)
    {
        number.TryFormat(to.GetSpan(11), out var length, default, CultureInfo.InvariantCulture); // as long as the longest
        to.Advance(length);
    }

    /// <summary>A value that writes itself, without a string in between.</summary>
    public void Write<T>(T value) where T : struct, IPlainHtml
    {
        int length;
        for (var room = 64; !value.TryFormat(to.GetSpan(room), out length, default, CultureInfo.InvariantCulture);) room *= 2;
        to.Advance(length);
    }

    /// <summary>Writes nearly all texts in one go: eight letters at a time, the last eight perhaps twice. False where a letter is escaped, or none of ASCII.</summary>
    /// <remarks>A page has hundreds of texts, most of them of a few letters. To ask a searcher and then an encoder takes three times as long.</remarks>
    private static bool TryWritePlain(ReadOnlySpan<char> text, Span<byte> to)
    {
        if (text.Length < Vector128<ushort>.Count) return TryWriteShort(text, to);
        var letters = MemoryMarshal.Cast<char, ushort>(text);
        var last = letters.Length - Vector128<ushort>.Count;
        for (var at = 0; ; at = Math.Min(at + Vector128<ushort>.Count, last))
        {
            var eight = Vector128.Create(letters[at..]);
            if (HasSpecial(eight)) return false;
            Vector128.Narrow(eight, eight).GetLower().CopyTo(to[at..]);
            if (at == last) return true;
        }
    }

    private static bool HasSpecial(Vector128<ushort> letters)
    {
        var special = Vector128.Equals(letters & Vector128.Create((ushort)0xFFFB), Vector128.Create((ushort)'"')) // and &
            | Vector128.Equals(letters, Vector128.Create((ushort)'\''))
            | Vector128.Equals(letters & Vector128.Create((ushort)0xFFFD), Vector128.Create((ushort)'<')) // and >
            | Vector128.GreaterThan(letters - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')));
        return special != Vector128<ushort>.Zero;
    }

    private static bool TryWriteShort(ReadOnlySpan<char> text, Span<byte> to)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~' or '"' or '&' or '\'' or '<' or '>') return false;
            to[i] = (byte)text[i];
        }
        return true;
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
