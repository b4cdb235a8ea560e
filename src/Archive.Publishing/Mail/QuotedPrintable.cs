using System.Buffers;

namespace Archive.Publishing.Mail;

/// <summary>Text in ASCII lines of at most 76 characters, as RFC 2045 has it: readable where it is plain.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    private static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;

    /// <summary>Writes a text encoded; lines end in CR LF, also the last.</summary>
    /// <param name="text">UTF-8. Lines end in LF or CR LF; empty ones at the end are left out.</param>
    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> to)
    {
        for (var rest = WithoutEnd(text); ;)
        {
            var end = rest.IndexOf((byte)'\n');
            WriteLine(end < 0 ? rest : WithoutReturn(rest[..end]), to);
            if (end < 0) return;
            rest = rest[(end + 1)..];
        }
    }

    private static ReadOnlySpan<byte> WithoutEnd(ReadOnlySpan<byte> text)
    {
        while (text.EndsWith("\n"u8)) text = WithoutReturn(text[..^1]);
        return text;
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line.EndsWith("\r"u8) ? line[..^1] : line;

    private static void WriteLine(ReadOnlySpan<byte> line, IBufferWriter<byte> to)
    {
        var encoded = to.GetSpan(4 * line.Length + 2); // at most three characters for a byte, and the ends of the lines between
        var (length, column) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            var isPlain = IsPlain(line, i, isLast);
            var width = isPlain ? 1 : 3;
            if (column + width > (isLast ? LineLength : LineLength - 1))
            {
                "=\r\n"u8.CopyTo(encoded[length..]);
                (length, column) = (length + 3, 0);
            }
            if (isPlain) encoded[length] = line[i];
            else (encoded[length], encoded[length + 1], encoded[length + 2]) = ((byte)'=', HexDigits[line[i] >> 4], HexDigits[line[i] & 0xF]);
            (length, column) = (length + width, column + width);
        }
        "\r\n"u8.CopyTo(encoded[length..]);
        to.Advance(length + 2);
    }

    private static bool IsPlain(ReadOnlySpan<byte> line, int index, bool isLast) => line[index] switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => !isLast, // a space at the end of a line is lost on the way
        (byte)'.' => line.Length > 1, // a line of one dot ends a message on the way
        (byte)'F' => !(index == 0 && line.StartsWith("From "u8)), // begins another message in a mailbox file
        var value => value is >= 33 and <= 126,
    };
}
