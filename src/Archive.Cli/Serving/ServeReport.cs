using Archive.Cli.Commands;
using Archive.Cli.Reports;

namespace Archive.Cli.Serving;

/// <summary>What the console says while serving.</summary>
public static class ServeReport
{
    public static void Started(Terminal terminal, RunSettings settings, LiveState state, IReadOnlyList<SiteServer> servers)
    {
        var colours = new Colours(terminal.HasColour);
        WriteFindings(terminal, settings, state);
        foreach (var server in servers)
        {
            var pages = state.Find(server.Audience) is { } planned ? Tally.Count(planned.Site.Pages.Length, "file", "files") : "nothing to show yet";
            terminal.Output.WriteLine($"{AudienceName.Of(server.Audience),-8}  {colours.Strong(server.Address.ToString())}  {pages}");
        }
        terminal.Output.WriteLine($"{Outcome(state, "ready")}. Edits in {terminal.ShortPath(settings.InputFolder)} show at once; Ctrl C ends it.");
        terminal.Output.Flush();
    }

    public static void Rebuilt(Terminal terminal, RunSettings settings, LiveState state)
    {
        WriteFindings(terminal, settings, state);
        if (!settings.IsQuiet || state.IsBroken) terminal.Output.WriteLine(Outcome(state, "rebuilt"));
        terminal.Output.Flush();
    }

    private static string Outcome(LiveState state, string done)
    {
        var took = $"in {state.Took.TotalMilliseconds:0} ms";
        if (!state.IsBroken) return state.Findings.IsEmpty ? $"{done} {took}" : $"{done} {took}, {Tally.Of(state.Findings)}";
        var rest = state.Sites.IsEmpty ? "there is nothing to show yet" : "the last good state stays";
        return state.Trouble is { } trouble ? $"not {done}: {Visible.Of(trouble)} ({rest})" : $"not {done}: {Tally.Of(state.Findings)}; {rest}";
    }

    /// <summary>Those that stop the build; the others are counted, and stand in the browser at <c>/_archive/findings</c>.</summary>
    private static void WriteFindings(Terminal terminal, RunSettings settings, LiveState state)
    {
        if (!state.IsBroken) return;
        var source = ReportSource.Of(terminal, settings.InputFolder);
        terminal.Output.Write(TextReport.Of([.. state.Findings.Where(f => f.Level >= settings.FailOn)], source, terminal.Width, new(terminal.HasColour)));
    }
}
