using System.CommandLine;
using Archive.Cli.Reports;
using Archive.Cli.Serving;
using Archive.Incidents;
using Archive.Incidents.Drafting;

namespace Archive.Cli.Commands;

/// <summary><c>archive serve</c>: both sites in a browser of this machine, always as the files are now.</summary>
public static class ServeCommand
{
    private const int UsualPort = 4040;
    private const int PortsToTry = 20;

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var port = new Option<int?>("--port") { HelpName = "PORT", Description = $"Port of the internal site; the public one takes the next [default: {UsualPort}]" };
        var command = new Command("serve", "Show both sites in a browser of this machine and keep up with every edit.")
        {
            port, options.Input, options.Theme, options.AsOf, options.FailOn, options.Quiet,
        };
        command.SetAction((parsed, stop) =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return Task.FromResult(ExitCode.CannotRun);
            return parsed.GetValue(port) is < 0 or > 65534
                ? Task.FromResult(terminal.CannotRun($"{parsed.GetValue(port)} is not a port: write a number from 1 to 65534."))
                : RunAsync(terminal, settings, parsed.GetValue(port), stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, RunSettings settings, int? port, CancellationToken stop)
    {
        var cache = new ReadCache();
        var request = settings.Request([Audience.Internal, Audience.Public]);
        var live = new LiveArchive(problems => ArchiveBuild.Plan(request, cache, problems));
        using var watcher = new InputWatcher([settings.InputFolder, settings.ThemeFolder ?? terminal.FullPath("theme")]);
        using (Progress.Start(terminal, settings.IsQuiet, $"Reading {terminal.ShortPath(settings.InputFolder)}")) live.Rebuild();

        // Files change between two requests, so that every answer looks at them anew.
        var first = port ?? UsualPort;
        await using var inside = await SiteServer.StartAsync(live, Audience.Internal, () => ReportSource.Of(terminal, settings.InputFolder), first, port is null ? PortsToTry : 1);
        if (inside is null) return terminal.CannotRun($"Port {first} is taken. Choose another one with --port.");
        await using var outside = await SiteServer.StartAsync(live, Audience.Public, () => ReportSource.Of(terminal, settings.InputFolder), first == 0 ? 0 : inside.Address.Port + 1, PortsToTry);
        if (outside is null) return terminal.CannotRun($"No port from {inside.Address.Port + 1} on is free. Choose another one with --port.");

        ServeReport.Started(terminal, settings, live.State, [inside, outside]);
        await watcher.RunAsync(() => ServeReport.Rebuilt(terminal, settings, live.Rebuild()), stop);
        return ExitCode.Clean;
    }
}
