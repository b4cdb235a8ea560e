using System.Collections.Immutable;
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
    private ImmutableArray<string> _lines = [];

    /// <summary>A line without its end; null where the file cannot be read or is shorter.</summary>
    /// <param name="path">Below the input folder.</param>
    /// <param name="line">1-based.</param>
    public string? Find(string path, int line)
    {
        if (path != _path) (_path, _lines) = (path, Read(Path.Combine(inputFolder, path)));
        return line >= 1 && line <= _lines.Length ? _lines[line - 1] : null;
    }

    public static ImmutableArray<string> LinesOf(string text) =>
        [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r')];

    private static ImmutableArray<string> Read(string file)
    {
        try
        {
            return LinesOf(SecretMask.Of(File.ReadAllText(file)));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The finding itself says what is wrong with the file; it stands without an excerpt.
            return [];
        }
    }
}
