using System.Collections.Immutable;
using Archive.Cli.Reports;
using Archive.Cli.Writing;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands.Public;

/// <summary>Changes a note on disk, unless the changed one would be refused: then it stays as it was.</summary>
internal static class NoteChange
{
    /// <returns>Whether the change stays. Where it does not, its findings have been printed.</returns>
    public static bool Write(Terminal terminal, RunSettings settings, NoteFile before, NoteFile after)
    {
        after.Save();
        var path = Path.GetRelativePath(settings.InputFolder, after.Path).Replace('\\', '/');
        ImmutableArray<Diagnostic> refused = [.. ArchiveBuild.Check(settings.Request([Audience.Public])).Findings.Where(f => f.Level == FindingLevel.Error && f.Location.Path == path)];
        if (refused.IsEmpty) return true;
        terminal.Output.Write(TextReport.Of(refused, ReportSource.Of(terminal, settings.InputFolder), terminal.Width, new(terminal.HasColour)));
        before.Save();
        terminal.Output.WriteLine($"Nothing was changed in {terminal.ShortPath(before.Path)}.");
        return false;
    }
}
