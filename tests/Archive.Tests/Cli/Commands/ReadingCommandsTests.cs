using Xunit;
namespace Archive.Tests.Cli.Commands;

/// <summary>Commands that print: explain, schema, show, completion.</summary>
public sealed class ReadingCommandsTests
{
    [Fact]
    public void Explain_shows_a_rule_broken_and_mended()
    {
        using var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, "explain", "unknown-severity");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("error unknown-severity: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nBroken: in the front matter\n\n    ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nMended: in the front matter\n\n    ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_with_a_typing_error_is_guessed()
    {
        using var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, "explain", "unknown-severty");
        Assert.Equal(new(2, "", "archive: 'unknown-severty' is not a code; did you mean 'unknown-severity'?\n"), run);
    }

    [Fact]
    public void Every_rule_is_listed()
    {
        using var folder = new TemporaryFolder();
        var list = CommandLineRun.Of(folder, "explain", "--list").Output;
        Assert.All(Archive.Incidents.Validation.RuleCatalogue.All, rule => Assert.Contains($"\n  {rule.Code} ", list, StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_is_printed_by_name_and_all_are_written_by_folder()
    {
        using var folder = new TemporaryFolder();
        var printed = CommandLineRun.Of(folder, "schema", "postmortem").Output;
        Assert.Equal(0, CommandLineRun.Of(folder, "schema", "--write", "schema").ExitCode);
        Assert.Equal(printed, folder.Read("schema/postmortem.json"));
        Assert.Equal(Archive.Incidents.Drafting.SchemaFiles.All.Length, Directory.GetFiles(folder.File("schema")).Length);
    }

    [Fact]
    public void Show_prints_the_facts_within_a_hundred_columns()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, "show", "inc-001");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nresolved      11 Mar 2025, 10:05 UTC  after 53 min\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  AI-1  ", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n').Where(l => !l.StartsWith("INC-001", StringComparison.Ordinal)), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void Show_as_json_is_the_file_of_the_internal_site()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, "show", "INC-001", "--format", "json");
        Assert.Equal(0, CommandLineRun.Of(folder, "build", "--audience", "internal").ExitCode);
        Assert.Equal(folder.Read("output/internal/api/incidents/inc-001.json"), run.Output);
    }

    [Fact]
    public void An_id_that_is_not_there_is_guessed()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, "show", "INC-0001");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("archive: There is no postmortem INC-0001; did you mean INC-001?\n", run.Error);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_completion_script_asks_archive_itself(string shell)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("archive \"[suggest:", CommandLineRun.Of(folder, "completion", shell).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive explain unknown-sev", "unknown-severity")]
    [InlineData("archive show INC", "INC-001")]
    [InlineData("archive check --format ", "sarif")]
    [InlineData("archive sch", "schema")]
    public void What_could_come_next_is_suggested(string line, string expected)
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, $"[suggest:{line.Length}]", line);
        Assert.Contains(expected, run.Output.Split('\n'));
    }
}
