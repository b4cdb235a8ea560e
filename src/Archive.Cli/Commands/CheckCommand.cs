using System.CommandLine;
using Archive.Cli.Reports;
using Archive.Cli.Writing;
using Archive.Incidents;

namespace Archive.Cli.Commands;

/// <summary><c>archive check</c>: reads everything and reports every finding; writes nothing but what <c>--fix</c> asks for.</summary>
public static class CheckCommand
{
    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var fix = new Option<bool>("--fix") { Description = "First give a public id to each public note that has none" };
        var command = new Command("check", "Read everything and report every finding.")
        {
            fix, options.Input, options.Theme, options.AsOf, options.Format, options.FailOn, options.Quiet,
        };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            if (parsed.GetValue(fix)) AddPublicIds(terminal, settings);
            BuildReport report;
            using (Progress.Start(terminal, settings.IsQuiet, $"Checking {terminal.ShortPath(settings.InputFolder)}"))
                report = ArchiveBuild.Check(settings.Request([Audience.Internal, Audience.Public]));
            return ConsoleReport.Write(terminal, settings, report);
        });
        return command;
    }

    private static void AddPublicIds(Terminal terminal, RunSettings settings)
    {
        foreach (var file in NoteFile.All(settings.InputFolder).Where(f => f.ValueOf("public_id") is null))
        {
            if (file.With("public_id", PublicNoteTemplate.NewPublicId(), after: ["incident"]) is not { } mended) continue; // no front matter: a finding says so
            mended.Save();
            if (settings is { IsQuiet: false, Format: ReportFormat.Text }) terminal.Output.WriteLine($"{terminal.ShortPath(file.Path)}: public_id written");
        }
    }
}
