using Archive.Incidents;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>What becomes of an output when something is broken.</summary>
public sealed class KeepGoingTests
{
    private static readonly SoundArchive Broken = SoundArchive.Whole.WithKeys("severity: sev9\n");

    [Fact]
    public void A_broken_postmortem_stops_the_build_before_anything_is_written()
    {
        using var built = BuiltArchive.Of(Broken, keepGoing: false);
        Assert.True(built.Report.Failed);
        Assert.Empty(built.Report.Sites);
        Assert.False(Directory.Exists(built.Folder.File("output")));
        Assert.Equal(3, built.Report.PostmortemCount);
    }

    [Fact]
    public void A_broken_postmortem_leaves_the_earlier_output_as_it_is()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole, keepGoing: false);
        Assert.False(built.Report.Failed);
        var before = BuiltArchive.TreeOf(built.Folder.File("output"));
        built.Folder.Write($"input/{SoundArchive.Incident}", Broken[SoundArchive.Incident]);
        Assert.True(BuiltArchive.Build(built.Folder).Failed);
        Assert.Equal(before, BuiltArchive.TreeOf(built.Folder.File("output")));
    }

    [Fact]
    public void Told_to_keep_going_it_publishes_the_rest_with_a_banner_and_fails_all_the_same()
    {
        using var built = BuiltArchive.Of(Broken);
        Assert.True(built.Report.Failed);
        Assert.Equal(2, built.Report.Sites.Length);
        Assert.False(built.Has("internal/postmortems/inc-042/index.html"));
        Assert.Contains("1 postmortem", built.Page("internal/postmortems/inc-043/index.html").Body!.TextContent, StringComparison.OrdinalIgnoreCase); // a page has a body
        Assert.DoesNotContain("could not be read", built.Page("public/index.html").Body!.TextContent, StringComparison.Ordinal); // the same
        Assert.False(built.Has("public/incidents/2026-04-25-sign-in-was-slow/index.html"));
    }

    [Fact]
    public void Told_to_keep_going_it_takes_away_what_is_broken_now()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole, keepGoing: false);
        built.Folder.Write($"input/{SoundArchive.Incident}", Broken[SoundArchive.Incident]);
        BuiltArchive.Build(built.Folder, keepGoing: true);
        Assert.False(built.Has("internal/postmortems/inc-042/index.html"));
    }

    [Theory]
    [InlineData(FindingLevel.Error, false)]
    [InlineData(FindingLevel.Warning, false)]
    [InlineData(FindingLevel.Advice, true)]
    public void A_site_says_how_much_is_too_much(FindingLevel failOn, bool fails)
    {
        using var folder = SoundArchive.Whole.Replace("- The alert fired after 8 minutes.\n", "").OnDisk();
        var report = ArchiveBuild.Run(SoundArchive.RequestFor(folder) with { FailOn = failOn });
        Assert.Equal((fails, fails ? 0 : 2), (report.Failed, report.Sites.Length));
    }

    [Fact]
    public void A_check_writes_nothing_and_finds_what_a_build_finds()
    {
        using var folder = Broken.OnDisk();
        var check = ArchiveBuild.Check(SoundArchive.RequestFor(folder));
        Assert.False(Directory.Exists(folder.File("output")));
        Assert.Equal(BuiltArchive.Build(folder).Findings, check.Findings);
    }
}
