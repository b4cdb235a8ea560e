namespace Archive.Cli;

/// <summary>Where words go and what that place can show. Made once from the process; below it nothing looks at the environment or the clock.</summary>
public sealed record Terminal
{
    public const int FullWidth = 100;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Paths on the command line start here, and printed paths too.</summary>
    public required string CurrentFolder { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether escape sequences for colour are wanted and understood.</summary>
    public bool HasColour { get; init; }

    /// <summary>Whether a person sits there who can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether a line on standard error may be written over.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>In cells.</summary>
    public int Width { get; init; } = FullWidth;

    /// <summary>The file that a GitHub job shows as its summary; null elsewhere.</summary>
    public string? StepSummaryFile { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>A path from the command line, whole.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentFolder);

    /// <summary>A path as a person in the current folder would write it; whole where it lies elsewhere. Forward slashes.</summary>
    public string ShortPath(string path)
    {
        var full = FullPath(path);
        var relative = Path.GetRelativePath(CurrentFolder, full);
        return (relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? full : relative).Replace('\\', '/');
    }

    /// <summary>Says in one sentence why nothing could be done.</summary>
    /// <returns><see cref="ExitCode.CannotRun"/>.</returns>
    public int CannotRun(string sentence)
    {
        Error.WriteLine($"archive: {Reports.Visible.Of(sentence)}");
        return ExitCode.CannotRun;
    }
}

/// <summary>What the process says when it ends.</summary>
public static class ExitCode
{
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>No input, no usable output, or a command that does not exist.</summary>
    public const int CannotRun = 2;
}
