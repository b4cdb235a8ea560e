using System.Text.Json;
using Xunit;

namespace Archive.Tests.Cli.Commands;

public sealed class CheckCommandTests
{
    private const string Example = "input/postmortems/2025/2025-03-11-sign-in-slow-after-release.md";

    [Fact]
    public void A_finding_fails_the_run_and_shows_its_line()
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Replace(Example, "severity: sev2", "severity: sev9");
        var run = CommandLineRun.Of(folder, "check");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{Example}:6:11: error unknown-severity: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("    6 | severity: sev9\n      |           ^^^^\n  help: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 error in 1 postmortem\n'archive explain unknown-severity' ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixing_writes_the_public_id_that_is_missing_and_nothing_else()
    {
        using var folder = TemporaryFolder.WithArchive();
        const string note = "input/postmortems/2025/2025-03-11-sign-in-slow-after-release.public.md";
        var whole = folder.Read(note);
        var id = whole.Split('\n').Single(l => l.StartsWith("public_id: ", StringComparison.Ordinal));
        folder.Write(note, whole.Replace($"{id}\n", "", StringComparison.Ordinal));
        Assert.Contains("missing-public-id", CommandLineRun.Of(folder, "check").Output, StringComparison.Ordinal);
        var run = CommandLineRun.Of(folder, "check", "--fix");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Mended 1 file.\n", run.Error, StringComparison.Ordinal);
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(whole).Replace(System.Text.RegularExpressions.Regex.Escape(id), "public_id: [a-z0-9]{12}", StringComparison.Ordinal)}$", folder.Read(note));
        Assert.Equal("no findings in 1 postmortem\n", CommandLineRun.Of(folder, "check", "--fix").Output);
    }

    [Fact]
    public void A_report_for_a_program_is_nothing_but_the_report()
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Replace(Example, "severity: sev2", "severity: sev9");
        var run = CommandLineRun.Of(folder, "check", "--format", "json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(Example, JsonDocument.Parse(run.Output).RootElement.GetProperty("findings")[0].GetProperty("path").GetString());
    }

    [Fact]
    public void Paths_are_those_of_the_current_folder_wherever_the_input_is()
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Replace(Example, "severity: sev2", "severity: sev9");
        var elsewhere = CommandLineRun.Of(folder, t => t with { CurrentFolder = folder.File("input/postmortems") }, "check", "--input", "..");
        Assert.Contains($"{folder.File(Example)}:6:11: error", elsewhere.Output, StringComparison.Ordinal);
        var inside = CommandLineRun.Of(folder, t => t with { CurrentFolder = folder.File("input") }, "check", "--input", ".");
        Assert.StartsWith("postmortems/2025/", inside.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_that_github_would_drop_go_to_the_summary_of_the_job()
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Replace(Example, "authors:", string.Concat(Enumerable.Range(1, 14).Select(i => $"unknown_key_{i}: x\n")) + "authors:");
        var run = CommandLineRun.Of(folder, t => t with { StepSummaryFile = folder.File("summary.md") }, "check", "--format", "github");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(10, run.Output.Split("::error ").Length - 1);
        Assert.Contains("unknown\\_key\\_14", folder.Read("summary.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing_of_a_clean_archive()
    {
        using var folder = TemporaryFolder.WithArchive();
        Assert.Equal(new(0, "", ""), CommandLineRun.Of(folder, "check", "--quiet"));
    }
}
