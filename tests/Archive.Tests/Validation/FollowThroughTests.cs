using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

public sealed class FollowThroughTests
{
    private const string Second = "  - { id: AI-2, title: Page when a request waits 300 ms for a connection, type: hook, purpose: detect, owner: \"@bo\", priority: p2, due: 2026-06-20, ticket: OPS-2, status: open }\n";

    [Theory]
    [InlineData("Improve monitoring")]
    [InlineData("Better runbooks")]
    [InlineData("Review error handling")]
    [InlineData("Improve the deployment process")]
    [InlineData("Investigate the root cause further")]
    [InlineData("Look into alternatives")]
    [InlineData("Educate everybody on quotas")]
    [InlineData("We should improve documentation")]
    [InlineData("Ensure quality")]
    [InlineData("More tests")]
    [InlineData("Investigate the memory usage of grafana-agent")]
    [InlineData("Look into smoke-testing during and after a node rollover")]
    public void A_good_intention_is_no_item(string title) => Assert.Equal(["vague-item"], WithTitle(title).Findings().Codes());

    [Theory]
    [InlineData("Page when p99 of /api/checkout is above 500 ms for 5 minutes")]
    [InlineData("Alert on queue depth > 5,000")]
    [InlineData("Runbook for failover of the database, tried by somebody who did not write it")]
    [InlineData("A pool of its own for the monthly job")]
    [InlineData("Review the retry policy of the webhook sender and record the decision")]
    [InlineData("Ensure that a deploy refuses a map without a signature")]
    [InlineData("Investigate and fix the memory leak in the spawner")]
    [InlineData("Investigate why the pool is full, see OPS-12")]
    [InlineData("Improve p99 of checkout to 300 ms")]
    [InlineData("Monitor the certificate of `edge` until its renewal")]
    [InlineData("Increase max_connections to match the pool")]
    public void An_item_with_a_surface_and_a_result_is_accepted(string title) => Assert.Empty(WithTitle(title).Findings());

    [Theory]
    [InlineData("the team")]
    [InlineData("TBD")]
    [InlineData("sales")]
    [InlineData("sales team")]
    [InlineData("everyone")]
    public void A_team_or_nobody_is_no_owner(string owner) =>
        Assert.Equal(["item-without-owner"], WithItem($"owner: {owner}, priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent").Findings().Codes());

    [Fact]
    public void A_rotation_with_a_name_is_an_owner() =>
        Assert.Empty(WithItem("owner: on-call platform, priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent").Findings());

    [Theory]
    [InlineData("draft", null)]
    [InlineData("review", FindingLevel.Warning)]
    [InlineData("final", FindingLevel.Error)]
    public void How_much_a_missing_owner_weighs_follows_the_status(string status, FindingLevel? level) =>
        Assert.Equal(level, WithItem("priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent").Replace("status: final", $"status: {status}").Findings().SingleOrDefault(f => f.Code == "item-without-owner")?.Level);

    [Theory]
    [InlineData("idea")]
    [InlineData("declined, reason: too dear")]
    public void What_is_not_promised_is_asked_nothing(string status) =>
        Assert.Empty(SoundArchive.Whole.WithKeys($"action_items:\n  - {{ id: AI-1, title: Improve monitoring, status: {status} }}\n{Second}causes: []\n").Findings());

    [Theory]
    [InlineData("rule", "path: rules/pool.md", null)]
    [InlineData("rule", "commit: 9f31c0a", "a path")]
    [InlineData("hook", "path: hooks/pool.sh", "a commit")]
    [InlineData("hook", "path: hooks/pool.sh, commit: 9f31c0a", null)]
    [InlineData("test", "path: tests/pool.cs", "the test's name and a commit")]
    [InlineData("criterion", "path: contracts/pool.md", "what it contains")]
    [InlineData("criterion", "path: contracts/pool.md, contains: one pool a job", null)]
    [InlineData("code", "path: src/pool.cs", "a commit or pull request")]
    [InlineData("code", "pull_request: 12", null)]
    [InlineData("config", "path: pool.yml", null)]
    [InlineData("docs", "pull_request: 12", null)]
    public void What_proves_an_item_done_follows_its_type(string type, string evidence, string? missing)
    {
        var found = WithItem($"owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent, type: {type}, status: done, done_on: 2026-05-11, evidence: {{ {evidence} }}").Findings();
        Assert.Equal(missing is null ? [] : [$"AI-1 is done, but its evidence lacks {missing}."], found.Select(f => f.Message));
    }

