using Archive.Incidents;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Cli;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>What the archive knows of its people, tickets and machines is found in the words for the world, with its place.</summary>
public sealed class LeakRulesTests
{
    private const string Body = "A monthly job took connections that sign-in needed.";

    /// <summary>With people of two names, a service that has no name in public, and a note that says something.</summary>
    private static SoundArchive Archive(string said, string keys = "") => SoundArchive.Whole
        .WithKeys("authors: [\"@ines.oduya\"]\nreviewers: [\"@bo\"]\n")
        .With("services.yml", SoundArchive.Whole["services.yml"] + "- id: primary-db\n  name: Main database (Osier)\n  aliases: [osier-eu]\n  repo: https://git.example.com/osier\n")
        .With(SoundArchive.Note, Signed.Note(SoundArchive.Whole[SoundArchive.Note].Replace(Body, said, StringComparison.Ordinal).Replace("impact:", $"{keys}impact:", StringComparison.Ordinal)));

    private static IEnumerable<string> Found(string said, string keys = "") => Archive(said, keys).Findings().Places(SoundArchive.Note);

    [Theory]
    [InlineData("It was @ines.oduya.", "22:8 names-a-person")]
    [InlineData("It was Ines Oduya.", "22:8 names-a-person")]
    [InlineData("Dr Oduya wrote it.", "22:4 names-a-person")]
    [InlineData("See OPS-2.", "22:5 names-a-ticket")]
    [InlineData("See ops-977.", "22:5 names-a-ticket")]
    [InlineData("As in INC-001.", "22:7 names-an-incident")]
    [InlineData("As in inc-042.", "22:7 names-an-incident")]
    [InlineData("As in Finc-1, INC-042-7a.", "22:15 names-an-incident")]
    [InlineData("See https://incidents.example.com/a.", "22:13 names-a-host")]
    [InlineData("See [it](https://git.example.com/1).", "22:18 names-a-host")]
    [InlineData("On db1.eu.internal it", "22:4 names-a-host")]
    [InlineData("On localhost it", "22:4 names-a-host")]
    [InlineData("On 10.0.12.7 it", "22:4 shows-a-private-address")]
    [InlineData("On 172.20.0.1 it", "22:4 shows-a-private-address")]
    [InlineData("On fd12:3456:789a::1 it", "22:4 shows-a-private-address")]
    [InlineData("It cost 18,400 EUR in all.", "22:9 shows-money")]
    [InlineData("It cost €18.400 in all.", "22:9 shows-money")]
    [InlineData("It cost $2m in all.", "22:9 shows-money")]
    [InlineData("The primary-db was full.", "22:5 names-a-private-service")]
    [InlineData("Osier was full.", "22:1 names-a-private-service")]
    [InlineData("The main database was full.", "22:5 names-a-private-service")]
    public void A_private_word_is_found_at_its_place(string said, string finding) => Assert.Equal([finding], Found(said));

    [Theory]
    [InlineData("It was Ines Od\u200Buya.")]
    [InlineData("It was Ines Оduya.")]
    [InlineData("It was Ines **Od**uya.")]
    [InlineData("It was Ines Od*uy*a.")]
    [InlineData("It was &#73;nes Oduya.")]
    [InlineData("It was INES ODUYA.")]
    [InlineData("It was Ines\n Oduya.")]
    [InlineData("```\nInes Oduya\n```")]
    [InlineData("[a](https://example.org/?by=ines%2Eoduya)")]
    [InlineData("![Ines Oduya](https://example.org/a.png)")]
    [InlineData("| a |\n| --- |\n| Ines Oduya |")]
    public void It_is_found_however_it_is_written(string said) => Assert.Contains(Found(said), f => f.EndsWith(" names-a-person", StringComparison.Ordinal));

    [Theory]
    [InlineData("title: Oduya\n")]
    [InlineData("slug: of-ines-oduya\n")]
    [InlineData("aliases: [ines-oduya]\n")]
    [InlineData("corrected: [{ on: 2026-05-05, text: Oduya was wrong. }]\n")]
    public void Every_field_that_is_published_is_searched(string keys) => Assert.Contains(
        Archive(Body, keys.StartsWith("title", StringComparison.Ordinal) ? "" : keys)
            .Replaced(SoundArchive.Note, "title: Sign-in was slow\n", keys.StartsWith("title", StringComparison.Ordinal) ? keys : "title: Sign-in was slow\n").Findings().Codes(), c => c == "names-a-person");

    [Theory]
    [InlineData("Words. <!-- ask Ines Oduya, OPS-1 -->")]
    [InlineData("The loduyas and the shop grew; UTF-8, SHA-256, 14:02:11 and version 10.0 are fine.")]
    [InlineData("It took 18,400 requests, 12 pounds of apples and 3 m of cable.")]
    public void What_is_not_published_or_only_looks_alike_is_left_alone(string said) => Assert.Empty(Found(said));

    [Theory]
    [InlineData("The payments-platform was slow, and a new platform helps.", 0)]
    [InlineData("We told @payments-platform.", 1)]
    public void The_words_of_a_rotation_that_owns_an_item_are_everybodys(string said, int findings) =>
        Assert.Equal(findings, Archive(said).Replaced(SoundArchive.Incident, "owner: \"@bo\"", "owner: \"@payments-platform\"").Findings().Places(SoundArchive.Note).Count());

    [Fact]
    public void A_text_is_allowed_in_its_note_with_a_reason() =>
        Assert.Empty(Found("The Oduya river rose.", "allow: [{ text: Oduya, reason: The name of a river. }]\n"));

