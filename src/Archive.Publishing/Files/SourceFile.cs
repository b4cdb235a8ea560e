using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Publishing.Files;

/// <summary>A text file of the input.</summary>
/// <param name="Path">Below the input folder, with forward slashes.</param>
/// <param name="Text">Without byte order mark; lines end in <c>\n</c>, whatever the file has.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>Larger files are not read.</summary>
    public const int LargestBytes = 2 * 1024 * 1024;

    /// <summary>Reads a file; null, with a finding, where it is too large or not UTF-8.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceFile? Read(string fullPath, string path, DiagnosticBag problems)
    {
        using var handle = File.OpenHandle(fullPath, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        if (length > LargestBytes)
        {
            problems.Add(DocumentProblems.FileTooLarge(path, length, LargestBytes));
            return null;
        }
        var bytes = ArrayPool<byte>.Shared.Rent((int)length); // not more than the bound above
        try
        {
            var read = 0;
            while (read < length && RandomAccess.Read(handle, bytes.AsSpan(read, (int)length - read), read) is > 0 and var more) read += more;
            return OfBytes(bytes.AsSpan(0, read), path, problems);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The text of a file's bytes; null, with a finding at the first bad byte, where they are not UTF-8.</summary>
    public static SourceFile? OfBytes(ReadOnlySpan<byte> bytes, string path, DiagnosticBag problems)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes))
        {
            problems.Add(DocumentProblems.InvalidUtf8(PlaceOfFirstBadByte(bytes, path)));
            return null;
        }
        var text = WithPlainLines(Encoding.UTF8.GetString(bytes));
        if (ControlCharacters.IndexIn(text) is >= 0 and var unseen)
        {
            problems.Add(DocumentProblems.ControlCharacter(PlaceOf(text, unseen, path), text[unseen]));
            text = ControlCharacters.Show(text);
        }
        return new(path, text);
    }

    /// <summary>A text whose lines end in <c>\n</c>.</summary>
    internal static string WithPlainLines(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static SourceLocation PlaceOf(string text, int index, string path)
    {
        var before = text.AsSpan(0, index);
        return new(path, before.Count('\n') + 1, index - before.LastIndexOf('\n'), 1);
    }

    private static SourceLocation PlaceOfFirstBadByte(ReadOnlySpan<byte> bytes, string path)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == OperationStatus.Done) at += consumed;
        var before = bytes[..at];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(path, line, column);
    }
}
