using System.Text.Json;
using Archive.Tests.Boundaries;
using Xunit;

namespace Archive.Tests.Validation.Prose;

/// <summary>The rules against 116 places of real postmortems that a person judged: flag <c>yes</c>, <c>maybe</c> or <c>no</c>.</summary>
/// <remarks>The places are not part of this repository: <c>ARCHIVE_CORPUS</c> names their folder, or it is <c>shared/corpus</c> beside the repository.</remarks>
public sealed class BlameCorpusTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("ARCHIVE_CORPUS") ?? Path.Combine(Repository.Root, "..", "shared", "corpus");

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "should-have", "counterfactual", "human-error", "personal-failure", "fault-finding", "try-harder", "hindsight" };

    [Fact]
    public void Every_place_that_a_reviewer_would_reword_is_found_and_four_of_five_found_are_such()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Folder, "blame.jsonl")), "there is no corpus of judged places");
        var judged = File.ReadLines(Path.Combine(Folder, "blame.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var found = judged.Where(IsFound).Select(j => j.GetProperty("flag").GetString()).ToList();
        var wanted = judged.Count(j => j.GetProperty("flag").GetString() == "yes");
        Assert.Equal(wanted, found.Count(f => f == "yes"));
        Assert.True(found.Count(f => f == "yes") >= 0.8 * found.Count, $"{found.Count} found");
    }

    private static bool IsFound(JsonElement judged)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, "real", judged.GetProperty("path").GetString()!)).Split('\n'); // each entry has a path
        var line = judged.GetProperty("line").GetInt32() - 1;
        if (judged.GetProperty("context").GetString() == "code") return false;
        var archive = SoundArchive.Whole.WithSection($"## Response\n\n{lines[line]}\n");
        return archive.Findings().Any(f => Codes.Contains(f.Code));
    }
}
