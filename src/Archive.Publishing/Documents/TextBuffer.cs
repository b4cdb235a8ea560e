using System.Text;

namespace Archive.Publishing.Documents;

/// <summary>A writer into memory whose text can be looked at in place, so that it becomes bytes without becoming a string.</summary>
/// <remarks>Has state: it grows, and is used again.</remarks>
internal sealed class TextBuffer : TextWriter
{
    private char[] _text = new char[16 * 1024];

    public TextBuffer() : base(System.Globalization.CultureInfo.InvariantCulture) => NewLine = "\n";

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Characters written since it was cleared.</summary>
    public int Length { get; private set; }

    /// <summary>Valid until something is written.</summary>
    public ReadOnlySpan<char> Written => _text.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public override void Write(char value)
    {
        if (Length == _text.Length) Grow(1);
        _text[Length++] = value;
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > _text.Length - Length) Grow(buffer.Length);
        buffer.CopyTo(_text.AsSpan(Length));
        Length += buffer.Length;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    private void Grow(int more) => Array.Resize(ref _text, Math.Max(2 * _text.Length, Length + more));
}
