using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>Rows of the timeline become moments.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("23:50 00:10 00:40", "2026-04-25 23:50|2026-04-26 00:10|2026-04-26 00:40")]
    [InlineData("2026-04-24 16:00|14:02|15:20", "2026-04-24 16:00|2026-04-24 14:02|2026-04-24 15:20")]
    [InlineData("2026-04-24 22:00|14:02|15:20", "2026-04-24 22:00|2026-04-25 14:02|2026-04-25 15:20")]
    [InlineData("14:02 23:00 19:59 19:58", "2026-04-25 14:02|2026-04-25 23:00|2026-04-26 19:59|2026-04-26 19:58")]
    [InlineData("14:02 15:00 14:30", "2026-04-25 14:02|2026-04-25 15:00|2026-04-25 14:30")]
    [InlineData("14:02 17:02 14:02", "2026-04-25 14:02|2026-04-25 17:02|2026-04-25 14:02")]
    [InlineData("14:02 17:03 14:02", "2026-04-25 14:02|2026-04-25 17:03|2026-04-26 14:02")]
    [InlineData("9:05|14.02|14h10", "2026-04-25 09:05|2026-04-25 14:02|2026-04-25 14:10")]
    [InlineData("14:02:30|2026-04-25T14:03:59.5Z", "2026-04-25 14:02|2026-04-25 14:03")]
    [InlineData("16:02 CEST|14:05 UTC|10:10 EDT|14:15 +00:00|19:50 UTC+5:30|~14:25", "2026-04-25 14:02|2026-04-25 14:05|2026-04-25 14:10|2026-04-25 14:15|2026-04-25 14:20|2026-04-25 14:25")]
    public void Times_are_read_from_row_to_row(string times, string moments) => Assert.Equal(moments, Moments(times));

    [Fact]
    public void The_first_row_stands_on_the_day_that_brings_it_nearest_to_the_start()
    {
        Assert.Equal("2026-04-24 23:40|2026-04-25 00:10", Moments("23:40 00:10", started: "2026-04-25T00:05:00Z"));
        Assert.Equal("2026-04-25 00:01|2026-04-25 00:10", Moments("00:01 00:10", started: "2026-04-24T23:59:00Z"));
    }

    [Theory]
    [InlineData("Time (UTC+2)", "16:02", "2026-04-25 14:02")]
    [InlineData("Time (CEST)", "16:02", "2026-04-25 14:02")]
    [InlineData("Time CEST", "16:02", "2026-04-25 14:02")]
    [InlineData("UTC", "14:02", "2026-04-25 14:02")]
    [InlineData("When (GMT-03:30)", "10:32", "2026-04-25 14:02")]
    [InlineData("Time (+0545)", "19:47", "2026-04-25 14:02")]
    [InlineData("Time (UTC+2)", "14:02Z", "2026-04-25 14:02")]
    [InlineData("Time (UTC+14)", "2026-04-26T04:02", "2026-04-25 14:02")]
    [InlineData("Time", "14:02", "2026-04-25 14:02")]
    public void A_zone_in_the_header_counts_unless_the_cell_names_another(string header, string time, string moment) =>
        Assert.Equal(moment, Moments(time, header));

    [Theory]
    [InlineData("Time (UTC+15)")]
    [InlineData("Time (UTC+14:30)")]
    [InlineData("Time (UTC-99)")]
    [InlineData("Time (UTC+2:75)")]
    [InlineData("Time (IST)")]
    [InlineData("Time (local)")]
    public void A_zone_that_is_not_understood_is_found_and_the_sites_counts(string header)
    {
        var (incident, findings) = Read("14:02 15:20", header);
        Assert.Contains("unknown-time-zone", findings.Codes());
        Assert.Equal("2026-04-25 14:02|2026-04-25 15:20", Show(incident!)); // a warning leaves it in
    }

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "01:30 03:10 03:30", "2026-03-29 00:30|2026-03-29 01:10|2026-03-29 01:30")]
    [InlineData("2026-03-29T00:30:00Z", "01:30 02:30", "2026-03-29 00:30|2026-03-29 01:30")]
    [InlineData("2026-10-24T23:30:00Z", "01:30 02:10 02:50 02:15 03:05", "2026-10-24 23:30|2026-10-25 00:10|2026-10-25 00:50|2026-10-25 01:15|2026-10-25 02:05")]
    [InlineData("2026-10-25T00:10:00Z", "02:10 02:50 03:00", "2026-10-25 00:10|2026-10-25 00:50|2026-10-25 02:00")]
    [InlineData("2026-10-25T01:10:00Z", "02:10 02:50 03:00", "2026-10-25 01:10|2026-10-25 01:50|2026-10-25 02:00")]
    [InlineData("2026-10-25T00:10:00Z", "02:10 CET|02:50|02:55 CEST", "2026-10-25 01:10|2026-10-25 01:50|2026-10-25 00:55")]
    [InlineData("2026-01-25T00:10:00Z", "01:10 2026-07-25T10:00", "2026-01-25 00:10|2026-07-25 08:00")]
    public void Clocks_of_the_sites_zone_that_go_forward_and_back_are_followed(string started, string times, string moments) =>
        Assert.Equal(moments, Moments(times, started: started, zone: "Europe/Berlin"));

    [Theory]
    [InlineData("later")]
    [InlineData("25:00")]
    [InlineData("14:60")]
    [InlineData("14:02 XYZT")]
    [InlineData("14:02 UTC+15")]
    [InlineData("14")]
    [InlineData("2026-02-30 14:02")]
    [InlineData("0001-01-01 00:00")]
    [InlineData("9999-12-31 23:59")]
    [InlineData("20202-04-25 14:02")]
    [InlineData("~")]
    [InlineData("１４:02")]
    public void A_cell_that_is_no_time_is_found_and_takes_the_time_of_the_row_above(string cell)
    {
        foreach (var header in (string[])["Time", "Time (UTC+2)", "Time (UTC-5)"])
        {
            var (incident, findings) = Read($"2026-04-25 14:02 UTC|{cell}", header, status: "review");
            Assert.Equal([FindingLevel.Warning], findings.Where(f => f.Code == "timeline-row-without-time").Select(f => f.Level));
            Assert.Equal("2026-04-25 14:02|2026-04-25 14:02", Show(incident!)); // a warning leaves it in
        }
    }

    [Theory]
    [InlineData("stub", null)]
    [InlineData("draft", null)]
    [InlineData("review", FindingLevel.Warning)]
    [InlineData("final", FindingLevel.Error)]
    public void A_row_without_a_time_weighs_more_as_the_document_goes_on(string status, FindingLevel? level) =>
        Assert.Equal(level is { } expected ? [expected] : [], Read("14:02||15:20", status: status).Findings.Where(f => f.Code == "timeline-row-without-time").Select(f => f.Level));

    [Theory]
    [InlineData("14:02 14:45 14:25 15:02 15:20", "timeline-out-of-order")]
    [InlineData("14:03 14:28 14:52 15:10 15:20", "timeline-starts-late")]
    [InlineData("14:02 14:25 14:50 15:10 15:19", "timeline-ends-early")]
    [InlineData("14:02 14:28 14:54 15:20", "")]
    [InlineData("14:02 14:29 14:54 15:20", "timeline-gap")]
    [InlineData("13:00 14:20 14:40 15:00 15:20", "")]
    [InlineData("14:02 14:20 14:40 15:00 17:20", "")]
    [InlineData("2026-04-25|14:02|14:25|14:50|15:10|2026-04-25", "")]
    public void What_a_timeline_lacks_is_found(string times, string codes) =>
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Read(times).Findings.Codes());

    [Fact]
    public void A_short_silence_is_never_a_gap() =>
        Assert.Empty(SoundArchive.Whole.Replace("15:20:00Z\ndetected_by", "14:16:00Z\ndetected_by").Replace("  mitigated: 2026-04-25T14:31:00Z\n", "").WithSection(Timeline("Time", "14:02|14:16")).Findings());

    [Theory]
    [InlineData("trigger", "14:02", true)]
    [InlineData("trigger", "14:04", false)]
    [InlineData("Detection", "14:10", true)]
    [InlineData("detection", "14:12", false)]
    [InlineData("escalation", "14:11", true)]
    [InlineData("mitigation", "14:31", true)]
    [InlineData("mitigation", "14:30", false)]
    [InlineData("resolution", "15:20", true)]
    [InlineData("decision", "14:20", true)]
    [InlineData("—", "14:20", true)]
    public void A_mark_agrees_with_the_times_of_the_front_matter(string mark, string time, bool agrees)
    {
        var rows = string.Concat(((string[])["14:02", "14:25", "14:50", "15:10", "15:20"]).Append(time).Order(StringComparer.Ordinal).Select(t => $"| {t} | It went on | {(t == time ? mark : "")} |\n"));
        var findings = SoundArchive.Whole.WithSection($"## Timeline\n\n| Time | Event | Mark |\n| --- | --- | --- |\n{rows}").Findings();
        Assert.Equal(agrees ? [] : ["timeline-disagrees"], findings.Codes().Distinct().Where(c => c != "moment-without-row")); // most moments have no row here
    }

    [Fact]
    public void A_trigger_may_be_what_put_the_fault_in() =>
        Assert.Empty(SoundArchive.Whole.Replace("  started:", "  introduced: 2026-04-24T09:00:00Z\n  started:").Replace("| 14:02 | | Sign-in takes 9 seconds | graphs | trigger |", "| 2026-04-24 09:00 | | The job is moved | | trigger |\n| 2026-04-25 14:02 | | Sign-in takes 9 seconds | graphs | |").Findings());

    [Fact]
    public void Seconds_in_the_front_matter_do_not_disagree_with_minutes_in_the_table() =>
        Assert.Empty(SoundArchive.Whole.Replace("T14:10:00Z", "T14:10:47Z").Replace("T14:31:00Z", "T14:30:20Z").Findings());

    [Fact]
    public void A_row_that_gives_only_the_day_of_a_time_agrees_with_it() =>
        Assert.Empty(SoundArchive.Whole.Replace("| 15:20 | on-call | Sign-in as before | graphs | resolution |", "| 15:20 | on-call | Sign-in as before | graphs | |\n| 2026-04-25 | | Over | | resolution |").Findings());

    [Fact]
    public void Tables_of_several_parts_of_a_timeline_are_all_read()
    {
        var incident = SoundArchive.Whole.Replace("status: final", "status: draft").WithSection("## Timeline\n\n### Before\n\n| Time | Event |\n| --- | --- |\n| 14:02 | One |\n\n### After\n\n| Time | Event |\n| --- | --- |\n| 14:30 | Two |\n")
            .WithSection("## Key events\n\n| Time | Event |\n| --- | --- |\n| 14:40 | Three |\n").ReadIncident();
        Assert.Equal(["One", "Two", "Three"], incident.Timeline.Moments.Select(m => m.EventText));
    }

    [Theory]
    [InlineData("UTC", "00:00:00")]
    [InlineData("utc+2", "02:00:00")]
    [InlineData("+02", "02:00:00")]
    [InlineData("−03:30", "-03:30:00")]
    [InlineData("+14:00", "14:00:00")]
    [InlineData("PST", "-08:00:00")]
    [InlineData("+14:01", null)]
    [InlineData("IST", null)]
    [InlineData("", null)]
    [InlineData("UTC+", null)]
    [InlineData("+999", null)]
    public void Zones_by_name(string zone, string? offset) => Assert.Equal(offset, Zones.OffsetOf(zone)?.ToString());

    private static string Moments(string times, string header = "Time", string started = "2026-04-25T14:02:00Z", string zone = "UTC")
    {
        var rows = times.Contains('|', StringComparison.Ordinal) ? times : times.Replace(' ', '|');
        return Show(Read(rows, header, started, zone, "stub").Incident!, sort: false); // a stub has no rules about its timeline
    }

    private static string Show(Postmortem incident, bool sort = true)
    {
        var moments = sort ? incident.Timeline.Moments : [.. incident.Timeline.Moments.OrderBy(m => int.Parse(m.EventText, System.Globalization.CultureInfo.InvariantCulture))];
        return string.Join('|', moments.Select(m => $"{m.At.UtcDateTime:yyyy-MM-dd HH:mm}"));
    }

    private static (Postmortem? Incident, IEnumerable<Diagnostic> Findings) Read(string times, string header = "Time", string? started = null, string zone = "UTC", string status = "final")
    {
        var archive = SoundArchive.Whole.WithSettings($"time_zone: {zone}\n").Replace("status: final", $"status: {status}").WithSection(Timeline(header, times.Contains('|', StringComparison.Ordinal) ? times : times.Replace(' ', '|')));
        if (started is not null) archive = archive.WithKeys($"times: {{ started: {started} }}\n").WithoutKey("published_on").WithoutKey("action_items").Replace(", addressed_by: [AI-1]", "");
        var (read, findings) = archive.Read();
        return (read.Postmortems.FirstOrDefault(p => p.Id == "INC-042"), findings);
    }

    /// <summary>A table whose events are the numbers of its rows.</summary>
    private static string Timeline(string header, string times) =>
        $"## Timeline\n\n| {header} | Event |\n| --- | --- |\n{string.Concat(times.Split('|').Select((t, i) => $"| {t} | {i} |\n"))}";
}
