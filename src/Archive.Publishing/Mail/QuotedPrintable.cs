using System.Buffers;

namespace Archive.Publishing.Mail;

/// <summary>Text in ASCII lines of at most 76 characters, as RFC 2045 has it: readable where it is plain.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    /// <summary>What stands for itself within a line.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create([(byte)' ', (byte)'\t', .. Enumerable.Range(33, 94).Where(c => c != '=').Select(c => (byte)c)]);

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
        var encoded = new EncodedLine(to.GetSpan(4 * line.Length + 2)); // at most three characters for a byte, and the ends of the lines between
        if (line.StartsWith("From "u8)) // begins another message in a mailbox file
        {
            encoded.Escape(line[0], LineLength - 1);
            line = line[1..];
        }
        while (line.Length > 1)
        {
            var plain = line[..^1].IndexOfAnyExcept(Plain);
            if (plain < 0) plain = line.Length - 1;
            encoded.Copy(line[..plain]);
            line = line[plain..];
            if (line.Length == 1) break;
            encoded.Escape(line[0], LineLength - 1);
            line = line[1..];
        }
        if (!line.IsEmpty) encoded.End(line[0], isAlone: encoded.IsEmpty);
        "\r\n"u8.CopyTo(encoded.Rest);
        to.Advance(encoded.Length + 2);
    }

    /// <summary>A line as it is encoded. Has state because it counts where the line it writes has to break.</summary>
    private ref struct EncodedLine(Span<byte> to)
    {
        private readonly Span<byte> _to = to;
        private int _column;

        public int Length { get; private set; }

        public readonly bool IsEmpty => Length == 0;

        public readonly Span<byte> Rest => _to[Length..];

        /// <summary>Plain characters behind which others follow.</summary>
        public void Copy(ReadOnlySpan<byte> plain)
        {
            while (!plain.IsEmpty)
            {
                if (_column == LineLength - 1) Break();
                var fitting = plain[..Math.Min(plain.Length, LineLength - 1 - _column)];
                fitting.CopyTo(Rest);
                (Length, _column) = (Length + fitting.Length, _column + fitting.Length);
                plain = plain[fitting.Length..];
            }
        }

        /// <param name="width">What the line may have behind it; one more where nothing follows, not even the sign of a break.</param>
        public void Escape(byte value, int width)
        {
            if (_column + 3 > width) Break();
            (_to[Length], _to[Length + 1], _to[Length + 2]) = ((byte)'=', HexDigits[value >> 4], HexDigits[value & 0xF]);
            (Length, _column) = (Length + 3, _column + 3);
        }

        /// <summary>The last character. A space at the end of a line is lost on the way, and a line of one dot ends a message.</summary>
        public void End(byte last, bool isAlone)
        {
            if (last is (byte)' ' or (byte)'\t' || (last == '.' && isAlone) || !Plain.Contains(last)) Escape(last, LineLength);
            else _to[Length++] = last; // there is room, where a break does not have to follow
        }

        private void Break()
        {
            "=\r\n"u8.CopyTo(Rest);
            (Length, _column) = (Length + 3, 0);
        }
    }
}
