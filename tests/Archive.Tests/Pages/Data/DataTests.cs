using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Archive.Tests.Pages.Data;

public sealed class DataTests
{
    private static readonly InternalRendering Whole = new(Sample.Whole);

    private static JsonElement Json(string file) => JsonDocument.Parse(Whole.Text(file)).RootElement;

    [Fact]
    public void A_postmortem_as_json_has_the_keys_of_the_front_matter()
    {
        string[] expected =
        [
            "id", "url", "path", "title", "kind", "status", "severity", "services", "failure_class", "chain_level", "chain_label", "times", "detected_by", "published_on", "due_on",
            "authors", "reviewers", "signed_off_by", "summary", "impact", "error_signatures", "causes", "action_items", "recurrence_of", "recurrences", "related", "occurrences", "trigger_paths", "links", "timeline",
        ];
        var incident = Json("api/incidents/inc-031.json");
        Assert.Equal(expected, incident.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2026-02-14T06:31:00Z", incident.GetProperty("times").GetProperty("detected").GetString());
        Assert.Equal("18400 EUR", incident.GetProperty("impact").GetProperty("revenue").GetString());
        Assert.Equal("preflight", incident.GetProperty("causes")[0].GetProperty("layer").GetString());
        Assert.Equal("9f31c0a", incident.GetProperty("action_items")[0].GetProperty("evidence")[0].GetProperty("commit").GetString());
    }

    [Fact]
    public void A_stub_leaves_out_what_it_does_not_say() => Assert.Equal(
        ["id", "url", "path", "title", "kind", "status", "severity", "services", "times"],
        Json("api/incidents/inc-046.json").EnumerateObject().Select(p => p.Name));

    [Fact]
    public void The_earlier_one_names_its_recurrence() =>
        Assert.Equal("INC-031", Json("api/incidents/inc-030.json").GetProperty("recurred_as")[0].GetString());

    [Fact]
    public void The_list_holds_every_postmortem_in_order_of_time()
    {
        var list = Json("api/incidents.json");
        Assert.Equal("2026-11-21", list.GetProperty("as_of").GetString());
        Assert.Equal(["INC-004", "INC-030", "INC-031", "INC-032", "INC-044", "INC-046"], list.GetProperty("incidents").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(205, list.GetProperty("incidents")[2].GetProperty("duration_minutes").GetInt32());
    }

    [Fact]
    public void A_service_as_json_holds_its_postmortems() =>
        Assert.Equal(["INC-031", "INC-044", "INC-046"], Json("api/services/settlement.json").GetProperty("incidents").EnumerateArray().Select(i => i.GetProperty("id").GetString()));

    [Fact]
    public void A_service_as_json_says_what_to_read_first_and_why()
    {
        var first = Json("api/services/device-registry.json").GetProperty("read_first")[0];
        Assert.Equal(("INC-031", "https://incidents.example/archive/postmortems/inc-031/"), (first.GetProperty("id").GetString(), first.GetProperty("url").GetString()));
        Assert.Equal("its severity, repeats INC-030, 1 item open, in the past 12 months", first.GetProperty("why").GetString());
    }

    [Fact]
    public void Overdue_items_say_by_how_much() => Assert.Equal(
        [144],
        Json("api/action-items.json").GetProperty("action_items").EnumerateArray().Where(i => i.TryGetProperty("days_overdue", out _)).Select(i => i.GetProperty("days_overdue").GetInt32()));

    [Fact]
    public void The_csv_has_a_row_for_each()
    {
        var rows = Whole.Text("api/incidents.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, rows.Length);
        Assert.StartsWith("INC-031,Lanes graded by the wrong camera for the second time in four days,incident,final,sev1,device-registry;camera-gateway;settlement,config-overwrite,", rows[3], StringComparison.Ordinal);
        Assert.Equal(7, Whole.Text("api/action-items.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_made_harmless()
    {
        var rendering = new InternalRendering(Sample.ArchiveOf(Sample.Final() with { Title = "=HYPERLINK(1)" }));
        Assert.Contains(",'=HYPERLINK(1),", rendering.Text("api/incidents.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_tells_the_newest_first()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = XDocument.Parse(Whole.Text("feed.atom")).Descendants(atom + "entry").ToList();
        Assert.Equal(["INC-046", "INC-044"], entries.Take(2).Select(e => e.Element(atom + "title")!.Value[..7]));
        Assert.Equal("https://incidents.example/archive/postmortems/inc-046/", entries[0].Element(atom + "link")!.Attribute("href")!.Value);
    }

    [Fact]
    public void Nothing_here_is_for_search_machines() => Assert.Equal("User-agent: *\nDisallow: /\n", Whole.Text("robots.txt"));

    [Fact]
    public void Llms_txt_names_the_data_and_every_postmortem()
    {
        var text = Whole.Text("llms.txt");
        Assert.StartsWith("# Sample archive\n\n> Everything here is invented.\n", text, StringComparison.Ordinal);
        Assert.Contains("(https://incidents.example/archive/api/incidents.json)", text, StringComparison.Ordinal);
        Assert.All(Sample.Whole.Postmortems, p => Assert.Contains($"[{p.Id} {p.Title}](https://incidents.example/archive/postmortems/{p.Id.ToLowerInvariant()}/)", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_that_llms_txt_names_exists()
    {
        var named = System.Text.RegularExpressions.Regex.Matches(Whole.Text("llms.txt"), @"\(https://incidents\.example/archive/([^)]+)\)").Select(m => m.Groups[1].Value);
        Assert.All(named, n => Assert.True(Whole.Site.ByFile.ContainsKey(n.EndsWith('/') ? $"{n}index.html" : n), n));
    }

    [Fact]
    public void Schemas_are_served_under_their_names() => Assert.Contains("\"$schema\"", Whole.Text("schema/postmortem.json"), StringComparison.Ordinal);
}
