using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>What is asked grows with the status of the document.</summary>
public sealed class StatusTests
{
    private static readonly string[] Lines =
    [
        "id: INC-042", "title: Sign-in took nine seconds", "severity: sev2", "services: [shop]",
    ];

    public static TheoryData<string, DocumentStatus> KeysAndStatuses
    {
        get
        {
            var data = new TheoryData<string, DocumentStatus>();
            foreach (var (key, _) in RequiredKeys.From.Where(k => k.Key != "status"))
            {
                foreach (var status in Enum.GetValues<DocumentStatus>()) data.Add(key, status);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KeysAndStatuses))]
    public void A_key_is_missed_from_its_status_on_and_not_before(string key, DocumentStatus status)
    {
        var from = RequiredKeys.From.Single(k => k.Key == key).From;
        var archive = Without(key).Replace("status: final", $"status: {Words.Of(status)}");
        var missed = archive.Findings().Where(f => f.Code is "missing-key" or "missing-essential").Select(f => f.Message.Split('\'')[1]);
        Assert.Equal(status >= from ? [key] : [], missed);
    }

    [Fact]
    public void Without_a_status_it_is_judged_as_a_draft_and_the_status_is_missed() =>
        Assert.Equal(["missing-essential"], SoundArchive.Whole.WithoutKey("status").Replace("400 customers waited.", "TODO").Findings().Codes());

    [Fact]
    public void A_stub_of_the_least_content_is_without_a_finding() =>
        Assert.Empty(SoundArchive.Whole.With(SoundArchive.Later, $"---\n{string.Join('\n', Lines).Replace("042", "043", StringComparison.Ordinal)}\nstatus: stub\ntimes: {{ started: 2026-06-03T08:00:00Z }}\n---\n").Findings());

    [Fact]
    public void A_draft_of_the_least_content_is_without_a_finding() =>
        Assert.Empty(SoundArchive.Whole.With(SoundArchive.Later, $"---\n{string.Join('\n', Lines).Replace("042", "043", StringComparison.Ordinal)}\nstatus: draft\nauthors: \"@ada\"\ntimes:\n  started: 2026-06-03T08:00:00Z\n---\n\n## Summary\n\nTODO\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| | TBD |\n\n## Impact\n").Findings());

    [Theory]
    [InlineData("title: \"\"")]
    [InlineData("title: '   '")]
    [InlineData("title:")]
    [InlineData("title: ~")]
    [InlineData("title: null")]
    public void An_empty_value_is_a_missing_one(string title) =>
        Assert.Equal(["3:1 missing-essential"], SoundArchive.Whole.Replace("title: Sign-in took nine seconds for an hour", title).Findings().Places());

    [Theory]
    [InlineData("services: []")]
    [InlineData("services: [\"\"]")]
    [InlineData("services: ~")]
    public void A_postmortem_without_a_service_misses_it_once(string services) =>
        Assert.Equal(["missing-essential"], SoundArchive.Whole.Replace("services: [shop]", services).Findings().Codes());

    [Theory]
    [InlineData(DocumentStatus.Review, FindingLevel.Warning)]
    [InlineData(DocumentStatus.Final, FindingLevel.Error)]
    public void A_placeholder_weighs_more_in_a_final_postmortem(DocumentStatus status, FindingLevel level) =>
        Assert.Equal([level], SoundArchive.Whole.Replace("status: final", $"status: {Words.Of(status)}").Replace("400 customers waited.", "TODO").Findings().Select(f => f.Level));

    private static SoundArchive Without(string key)
    {
        if (!key.StartsWith("times.", StringComparison.Ordinal)) return SoundArchive.Whole.WithoutKey(key);
        var name = key["times.".Length..];
        var line = SoundArchive.Whole[SoundArchive.Incident].Split('\n').Single(l => l.StartsWith($"  {name}: ", StringComparison.Ordinal));
        return SoundArchive.Whole.Replace(line + "\n", "");
    }
}
