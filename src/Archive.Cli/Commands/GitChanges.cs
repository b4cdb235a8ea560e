using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Archive.Incidents;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary>The files of the input that differ from where a branch began, committed or not.</summary>
/// <param name="Paths">Below the input folder, with forward slashes.</param>
public sealed record GitChanges(ImmutableHashSet<string> Paths)
{
    private static readonly string[] SiteFiles = ["archive.yml", "services.yml", "failure-classes.yml"];

    /// <summary>Asks git; null, with a sentence, where it cannot say.</summary>
    /// <param name="reference">A branch, tag or commit: <c>origin/main</c>.</param>
    public static GitChanges? Since(string reference, string inputFolder, out string why)
    {
        why = "";
        if (reference.StartsWith('-'))
        {
            why = $"'{reference}' is not a branch, a tag or a commit.";
            return null;
        }
        var changed = Git(inputFolder, out why, "diff", "--name-only", "-z", "--relative", "--merge-base", reference, "--");
        var added = changed is null ? null : Git(inputFolder, out why, "ls-files", "-z", "--others", "--exclude-standard");
        return changed is null || added is null ? null : new([.. changed.Split('\0').Concat(added.Split('\0')).Where(p => p.Length > 0)]);
    }

    /// <summary>What of a report concerns the changed files: their own findings, and those that one file causes in another.</summary>
    public BuildReport Of(BuildReport report, FindingLevel failOn)
    {
        if (SiteFiles.Any(Paths.Contains)) return report; // every file is judged by these
        ImmutableArray<Diagnostic> findings = [.. report.Findings.Where(Concerns)];
        return report with { Findings = findings, Suppressed = [.. report.Suppressed.Where(s => Concerns(s.Finding))], Failed = findings.Any(f => f.Level >= failOn) };

        bool Concerns(Diagnostic finding) => Paths.Contains(finding.Location.Path) || RuleCatalogue.IsAcrossFiles(finding.Rule);
    }

    private static string? Git(string folder, out string why, params string[] arguments)
    {
        why = "";
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })
                ?? throw new InvalidOperationException("A program that is named is started.");
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0) return output;
            why = $"git does not know what has changed: {error.Result.Trim().Split('\n')[0]}";
        }
        catch (Win32Exception)
        {
            why = "--changed asks git, which cannot be started here.";
        }
        return null;
    }
}
