using System.Text.Json;
using Xunit;

namespace Archive.Tests.Cli.Commands;

/// <summary><c>archive search</c>, on a built index and without one.</summary>
public sealed class SearchCommandTests
{
    [Fact]
    public void A_built_index_answers_without_the_input()
    {
        using var folder = Built();
        Directory.Delete(folder.File("input"), recursive: true);
        var run = CommandLineRun.Of(folder, "search", "sign-in", "slow");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("INC-001  Sign-in slow", run.Output, StringComparison.Ordinal);
        Assert.Contains("input/postmortems/2025/", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_index_the_input_is_read_and_the_answer_is_the_same()
    {
        using var folder = TemporaryFolder.WithArchive();
        var read = CommandLineRun.Of(folder, "search", "sign-in slow");
        Assert.Equal(0, CommandLineRun.Of(folder, "build").ExitCode);
        var built = CommandLineRun.Of(folder, "search", "sign-in slow");
        Assert.Equal((0, built.Output), (read.ExitCode, read.Output));
        Assert.StartsWith("archive: output/internal holds no search index; reading input instead.", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_exit_code_one()
    {
        using var folder = Built();
        var run = CommandLineRun.Of(folder, "search", "zzzqqqxyzzy");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Nothing is found.", run.Output, StringComparison.Ordinal);
        Assert.Equal((1, "[]\n"), CommandLineRun.Of(folder, "search", "zzzqqqxyzzy", "--format", "json") is var json ? (json.ExitCode, json.Output) : default);
    }

    [Fact]
    public void A_filter_that_no_postmortem_has_is_told()
    {
        using var folder = Built();
        Assert.StartsWith("No postmortem has service:chekout: it is searched as words.\n", CommandLineRun.Of(folder, "search", "service:chekout sign-in").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_keys_that_programs_know()
    {
        using var folder = Built();
        var run = CommandLineRun.Of(folder, "search", "sign-in", "--format", "json", "--limit", "1");
        var hit = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Single();
        Assert.Equal(["id", "path", "url", "score", "title", "snippet"], hit.EnumerateObject().Select(p => p.Name));
        Assert.Equal("INC-001", hit.GetProperty("id").GetString());
        Assert.True(File.Exists(folder.File(hit.GetProperty("path").GetString()!)));
        Assert.StartsWith("/postmortems/inc-001/", hit.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_what_a_score_is_made_of()
    {
        using var folder = Built();
        var run = CommandLineRun.Of(folder, "search", "sign-in", "--explain", "--format", "json");
        var parts = JsonDocument.Parse(run.Output).RootElement[0].GetProperty("explanation");
        Assert.NotEqual(0, parts.GetArrayLength());
        Assert.True(parts[0].GetProperty("score").GetInt64() > 0);
    }

    [Fact]
    public void Words_that_were_found_are_coloured_where_colours_are_wanted()
    {
        using var folder = Built();
        Assert.Contains("\e[1;33m", CommandLineRun.Of(folder, t => t with { HasColour = true }, "search", "connections").Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', CommandLineRun.Of(folder, "search", "connections").Output);
    }

    [Fact]
    public void A_line_is_a_hundred_columns_at_most()
    {
        using var folder = Built();
        Assert.All(CommandLineRun.Of(folder, "search", "connections").Output.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Theory]
    [InlineData("--limit takes a number from 1 to 1000", "search", "x", "--limit", "0")]
    [InlineData("'best' is not an order: write relevance, newest, severity or longest", "search", "x", "--sort", "best")]
    [InlineData("There is no folder 'nowhere'", "search", "x", "--input", "nowhere", "--output", "none")]
    public void What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        using var folder = Built();
        var run = CommandLineRun.Of(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_index_is_one_sentence()
    {
        using var folder = Built();
        foreach (var file in Directory.GetFiles(folder.File("output/internal/search"), "manifest-*.bin")) File.WriteAllBytes(file, [1, 2, 3]);
        var run = CommandLineRun.Of(folder, "search", "sign-in");
        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("'archive build' makes the search index anew.\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", run.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Built()
    {
        var folder = TemporaryFolder.WithArchive();
        Assert.Equal(0, CommandLineRun.Of(folder, "build").ExitCode);
        return folder;
    }
}
