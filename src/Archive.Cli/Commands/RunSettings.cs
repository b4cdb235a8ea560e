using System.Collections.Immutable;
using System.CommandLine;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary>What the common options of one run say.</summary>
public sealed record RunSettings
{
    /// <summary>As typed; <see cref="InputFolder"/> is the whole path.</summary>
    public required string Input { get; init; }

    public required string InputFolder { get; init; }

    public required string OutputFolder { get; init; }

    /// <summary>Null where no theme overrides the built-in one.</summary>
    public string? ThemeFolder { get; init; }

    public required DateOnly AsOf { get; init; }

    public ReportFormat Format { get; init; }

    public FindingLevel FailOn { get; init; }

    public bool IsQuiet { get; init; }

    /// <summary>Reads the options, or says in one sentence why nothing can be done and gives null.</summary>
    public static RunSettings? Read(ParseResult parsed, CommonOptions options, Terminal terminal)
    {
        var input = parsed.GetRequiredValue(options.Input);
        var folder = terminal.FullPath(input);
        if (!Directory.Exists(folder))
        {
            terminal.CannotRun($"There is no folder '{input}'. Name the archive's input with --input, or begin a new archive with 'archive init DIR'.");
            return null;
        }
        var theme = parsed.GetValue(options.Theme);
        if (theme is not null && !Directory.Exists(terminal.FullPath(theme)))
        {
            terminal.CannotRun($"There is no theme folder '{theme}'.");
            return null;
        }
        return new()
        {
            Input = input,
            InputFolder = folder,
            OutputFolder = terminal.FullPath(parsed.GetValue(options.Output) ?? "output"),
            ThemeFolder = ThemeFolderOf(terminal.FullPath(theme ?? "theme")),
            AsOf = parsed.GetValue(options.AsOf) ?? terminal.Today,
            Format = parsed.GetValue(options.Format),
            FailOn = parsed.GetResult(options.FailOn) is null ? FindingLevel.Error : parsed.GetValue(options.FailOn),
            IsQuiet = parsed.GetValue(options.Quiet),
        };
    }

    public BuildRequest Request(ImmutableArray<Audience> audiences) => new()
    {
        InputFolder = InputFolder,
        OutputFolder = OutputFolder,
        ThemeFolder = ThemeFolder,
        AsOf = AsOf,
        Audiences = audiences,
        FailOn = FailOn,
    };

    private static string? ThemeFolderOf(string path) => Directory.Exists(path) ? path : null;
}
