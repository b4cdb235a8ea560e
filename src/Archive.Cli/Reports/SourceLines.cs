using Archive.Publishing.Secrets;

namespace Archive.Cli.Reports;

/// <summary>The lines of the files that findings name, read when a finding wants to show one. Secrets in them are masked: logs are kept.</summary>
/// <remarks>
/// Has state because a file with forty findings is read once. Findings come sorted by place, so that the last file is the only one that is kept: all
/// files of a large archive would weigh more than the archive.
/// </remarks>
public sealed class SourceLines(string inputFolder)
{
    private string? _path;
    private string? _text;

    /// <summary>A line without its end; null where the file cannot be read or is shorter.</summary>
    /// <param name="path">Below the input folder.</param>
    /// <param name="line">1-based.</param>
    public string? Find(string path, int line)
    {
        if (path != _path) (_path, _text) = (path, Read(Path.Combine(inputFolder, path)));
        return _text is null || line < 1 ? null : LineOf(_text, line);
    }

    /// <summary>Lines end in <c>\n</c>, <c>\r\n</c> or <c>\r</c>, as they do where they are counted, and in nothing else.</summary>
    private static string? LineOf(string text, int line)
    {
        var rest = text.AsSpan();
        for (var number = 1; ; number++)
        {
            var end = rest.IndexOfAny('\n', '\r');
            if (number == line) return (end < 0 ? rest : rest[..end]).ToString();
            if (end < 0) return null;
            rest = rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        }
    }

    /// <summary>Null where the file cannot be read.</summary>
    private static string? Read(string file)
    {
        try
        {
            return SecretMask.Of(File.ReadAllText(file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The finding itself says what is wrong with the file; it stands without an excerpt.
            return null;
        }
    }
}
