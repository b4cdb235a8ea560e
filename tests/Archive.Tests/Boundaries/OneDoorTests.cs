using System.Text.RegularExpressions;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>Only the redactor, and the build that calls it, name anything of the public record beyond its vocabulary.</summary>
public partial class OneDoorTests
{
    private static readonly HashSet<string> Doors = ["Redaction/Redactor.cs", "ArchiveBuild.cs"];

    /// <summary>A namespace inside <c>Archive</c> can also say <c>PublicRecord.PublicHistory</c> without its first part.</summary>
    [GeneratedRegex(@"(?<![\w.])(global::)?(Archive\s*\.\s*)?PublicRecord\b(?!\s*\.\s*Vocabulary\b)")]
    private static partial Regex BeyondTheVocabulary();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    private static bool NamesThePublicRecord(string source) => BeyondTheVocabulary().IsMatch(Comment().Replace(source, ""));

    [Fact]
    public void There_is_one_door_to_the_public_record() => Assert.Subset(
        Doors,
        Repository.SourcesOf("Archive.Incidents").Where(f => NamesThePublicRecord(f.Text)).Select(f => f.Path).ToHashSet());

    [Fact]
    public void The_door_is_seen() =>
        Assert.True(NamesThePublicRecord(Repository.SourcesOf("Archive.Incidents").Single(f => f.Path == "Redaction/Redactor.cs").Text));

    [Fact]
    public void The_project_file_opens_no_door() =>
        Assert.DoesNotContain("<Using", File.ReadAllText(Repository.ProjectFile("Archive.Incidents")), StringComparison.Ordinal);

    [Theory]
    [InlineData("using Archive.PublicRecord;")]
    [InlineData("using Archive.PublicRecord.Pages;")]
    [InlineData("global using static global::Archive.PublicRecord.Pages.PublicSite;")]
    [InlineData("using Open = Archive . PublicRecord . PublicHistory;")]
    [InlineData("var history = new PublicRecord.PublicHistory();")]
    public void Every_way_to_name_it_is_seen(string source) => Assert.True(NamesThePublicRecord(source));

    [Theory]
    [InlineData("using Archive.PublicRecord.Vocabulary;")]
    [InlineData("/// <summary>See Archive.PublicRecord.</summary>")]
    [InlineData("public PublicNote? PublicNote { get; }")]
    public void Words_that_both_sides_may_say_are_not_a_door(string source) => Assert.False(NamesThePublicRecord(source));
}
