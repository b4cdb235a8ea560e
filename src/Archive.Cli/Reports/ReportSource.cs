namespace Archive.Cli.Reports;

/// <summary>What a report needs to know of the files behind the findings.</summary>
/// <param name="PathOf">From a path below the input folder to the one that is printed: <c>input/archive.yml</c>.</param>
/// <param name="LineOf">A line of such a file by its 1-based number; null where it cannot be shown. A long report asks from several threads, each <see cref="Apart"/>.</param>
public sealed record ReportSource(Func<string, string> PathOf, Func<string, int, string?> LineOf)
{
    private Func<SourceLines>? OtherLines { get; init; }

    /// <summary>The same for another thread: who reads files remembers the last one.</summary>
    public ReportSource Apart() => OtherLines is { } lines ? this with { LineOf = lines().Find } : this;

    /// <summary>Paths as seen from the current folder.</summary>
    public static ReportSource Of(Terminal terminal, string inputFolder)
    {
        var prefix = terminal.ShortPath(inputFolder).TrimEnd('/');
        return new(path => prefix == "." ? path : $"{prefix}/{path}", new SourceLines(inputFolder).Find) { OtherLines = () => new(inputFolder) };
    }
}
