using Archive.Publishing.Diagnostics;
using Archive.Tests.Publishing.Pictures;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>Pictures of a public note, from the file to the page.</summary>
public sealed class PublicPictureTests
{
    private const string Page = "public/incidents/2026-04-25-sign-in-was-slow/index.html";

    private static BuiltArchive Built(byte[] bytes, string name = "quince.png", string? shown = null) => BuiltArchive.Of(SoundArchive.Whole, folder =>
    {
        folder.Write($"input/assets/{name}", "");
        File.WriteAllBytes(folder.File($"input/assets/{name}"), bytes);
        File.WriteAllBytes(folder.File("input/assets/never-shown.png"), SamplePictures.Png());
        var note = $"input/{SoundArchive.Note}";
        folder.Replace(note, "A monthly job took connections that sign-in needed.", $"A job took them. ![Delays by minute](../../assets/{shown ?? name})");
        folder.Write(note, Signed.Note(folder.Read(note), SoundArchive.Note, folder.File("input")));
    });

    [Fact]
    public void Only_the_picture_that_a_note_shows_is_published_under_a_name_that_says_nothing()
    {
        using var built = Built(SamplePictures.Png("secret"));
        Assert.Empty(built.Findings);
        var picture = Assert.Single(built.Paths(".png"), p => p.Contains("/public/pictures/", StringComparison.Ordinal));
        Assert.Matches("^[0-9a-f]{16}\\.png$", Path.GetFileName(picture));
        var shown = built.Page(Page).QuerySelector("main img")!;
        Assert.Equal(($"../../pictures/{Path.GetFileName(picture)}", "Delays by minute"), (shown.GetAttribute("src"), shown.GetAttribute("alt")));
        Assert.Contains($"https://status.example.com/pictures/{Path.GetFileName(picture)}", built.Folder.Read("output/public/incidents/k3v9x0q2m7ab.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_was_changed_after_the_approval_needs_another_one()
    {
        using var built = Built(SamplePictures.Png("one"));
        File.WriteAllBytes(built.Folder.File("input/assets/quince.png"), SamplePictures.Png("another"));
        Assert.Equal(["changed-after-approval"], BuiltArchive.Build(built.Folder).Findings.Codes());
    }

    [Fact]
    public void What_a_drawing_says_is_searched_for_private_words()
    {
        using var built = Built("<svg xmlns='http://www.w3.org/2000/svg'><text>see OPS-1</text></svg>"u8.ToArray(), "a.svg");
        Assert.Equal(["names-a-ticket"], built.Findings.Codes());
        Assert.False(built.Has(Page));
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, null)]
    [InlineData(100, null)]
    [InlineData(1, "gone.png")]
    public void A_picture_that_cannot_be_published_is_found_at_its_link_and_nothing_is(int length, string? shown)
    {
        using var built = Built(new byte[length], shown: shown);
        Assert.Equal([$"22:18 unpublishable-picture"], built.Findings.Where(f => f.Level == FindingLevel.Error).Places(SoundArchive.Note));
        Assert.False(built.Has(Page));
        Assert.DoesNotContain(built.Paths(""), p => p.Contains("/public/pictures/", StringComparison.Ordinal));
    }

    [Fact]
    [Provokes("unpublishable-picture")]
    public void A_pdf_is_no_picture()
    {
        using var built = Built("%PDF-1.7"u8.ToArray(), "a.png");
        Assert.Contains("unpublishable-picture", built.Findings.Codes());
    }
}
