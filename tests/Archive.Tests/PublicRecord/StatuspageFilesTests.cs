using System.Text.Json;
using Archive.PublicRecord;
using Archive.PublicRecord.Vocabulary;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>The files that clients of Statuspage's version 2 read.</summary>
public class StatuspageFilesTests
{
    private static readonly PublicHistory Grouped = PublicExamples.History with
    {
        Components =
        [
            new("Camera ingest") { Group = "Packing house", Description = "Takes frames.", Since = new(2024, 3, 1) },
            new("Reports"),
            new("Settlement") { Group = "Packing house", PublicId = "s3ttl3m3nt00" },
        ],
        Incidents = [PublicExamples.Open with { PublicId = "0p3n0p3n0p3n", Slug = "open", Aliases = [] }, PublicExamples.Incident, PublicExamples.IncidentAt("bare", "2026-01-01T10:00:00Z") with { Components = [], Impact = PublicImpact.None }],
    };

    private static readonly (string Name, PublicHistory History)[] Histories = [("sound", PublicExamples.History), ("grouped", Grouped), ("empty", PublicExamples.EmptyHistory)];

    public static TheoryData<string, string> SitesAndFiles => new(
        from history in Histories from file in StatuspageShape.Files.Keys select (history.Name, file));

    private static JsonElement Json(PublicHistory history, string file) => JsonDocument.Parse(RenderedSite.Of(history).Text(file)).RootElement;

    private static JsonElement IncidentJson(PublicIncident incident) => Json(PublicExamples.HistoryOf(incident), "api/v2/incidents.json").GetProperty("incidents")[0];

    private static IEnumerable<string?> Strings(JsonElement list, string key) => list.EnumerateArray().Select(e => e.GetProperty(key).GetString());

    [Theory]
    [MemberData(nameof(SitesAndFiles))]
    public void A_file_has_every_key_in_order_and_of_its_type(string history, string file) =>
        StatuspageShape.Files[file](Json(Histories.Single(h => h.Name == history).History, file));

    [Fact]
    public void Each_incident_has_a_file_of_its_own_by_its_public_id() => Assert.All(Grouped.Incidents, incident =>
    {
        var file = Json(Grouped, $"incidents/{incident.PublicId}.json");
        StatuspageShape.IncidentFile(file);
        Assert.Equal(incident.PublicId, file.GetProperty("code").GetString());
        Assert.Equal(file.GetProperty("postmortem_body").ValueKind == JsonValueKind.Null, file.GetProperty("postmortem_published_at").ValueKind == JsonValueKind.Null);
        Assert.Equal(incident.Account is null, file.GetProperty("postmortem_body").ValueKind == JsonValueKind.Null);
    });

    [Fact]
    public void The_page_is_the_same_in_every_file() =>
        Assert.Single(StatuspageShape.Files.Keys.Select(f => Json(Grouped, f).GetProperty("page").GetRawText()).Distinct());

    [Fact]
    public void The_page_changed_when_the_public_last_learned_something() =>
        Assert.Equal("2026-03-05T00:00:00.000Z", Json(PublicExamples.History, "api/v2/status.json").GetProperty("page").GetProperty("updated_at").GetString());

    [Fact]
    public void There_is_no_history_json() => Assert.DoesNotContain("history.json", RenderedSite.Of(Grouped).Files.Keys);

    [Theory]
    [InlineData(PublicImpact.None, "none", "All Systems Operational")]
    [InlineData(PublicImpact.Minor, "minor", "Partially Degraded Service")]
    [InlineData(PublicImpact.Major, "major", "Partial System Outage")]
    [InlineData(PublicImpact.Critical, "critical", "Major System Outage")]
    public void The_status_is_the_worst_that_an_open_incident_does(PublicImpact impact, string indicator, string description)
    {
        var status = Json(PublicExamples.HistoryOf(PublicExamples.Open with { Impact = impact }), "api/v2/status.json").GetProperty("status");
        Assert.Equal((indicator, description), (status.GetProperty("indicator").GetString(), status.GetProperty("description").GetString()));
    }

