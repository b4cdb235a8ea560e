using System.CommandLine;
using Archive.Incidents;

namespace Archive.Cli.Commands;

/// <summary><c>archive check</c>: reads everything, writes nothing, reports every finding.</summary>
public static class CheckCommand
{
    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var command = new Command("check", "Read everything and report every finding; write nothing.")
        {
            options.Input, options.Theme, options.AsOf, options.Format, options.FailOn, options.Quiet,
        };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            BuildReport report;
            using (Progress.Start(terminal, settings.IsQuiet, $"Checking {terminal.ShortPath(settings.InputFolder)}"))
                report = ArchiveBuild.Check(settings.Request([Audience.Internal, Audience.Public]));
            return ConsoleReport.Write(terminal, settings, report);
        });
        return command;
    }
}
