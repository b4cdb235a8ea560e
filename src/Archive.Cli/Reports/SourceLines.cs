using System.Text;
using Archive.Publishing.Secrets;

namespace Archive.Cli.Reports;

/// <summary>The lines of the files that findings name, read when a finding wants to show one. Secrets in them are masked: logs are kept.</summary>
/// <remarks>
/// Has state because a file with forty findings is read once, and all files into the same memory. Findings come sorted by place, so that the last file is the
/// only one that is kept: all files of a large archive would weigh more than the archive.
/// </remarks>
public sealed class SourceLines(string inputFolder)
{
    private string? _path;
    private byte[] _bytes = [];
    private char[] _text = [];

    /// <summary>The length of the text; -1 where the file cannot be read.</summary>
    private int _length = -1;

    /// <summary>Whether no secret is left in the text; else each line is masked when it is asked for: few are.</summary>
    private bool _isMasked;

    /// <summary>The line that was asked for last, and where it begins.</summary>
    private (int Number, int Start) _line = (1, 0);

    /// <summary>A line without its end; null where the file cannot be read or is shorter.</summary>
    /// <param name="path">Below the input folder.</param>
    /// <param name="line">1-based.</param>
    public string? Find(string path, int line)
    {
        if (path != _path) (_path, _length, _line) = (path, Read(Path.Combine(inputFolder, path)), (1, 0));
        return _length < 0 || line < 1 ? null : LineOf(line);
    }

    /// <summary>Lines end in <c>\n</c>, <c>\r\n</c> or <c>\r</c>, as they do where they are counted, and in nothing else.</summary>
    private string? LineOf(int line)
    {
        if (line < _line.Number) _line = (1, 0);
        for (var (number, start) = _line; ; number++)
        {
            var rest = _text.AsSpan(start, _length - start);
            var end = rest.IndexOfAny('\n', '\r');
            if (number == line)
            {
                _line = (number, start);
                var found = (end < 0 ? rest : rest[..end]).ToString();
                return _isMasked ? found : SecretMask.Of(found);
            }
            if (end < 0) return null;
            start += end + (rest[end..].StartsWith("\r\n") ? 2 : 1);
        }
    }

    /// <summary>The length of the text; -1 where the file cannot be read.</summary>
    private int Read(string file)
    {
        try
        {
            var length = ReadBytes(file);
            var text = _bytes.AsSpan(0, length);
            var isUtf8 = text is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..]);
            length = isUtf8 ? Decode(text is [0xEF, 0xBB, 0xBF, ..] ? text[3..] : text) : Take(File.ReadAllText(file));
            _isMasked = SecretMask.MaySpanLines(_text.AsSpan(0, length));
            if (_isMasked) SecretMask.Hide(_text.AsSpan(0, length));
            return length;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The finding itself says what is wrong with the file; it stands without an excerpt.
            return -1;
        }
    }

    private int ReadBytes(string file)
    {
        using var handle = File.OpenHandle(file);
        var length = 0;
        for (int read; ; length += read)
        {
            if (_bytes.Length - length < 1024) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, checked((int)RandomAccess.GetLength(handle)) + 4096));
            read = RandomAccess.Read(handle, _bytes.AsSpan(length), length);
            if (read == 0) return length;
        }
    }

    private int Decode(ReadOnlySpan<byte> utf8)
    {
        if (_text.Length < utf8.Length) _text = new char[Math.Max(2 * _text.Length, utf8.Length)]; // no byte makes more than one
        return Encoding.UTF8.GetChars(utf8, _text);
    }

    private int Take(string text)
    {
        _text = text.ToCharArray();
        return text.Length;
    }
}
