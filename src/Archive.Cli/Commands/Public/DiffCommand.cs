using System.Collections.Immutable;
using System.CommandLine;
using Archive.Cli.Comparing;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands.Public;

/// <summary><c>archive public diff</c>: exactly what the world would see change.</summary>
public static class DiffCommand
{
    private enum DiffFormat
    {
        Text,
        Markdown,
        Json,
    }

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var reference = new Option<string>("--base") { HelpName = "REF", Description = "The commit to compare with", DefaultValueFactory = _ => "HEAD" };
        var site = new Option<string?>("--base-site") { HelpName = "DIR", Description = "A built public site to compare with, instead of a commit" };
        var format = CommonOptions.Choice("--format", "How it is printed [default: text]", "a format", ("text", DiffFormat.Text), ("markdown", DiffFormat.Markdown), ("json", DiffFormat.Json));
        var command = new Command("diff", "Show what the world would see change.") { reference, site, format, options.Input, options.Theme, options.AsOf };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            return Run(terminal, settings, parsed.GetValue(site), parsed.GetValue(reference) ?? "HEAD", parsed.GetValue(format));
        });
        return command;
    }

    private static int Run(Terminal terminal, RunSettings settings, string? site, string reference, DiffFormat format)
    {
        var problems = new DiagnosticBag();
        if (PublicPreview.Of(settings.Request([Audience.Public]), problems) is not { } after) return Refuse(terminal, settings, problems);
        ImmutableSortedDictionary<string, byte[]> before;
        try
        {
            before = site is null ? SiteAt(settings, reference) : FilesOf(terminal.FullPath(site));
        }
        catch (GitException refused)
        {
            return terminal.CannotRun(refused.Message);
        }
        var changes = SiteChange.Of(before, after);
        terminal.Output.Write(format switch
        {
            DiffFormat.Text => ChangeReport.Text(changes, new(terminal.HasColour)),
            DiffFormat.Markdown => ChangeReport.Markdown(changes),
            DiffFormat.Json => ChangeReport.Json(changes),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        });
        return ExitCode.Clean;
    }

    private static int Refuse(Terminal terminal, RunSettings settings, DiagnosticBag problems)
    {
        terminal.Error.Write(TextReport.Of([.. problems.Sorted().Where(f => f.Level == FindingLevel.Error)], ReportSource.Of(terminal, settings.InputFolder), terminal.Width, new(AreOn: false)));
        terminal.Error.WriteLine("Nothing would be published while these stand.");
        return ExitCode.Findings;
    }

    /// <summary>The public site of a commit, by this program. A commit without an archive, or with one that did not build, had no site.</summary>
    private static ImmutableSortedDictionary<string, byte[]> SiteAt(RunSettings settings, string reference)
    {
        var folder = Directory.CreateTempSubdirectory("archive-base-").FullName;
        try
        {
            var (input, theme) = (Path.Combine(folder, "input"), Path.Combine(folder, "theme"));
            if (!Git.Extract(settings.InputFolder, reference, input)) return ImmutableSortedDictionary<string, byte[]>.Empty;
            var hasTheme = settings.ThemeFolder is { } own && Git.Extract(own, reference, theme);
            var request = settings.Request([Audience.Public]) with { InputFolder = input, ThemeFolder = hasTheme ? theme : null, KeepGoing = true };
            return PublicPreview.Of(request, new()) ?? ImmutableSortedDictionary<string, byte[]>.Empty;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a host would serve of a folder: all but what a build writes about itself.</summary>
    private static ImmutableSortedDictionary<string, byte[]> FilesOf(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith('.'))
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal)
        : throw new GitException($"There is no folder {folder}.");
}