    [Fact]
    public void The_preset_discipline_makes_missing_evidence_an_error_and_a_site_may_soften_it()
    {
        var archive = WithItem("owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent, type: code, status: done, done_on: 2026-05-11").WithSettings("preset: discipline\n");
        Assert.Contains(archive.Findings(), f => f is { Code: "done-without-evidence", Level: FindingLevel.Error });
        Assert.DoesNotContain(archive.WithSettings("rules: { done-without-evidence: off }\n").Findings(), f => f.Code == "done-without-evidence");
    }

    [Fact]
    public void A_table_in_the_body_is_judged_as_the_front_matter_is()
    {
        var archive = SoundArchive.Whole.WithoutKey("action_items").WithKeys("causes: []\n")
            .WithSection("## Action items\n\n| ID | Action | Owner | Due | Ticket | Status |\n| --- | --- | --- | --- | --- | --- |\n| AI-1 | Improve monitoring | the team | 2026-06-20 | OPS-1 | open |\n");
        Assert.Equal(["item-without-owner", "item-without-priority", "item-without-purpose", "vague-item"], archive.Findings().Codes().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Six_urgent_items_are_none()
    {
        var items = string.Concat(Enumerable.Range(1, 6).Select(i => Second.Replace("AI-2", $"AI-{i}", StringComparison.Ordinal).Replace("p2", i < 4 ? "p0" : "p1", StringComparison.Ordinal)));
        Assert.Equal(["flat-priorities"], SoundArchive.Whole.WithKeys($"action_items:\n{items}").Findings().Codes());
    }

    [Theory]
    [InlineData("14:10", "alert", 0)]
    [InlineData("14:55", "alert", 1)]
    [InlineData("14:10", "chance", 1)]
    public void Late_or_lucky_detection_asks_for_an_item(string detected, string by, int findings)
    {
        var archive = SoundArchive.Whole.Replace("detected: 2026-04-25T14:10", $"detected: 2026-04-25T{detected}").Replace("mitigated: 2026-04-25T14:31", "mitigated: 2026-04-25T14:56").WithKeys($"detected_by: {by}\n").Replace(Second, "");
        Assert.Equal(findings, archive.Findings().Codes().Count(c => c == "no-detection-item"));
    }

    [Theory]
    [InlineData("idea")]
    [InlineData("declined, reason: too dear")]
    public void A_cause_that_only_an_unpromised_item_addresses_is_not_addressed(string status) =>
        Assert.Contains("unaddressed-root-cause", SoundArchive.Whole.WithKeys($"action_items:\n  - {{ id: AI-1, title: A pool of its own, status: {status} }}\n{Second}").Findings().Codes());

    [Fact]
    public void The_same_thing_in_other_forms_of_its_words_is_the_same_thing()
    {
        Assert.True(ItemTitles.Restates("Restart the grading workers", "Grading workers restarted by the on-call"));
        Assert.False(ItemTitles.Restates("Restart the grading workers when the queue is above 500", "Grading workers restarted"));
        Assert.False(ItemTitles.Restates("Restart workers", "Workers restarted"));
    }

    private static SoundArchive WithTitle(string title) =>
        SoundArchive.Whole.WithKeys($"action_items:\n  - {{ id: AI-1, title: '{title.Replace("'", "''", StringComparison.Ordinal)}', type: code, purpose: prevent, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1 }}\n{Second}");

    private static SoundArchive WithItem(string rest) =>
        SoundArchive.Whole.WithKeys($"action_items:\n  - {{ id: AI-1, title: A pool of its own for the monthly job, {rest} }}\n{Second}");
}
