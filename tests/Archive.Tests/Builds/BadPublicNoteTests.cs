using Archive.Publishing.Diagnostics;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>A public note that is wrong has a finding with its place, and nothing is written; with the rest published, it is not among it.</summary>
public sealed class BadPublicNoteTests
{
    private const string Body = "\n## Summary\n\nSign-in was slow for an hour.\n\n## What happened\n\nA monthly job took connections that sign-in needed.\n\n## What we are doing about this\n\nThe job has connections of its own now.\n";

    [Theory]
    [InlineData("incident: INC-042", "incident: INC-420", "2:11 note-without-incident")]
    [InlineData("components: [Shop]", "components: [Nobody]", "10:14 unknown-component")]
    [InlineData("2026-04-25T15:20:00Z", "2026-04-25T14:10:00Z", "13:11 updates-out-of-order")]
    [InlineData("2026-04-25T15:20:00Z", "2027-04-25T14:10:00Z", "13:11 in-the-future")]
    [InlineData("2026-04-25T15:20:00Z", "2026-04-25T15:20:00", "13:11 time-without-offset")]
    [InlineData("status: resolved", "status: fixed", "13:41 unknown-word")]
    [InlineData("impact: minor", "impact: huge", "9:9 unknown-word")]
    [InlineData("title: Sign-in was slow", "title:", "8:1 incomplete-note")]
    [InlineData("impact: minor", "impact: minor\nslug: Up/../Down", "10:7 invalid-slug")]
    [InlineData("impact: minor", "impact: minor\nwombat: yes", "10:1 unknown-key")]
    [InlineData("public_id: k3v9x0q2m7ab", "public_id: INC042", "3:12 invalid-public-id")]
    [InlineData("approved_on: 2026-05-05", "approved_on: 2999-05-05", "6:14 in-the-future")]
    [InlineData("text: Sign-in is as fast as before.", "text: \"\"", "13:5 incomplete-entry")]
    public void A_wrong_value_is_found_at_its_place(string what, string with, string finding) => AssertRefused(SoundArchive.Whole.Replaced(SoundArchive.Note, what, with), finding);

    [Theory]
    [InlineData("", "1:0 incomplete-note")]
    [InlineData("\n\n", "1:0 incomplete-note")]
    [InlineData("\n## Summary\n\n## What happened\n\nA job.\n\n## What we are doing about this\n\nMore.\n", "16:1 incomplete-note")]
    [InlineData("\n## Summary\n\nTODO\n\n## What happened\n\nA job.\n\n## What we are doing about this\n\nMore.\n", "18:1 incomplete-note")]
    public void An_empty_account_is_found(string body, string finding)
    {
        var note = SoundArchive.Whole.Replaced(SoundArchive.Note, Body, body)[SoundArchive.Note];
        var found = AssertRefused(SoundArchive.Whole.With(SoundArchive.Note, Signed.Note(note)), null);
        Assert.Contains(found, f => f.EndsWith(finding.Split(' ')[1], StringComparison.Ordinal));
    }

    [Fact]
    public void An_account_of_an_incident_that_is_not_over_is_found_at_its_heading() => AssertRefused(
        SoundArchive.Whole.With(SoundArchive.Note, SoundArchive.Whole[SoundArchive.Note].Replace("status: approved", "status: ongoing", StringComparison.Ordinal).Replace("status: resolved", "status: monitoring", StringComparison.Ordinal)),
        "16:1 note-before-resolution");

    [Fact]
    public void Markup_in_every_field_is_shown_and_not_obeyed()
    {
        const string hostile = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>";
        var note = SoundArchive.Whole[SoundArchive.Note]
            .Replace("title: Sign-in was slow", $"title: \"{hostile}\"\nslug: it\ncorrected: [{{ on: 2026-05-05, text: \"{hostile}\" }}]", StringComparison.Ordinal)
            .Replace("text: Sign-in is as fast as before.", $"text: \"{hostile}\"", StringComparison.Ordinal)
            .Replace("Sign-in was slow for an hour.", hostile, StringComparison.Ordinal);
        using var built = BuiltArchive.Of(SoundArchive.Whole.With(SoundArchive.Note, Signed.Note(note)).With("services.yml", $"- id: shop\n  public_name: Shop\n  public_group: \"{hostile}\"\n  public_description: \"{hostile}\"\n"));
        Assert.DoesNotContain(built.Findings, f => f.Level == FindingLevel.Error);
        built.AssertHarmless();
        Assert.Contains(hostile, built.Page("public/incidents/it/index.html").QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static string[] AssertRefused(SoundArchive archive, string? finding)
    {
        using var folder = archive.OnDisk();
        var report = BuiltArchive.Build(folder);
        string[] found = [.. report.Findings.Where(f => f.Level == FindingLevel.Error).Places(SoundArchive.Note)];
        if (finding is not null) Assert.Contains(finding, found);
        Assert.True(report.Failed);
        Assert.False(Directory.Exists(folder.File("output")));
        using var rest = BuiltArchive.Of(archive);
        Assert.DoesNotContain(rest.Paths("index.html"), p => p.Contains("/public/incidents/", StringComparison.Ordinal));
        return found;
    }
}
