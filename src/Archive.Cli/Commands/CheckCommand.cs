using System.CommandLine;
using Archive.Cli.Reports;
using Archive.Cli.Writing;
using Archive.Incidents;
using Archive.Incidents.Fixing;

namespace Archive.Cli.Commands;

/// <summary><c>archive check</c>: reads everything and reports every finding; writes nothing unless it is asked to mend.</summary>
public static class CheckCommand
{
    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var fix = new Option<bool>("--fix") { Description = "Mend what can mean one thing only: key order and spelling, lists, aliases, dates, ids" };
        var diff = new Option<bool>("--diff") { Description = "Show what --fix changes; without --fix nothing is written" };
        var changed = new Option<string?>("--changed") { HelpName = "BASE", Description = "Report only what differs from where the branch left BASE, and what that breaks elsewhere" };
        var command = new Command("check", "Read everything and report every finding; write nothing without --fix.")
        {
            options.Input, options.Theme, options.AsOf, options.Format, options.FailOn, fix, diff, changed, options.Quiet,
        };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            if (parsed.GetValue(diff) || parsed.GetValue(fix))
            {
                var fixes = ArchiveFixes.Of(settings.InputFolder, settings.AsOf, PublicNoteTemplate.NewPublicId);
                if (parsed.GetValue(diff)) Show(fixes, settings, terminal);
                if (!parsed.GetValue(fix)) return fixes.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
                Write(fixes, settings, terminal);
            }
            return Check(parsed.GetValue(changed), settings, terminal);
        });
        return command;
    }

    private static int Check(string? since, RunSettings settings, Terminal terminal)
    {
        GitChanges? changes = null;
        if (since is not null && (changes = GitChanges.Since(since, settings.InputFolder, out var why)) is null) return terminal.CannotRun(why);
        BuildReport report;
        using (Progress.Start(terminal, settings.IsQuiet, $"Checking {terminal.ShortPath(settings.InputFolder)}"))
            report = ArchiveBuild.Check(settings.Request([Audience.Internal, Audience.Public]));
        return ConsoleReport.Write(terminal, settings, changes is null ? report : changes.Of(report, settings.FailOn));
    }

    private static void Show(IReadOnlyList<FileFix> fixes, RunSettings settings, Terminal terminal)
    {
        var source = ReportSource.Of(terminal, settings.InputFolder);
        foreach (var fix in fixes) terminal.Output.Write(UnifiedDiff.Of(source.PathOf(fix.File.Path), fix.Before, fix.After));
    }

    /// <summary>Each file is the old one or the new one, never half of it.</summary>
    private static void Write(IReadOnlyList<FileFix> fixes, RunSettings settings, Terminal terminal)
    {
        foreach (var fix in fixes)
        {
            var beside = fix.File.FullPath + ".fixed~";
            File.WriteAllBytes(beside, fix.Bytes);
            File.Move(beside, fix.File.FullPath, overwrite: true);
        }
        if (!settings.IsQuiet) terminal.Error.WriteLine(fixes.Count == 0 ? "Nothing to mend." : $"Mended {Tally.Count(fixes.Count, "file", "files")}.");
    }
}