    [Fact]
    public void What_is_allowed_is_remembered_with_its_reason()
    {
        var suppressed = Assert.Single(Archive("The Oduya river rose.", "allow: [{ text: Oduya, reason: The name of a river. }]\n").Suppressed());
        Assert.Equal(("names-a-person", "The name of a river."), (suppressed.Finding.Code, suppressed.Reason));
    }

    [Fact]
    public void A_text_is_not_allowed_without_one() =>
        Assert.Contains(Found("The Oduya river rose.", "allow: [{ text: Oduya }]\n"), f => f.EndsWith(" incomplete-entry", StringComparison.Ordinal));

    [Fact]
    public void What_is_allowed_is_not_published() =>
        Assert.DoesNotContain("wombat", SiteOf(Archive("The Oduya river rose.", "allow: [{ text: Oduya, reason: A wombat. }]\n")), StringComparison.Ordinal);

    [Fact]
    public void A_draft_is_told_and_not_failed()
    {
        var draft = Archive("It was Ines Oduya.").Replaced(SoundArchive.Note, "status: approved", "status: draft").Findings();
        Assert.Equal([(FindingLevel.Advice, "names-a-person")], draft.Select(f => (f.Level, f.Code)));
    }

    [Fact]
    public void A_finding_does_not_repeat_the_word() =>
        Assert.All(Archive("It was Ines Oduya.").Findings(), f => Assert.DoesNotContain("Oduya", f.Message + f.Hint, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Nothing_is_written_while_a_note_says_too_much()
    {
        using var folder = Archive("It was Ines Oduya.").OnDisk();
        Assert.True(ArchiveBuild.Run(SoundArchive.RequestFor(folder)).Failed);
        Assert.False(Directory.Exists(folder.File("output")));
    }

    [Fact]
    public void Keeping_on_leaves_the_note_out() =>
        Assert.DoesNotContain("sign-in-was-slow", SiteOf(Archive("It was Ines Oduya.")), StringComparison.Ordinal);

    [Fact]
    [Provokes("names-a-private-service")]
    public void A_word_for_a_service_that_has_a_name_in_public_is_none() =>
        Assert.Equal(["22:1 names-a-private-service"], Found("Osier-eu held back the shop, the Shop, and the Web shop."));

    [Theory]
    [InlineData("<!-- @ines.oduya -->", "as it is")]
    [InlineData("<p>O<b>du</b>ya</p>", "as it is")]
    [InlineData("<p>&#79;duya</p>", "as it is")]
    [InlineData("<p>%4Fduya</p>", "as it is")]
    [InlineData("<p>ayudo.seni</p>", "backwards")]
    [InlineData("<p>aW5lcy5vZHV5YQ==</p>", "in base64")]
    [InlineData("<p>aW5l\n  cy5vZHV5YQ==</p>", "in base64")]
    [InlineData("<p>696e65732E6f64757961</p>", "in hexadecimal")]
    [InlineData("<p>69 6e 65 73 2E\n6f 64 75 79 61</p>", "in hexadecimal")]
    [InlineData("<p>OPS-1</p>", "as it is")]
    [InlineData("<p>osier</p>", "as it is")]
    public void The_finished_site_is_searched_in_every_form(string inTheTheme, string form)
    {
        using var folder = Archive(Body).OnDisk();
        var report = Build(folder, $"<!doctype html><title>x</title><main><h1>x</h1>{inTheTheme}</main>");
        Assert.Contains(report.Findings, f => f.Code == "leak-in-the-site" && f.Location.Path == "404.html" && f.Message.Contains(form, StringComparison.Ordinal));
        Assert.Equal([".public.lock"], Directory.EnumerateFileSystemEntries(folder.File("output")).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    [Provokes("leak-in-the-site")]
    public void A_style_sheet_of_the_theme_is_searched_too()
    {
        using var folder = Archive(Body).OnDisk();
        folder.Write("theme/public/own.css", ".ines-oduya{color:red}");
        Assert.Contains(ArchiveBuild.Run(SoundArchive.RequestFor(folder) with { ThemeFolder = folder.File("theme") }).Findings, f => f.Code == "leak-in-the-site");
    }

    [Fact]
    public void Words_that_every_site_says_are_no_leak_although_a_service_has_them_for_a_name()
    {
        var archive = SoundArchive.Whole.With("services.yml", SoundArchive.Whole["services.yml"] + string.Concat(((string[])["status", "feed", "history", "monitoring", "incidents", "api", "components"]).Select(id => $"- id: {id}\n")));
        using var folder = archive.OnDisk();
        Assert.Equal(2, ArchiveBuild.Run(SoundArchive.RequestFor(folder)).Sites.Length);
    }

    private static BuildReport Build(TemporaryFolder folder, string notFound)
    {
        folder.Write("theme/public/not-found.hbs", notFound);
        return ArchiveBuild.Run(SoundArchive.RequestFor(folder) with { ThemeFolder = folder.File("theme"), KeepGoing = true });
    }

    private static string SiteOf(SoundArchive archive)
    {
        using var folder = archive.OnDisk();
        ArchiveBuild.Run(SoundArchive.RequestFor(folder) with { KeepGoing = true });
        return string.Join('\n', Directory.EnumerateFiles(folder.File("output/public"), "*", SearchOption.AllDirectories).Select(f => $"{f}\n{File.ReadAllText(f)}"));
    }
}
