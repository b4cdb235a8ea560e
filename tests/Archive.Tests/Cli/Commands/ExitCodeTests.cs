using Archive.Cli;
using Xunit;

namespace Archive.Tests.Cli.Commands;

public sealed class ExitCodeTests
{
    [Fact]
    public void Without_an_input_folder_nothing_can_run()
    {
        using var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, "build");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("archive: There is no folder 'input'.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive: 'chek' is not a command; did you mean 'check'", "chek")]
    [InlineData("archive: 'xml' is not a format: write text, json, github or sarif", "check", "--format", "xml")]
    [InlineData("archive: '2026-13-01' is not a date", "check", "--as-of", "2026-13-01")]
    [InlineData("archive: 'example.com' is not the address of a site", "build", "--base-url", "example.com")]
    [InlineData("archive: There is no completion for 'tcsh'", "completion", "tcsh")]
    [InlineData("archive: What shall be done?")]
    public void Bad_usage_is_one_sentence(string begin, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(begin, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void One_address_for_two_sites_is_refused()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, "build", "--base-url", "https://example.com");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_bug_says_that_it_is_one_and_a_broken_disk_does_not()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((2, "archive: This is a bug in archive, not in your files. NotSupportedException: odd\n"), Guarded(folder, new NotSupportedException("odd")));
        Assert.Equal((2, "archive: The disk is full.\n"), Guarded(folder, new IOException("The disk is full.")));
    }

    [Fact]
    public void The_version_is_printed()
    {
        using var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, "--version");
        Assert.Equal((0, $"archive {ArchiveVersion.Number}\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    [InlineData("serve")]
    [InlineData("new")]
    [InlineData("init")]
    [InlineData("show")]
    [InlineData("explain")]
    [InlineData("schema")]
    [InlineData("completion")]
    public void Every_command_has_help_with_examples_of_its_own(string command)
    {
        using var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Examples:\n  ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"archive {command}", run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 120, line));
    }

    private static (int ExitCode, string Error) Guarded(TemporaryFolder folder, Exception thrown)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Output = TextWriter.Null, Error = error, CurrentFolder = folder.Path, Now = default };
        return (ArchiveCommandLine.Guard(terminal, () => throw thrown), error.ToString());
    }
}
