using Xunit;

namespace Archive.Tests.Validation;

/// <summary>No story names the people of another file.</summary>
public sealed class PeopleTests
{
    /// <summary>INC-040 has an author with a full name, an owner, and an owner that is a service.</summary>
    private static readonly SoundArchive Whole = SoundArchive.Whole.With("services.yml", "- id: shop\n  name: Web shop\n  team: sales\n  public_name: Shop\n- id: data-lake\n  name: Data Lake\n").With(
        SoundArchive.Earlier,
        SoundArchive.Stub("INC-040", "2026-01-12T08:00:00Z").Replace("status: stub", "status: draft\nauthors: [\"@ines.oduya\", Øyvind Moen]\naction_items:\n  - { id: AI-1, title: Enlarge it, owner: \"@jan.van.dijk\" }\n  - { id: AI-2, title: Move it, owner: \"@data-lake\" }", StringComparison.Ordinal));

    [Theory]
    [InlineData("Ines Oduya restarted it, then Ines Oduya waited.", "'Ines Oduya' is a person, named 2 times.")]
    [InlineData("It was Jan Van Dijk who saw it.", "'Jan Van Dijk' is a person.")]
    [InlineData("At last **Øyvind Moen** saw it.", "'Øyvind Moen' is a person.")]
    public void A_person_of_another_file_is_found_by_name(string sentence, string message)
    {
        var archive = Whole.Replace("400 customers waited.", $"400 customers waited. {sentence}");
        var found = Assert.Single(archive.Findings());
        Assert.Equal(("named-person", message), (found.Code, found.Message));
        var line = archive[SoundArchive.Incident].Split('\n')[found.Location.Line - 1];
        Assert.Equal(message.Split('\'')[1], line.Substring(found.Location.Column - 1, found.Location.Length));
    }

    [Theory]
    [InlineData("The Data Lake was slow.")]
    [InlineData("The Ines Oduyas of this world, and SuperInes Oduya.")]
    [InlineData("\"Ines Oduya, please\" said the pager.")]
    [InlineData("Ines saw it, Oduya did not.")]
    public void What_is_a_service_or_another_word_is_left_alone(string sentence) => Assert.Empty(Whole.Replace("400 customers waited.", $"400 customers waited. {sentence}").Findings());

    [Fact]
    public void A_comment_keeps_such_a_name_and_an_idle_one_is_found()
    {
        const string Comment = "<!-- archive-check: ignore named-person — she asked for it -->";
        Assert.Empty(Whole.Replace("400 customers waited.", $"{Comment}\n400 customers waited. Ines Oduya was told.").Findings());
        Assert.Equal(["unused-suppression"], Whole.Replace("400 customers waited.", $"{Comment}\n400 customers waited. Ines was told.").Findings().Codes());
    }

    [Fact]
    public void As_an_error_it_keeps_the_postmortem_out()
    {
        var archive = Whole.WithSettings("rules: { named-person: error }\n").Replace("400 customers waited.", "400 customers waited. Ines Oduya was told.");
        Assert.DoesNotContain(archive.Read().Archive.Postmortems, p => p.Id == "INC-042");
    }

    [Fact]
    public void Switched_off_it_finds_nobody() =>
        Assert.Empty(Whole.WithSettings("rules: { named-person: off }\n").Replace("400 customers waited.", "400 customers waited. Ines Oduya was told.").Findings());
}
