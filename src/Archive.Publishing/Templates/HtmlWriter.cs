using System.Text;

namespace Archive.Publishing.Templates;

/// <summary>Writes HTML as UTF-8 into a stream.</summary>
/// <remarks>Has state: a buffer before the stream, used again for every page of one worker. Nothing is written before <see cref="Flush"/> or a full buffer.</remarks>
internal sealed class HtmlWriter(Stream to)
{
    /// <summary>So many characters are encoded at a time.</summary>
    private const int Piece = 1024;

    private readonly byte[] _bytes = new byte[16 * 1024];
    private int _length;

    /// <summary>HTML that is ready.</summary>
    public void Write(ReadOnlySpan<byte> html)
    {
        if (html.Length > _bytes.Length - _length) Flush();
        if (html.Length > _bytes.Length)
        {
            to.Write(html);
            return;
        }
        html.CopyTo(_bytes.AsSpan(_length));
        _length += html.Length;
    }

    /// <summary>HTML that is ready.</summary>
    public void Write(ReadOnlySpan<char> html)
    {
        while (!html.IsEmpty)
        {
            var length = Math.Min(html.Length, Piece);
            if (length < html.Length && char.IsHighSurrogate(html[length - 1])) length--;
            if (_bytes.Length - _length < Encoding.UTF8.GetMaxByteCount(length)) Flush();
            _length += Encoding.UTF8.GetBytes(html[..length], _bytes.AsSpan(_length));
            html = html[length..];
        }
    }

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

    public void Flush()
    {
        to.Write(_bytes, 0, _length);
        _length = 0;
    }

    /// <summary>Forgets what has not reached the stream yet.</summary>
    public void Discard() => _length = 0;
}
