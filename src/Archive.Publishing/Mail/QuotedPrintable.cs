using System.Text;

namespace Archive.Publishing.Mail;

/// <summary>Text in ASCII lines of at most 76 characters, as RFC 2045 has it: readable where it is plain.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;
    private const string HexDigits = "0123456789ABCDEF";

    /// <param name="text">Lines end in LF or CR LF.</param>
    /// <returns>UTF-8, encoded; lines end in CR LF, also the last.</returns>
    public static string Of(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        foreach (var line in lines) AppendLine(encoded, Encoding.UTF8.GetBytes(line));
        return encoded.ToString();
    }

    private static void AppendLine(StringBuilder to, ReadOnlySpan<byte> line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            var isPlain = IsPlain(line, i, isLast);
            var width = isPlain ? 1 : 3;
            if (column + width > (isLast ? LineLength : LineLength - 1))
            {
                to.Append("=\r\n");
                column = 0;
            }
            if (isPlain) to.Append((char)line[i]);
            else to.Append('=').Append(HexDigits[line[i] >> 4]).Append(HexDigits[line[i] & 0xF]);
            column += width;
        }
        to.Append("\r\n");
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