    [Fact]
    public void A_group_stands_before_its_members_which_point_to_it()
    {
        var components = Json(Grouped, "api/v2/components.json").GetProperty("components");
        Assert.Equal(["Packing house", "Camera ingest", "Settlement", "Reports"], Strings(components, "name"));
        Assert.Equal([1, 1, 2, 2], components.EnumerateArray().Select(c => c.GetProperty("position").GetInt32()));
        var group = components[0].GetProperty("id").GetString();
        Assert.Equal([null, group, group, null], Strings(components, "group_id"));
        Assert.Equal(components.EnumerateArray().Skip(1).Take(2).Select(c => c.GetProperty("id").GetString()), components[0].GetProperty("components").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("partial_outage", components[0].GetProperty("status").GetString());
    }

    [Fact]
    public void A_stored_component_id_stays_when_the_name_changes()
    {
        var settlement = Json(Grouped, "api/v2/components.json").GetProperty("components")[2];
        Assert.Equal(("s3ttl3m3nt00", "partial_outage"), (settlement.GetProperty("id").GetString(), settlement.GetProperty("status").GetString()));
    }

    [Fact]
    public void Unresolved_incidents_are_listed_apart_and_in_the_summary()
    {
        Assert.Equal(["0p3n0p3n0p3n"], Strings(Json(Grouped, "api/v2/incidents/unresolved.json").GetProperty("incidents"), "id"));
        Assert.Equal(["0p3n0p3n0p3n"], Strings(Json(Grouped, "api/v2/summary.json").GetProperty("incidents"), "id"));
        Assert.Equal(3, Json(Grouped, "api/v2/incidents.json").GetProperty("incidents").GetArrayLength());
    }

    [Fact]
    public void An_incident_with_an_account_is_a_postmortem_and_says_so_in_its_newest_updates()
    {
        var incident = IncidentJson(PublicExamples.Incident);
        Assert.Equal("postmortem", incident.GetProperty("status").GetString());
        Assert.Equal(["postmortem", "postmortem", "resolved", "monitoring", "identified", "investigating"], Strings(incident.GetProperty("incident_updates"), "status"));
        Assert.Equal("Correction: An earlier version said 38 lots; it was 41.", incident.GetProperty("incident_updates")[0].GetProperty("body").GetString());
        Assert.Equal(("2026-02-14T07:26:00.000Z", "2026-02-14T09:05:00.000Z"), (incident.GetProperty("monitoring_at").GetString(), incident.GetProperty("resolved_at").GetString()));
    }

    [Fact]
    public void While_it_lasts_its_status_is_that_of_the_newest_update_and_it_has_no_end()
    {
        var incident = IncidentJson(PublicExamples.Open);
        Assert.Equal("monitoring", incident.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, incident.GetProperty("resolved_at").ValueKind);
    }

    [Fact]
    public void Updates_say_what_became_of_the_components()
    {
        var updates = IncidentJson(PublicExamples.Incident).GetProperty("incident_updates");
        string Change(int i) => $"{updates[i].GetProperty("affected_components")[0].GetProperty("old_status").GetString()} to {updates[i].GetProperty("affected_components")[0].GetProperty("new_status").GetString()}";
        Assert.Equal("operational to partial_outage", Change(5));
        Assert.Equal("partial_outage to partial_outage", Change(4));
        Assert.Equal("partial_outage to operational", Change(2));
        Assert.Equal("operational to operational", Change(0));
    }

    [Fact]
    public void An_incident_without_components_affects_none() => Assert.All(
        IncidentJson(PublicExamples.Incident with { Components = [] }).GetProperty("incident_updates").EnumerateArray(),
        update => Assert.Equal(JsonValueKind.Null, update.GetProperty("affected_components").ValueKind));

    [Fact]
    public void An_update_that_is_mended_or_added_leaves_all_ids_as_they_were()
    {
        var mended = PublicExamples.Incident with
        {
            Title = "Another title",
            Updates = [.. PublicExamples.Incident.Updates.Select(u => u with { Text = $"{u.Text} Mended." }), new(PublicExamples.At("2026-02-14T08:00:00Z"), UpdateStatus.Monitoring, "Added.")],
        };
        var before = Strings(IncidentJson(PublicExamples.Incident).GetProperty("incident_updates"), "id").ToList();
        var after = Strings(IncidentJson(mended).GetProperty("incident_updates"), "id").ToList();
        Assert.Equal(before.Count + 1, after.Distinct().Count());
        Assert.Subset(after.ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Two_updates_of_one_moment_have_two_ids()
    {
        var at = PublicExamples.At("2026-02-14T06:52:00Z");
        var updates = IncidentJson(PublicExamples.Open with { Updates = [new(at, UpdateStatus.Investigating, "One."), new(at, UpdateStatus.Investigating, "Two.")] }).GetProperty("incident_updates");
        Assert.Equal(2, Strings(updates, "id").Distinct().Count());
        Assert.Equal(["Two.", "One."], Strings(updates, "body"));
    }

    [Fact]
    public void Fifty_incidents_are_listed_newest_first()
    {
        var many = PublicExamples.HistoryOf([.. Enumerable.Range(0, 53).Select(i => PublicExamples.IncidentAt($"n{i:00}", $"2026-01-01T00:00:00Z") with { Updates = [new(PublicExamples.At("2026-06-01T00:00:00Z").AddDays(-i), UpdateStatus.Resolved, "Over.")] })]);
        var incidents = Json(many, "api/v2/incidents.json").GetProperty("incidents");
        Assert.Equal(50, incidents.GetArrayLength());
        Assert.Equal(Strings(incidents, "created_at").OrderDescending(StringComparer.Ordinal), Strings(incidents, "created_at"));
    }

    [Fact]
    public void No_text_starts_an_element_where_a_program_pastes_it_into_a_page()
    {
        var hostile = PublicExamples.Incident with { Title = "</script><b>", Updates = [new(PublicExamples.At("2026-02-14T06:52:00Z"), UpdateStatus.Resolved, "<img src=x>")] };
        var site = RenderedSite.Of(PublicExamples.HistoryOf(hostile));
        Assert.All(site.Files.Keys.Where(f => f.EndsWith(".json", StringComparison.Ordinal)), f => Assert.DoesNotContain('<', site.Text(f)));
    }

    [Fact]
    public void The_account_is_given_whole_with_its_headings()
    {
        var file = Json(PublicExamples.History, "incidents/k3v9x0q2m7ab.json");
        Assert.Equal("<h2>Summary</h2>\n<p>Nine packing houses received grades from the cameras of other lanes.</p>\n<h2>What happened</h2>\n<p>A file was <em>restored</em>.</p>", file.GetProperty("postmortem_body").GetString());
        Assert.Equal("2026-03-01T00:00:00.000Z", file.GetProperty("postmortem_published_at").GetString());
    }
}
