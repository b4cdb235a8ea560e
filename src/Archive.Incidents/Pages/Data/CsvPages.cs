using System.Collections.Immutable;
using System.Globalization;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>The lists for a spreadsheet: the columns are the keys of the JSON; lists are joined by semicolons.</summary>
public static class CsvPages
{
    private static readonly ImmutableArray<string> IncidentColumns =
    [
        "id", "title", "kind", "status", "severity", "services", "failure_class", "chain_level", "chain_label", "introduced", "started", "detected", "declared",
        "mitigated", "resolved", "communicated", "detected_by", "duration_minutes", "detection_minutes", "published_on", "due_on", "recurrence_of",
        "customers", "requests_failed", "follow_through", "items_done", "items_open", "items_overdue", "url",
    ];

    private static readonly ImmutableArray<string> ItemColumns =
    [
        "incident", "id", "title", "status", "state", "type", "purpose", "owner", "team", "priority", "due", "days_overdue", "age_days", "ticket", "done_on", "structural_fix", "reason", "url",
    ];

    private static readonly ImmutableArray<string> RecurrenceColumns = ["on", "incident", "repeats", "basis", "diagnosis", "items_then", "open_then", "failure_class"];

    public static IEnumerable<Page> Plan(SitePlan site) =>
    [
        Csv.Plan(SitePath.OfFile("api/incidents.csv"), IncidentColumns, () => site.Archive.Postmortems.Select(p => Incident(p, site))),
        Csv.Plan(SitePath.OfFile("api/action-items.csv"), ItemColumns, () => site.History.Ledger.Select(e => Item(ActionItemRecord.Of(e, site)))),
        Csv.Plan(SitePath.OfFile("api/recurrences.csv"), RecurrenceColumns, () => site.History.Repeats.Select(Repeat)),
    ];

    private static string[] Incident(Postmortem postmortem, SitePlan site)
    {
        var line = IncidentLine.Of(postmortem, site);
        var times = TimesRecord.Of(postmortem.Times);
        return
        [
            line.Id, Safe(line.Title), line.Kind, line.Status, line.Severity, string.Join(';', line.Services), line.FailureClass ?? "", postmortem.ChainLevel ?? "", postmortem.ChainLabel ?? "",
            times.Introduced ?? "", times.Started, times.Detected ?? "", times.Declared ?? "", times.Mitigated ?? "", times.Resolved ?? "", times.Communicated ?? "",
            line.DetectedBy ?? "", Text(line.DurationMinutes), Text(line.DetectionMinutes), Text(line.PublishedOn),
            Text(History.PublicationDeadlines.Of(postmortem, site.Archive.Policy)?.On), line.RecurrenceOf ?? "",
            Text(postmortem.Impact.Customers), Text(postmortem.Impact.RequestsFailed), line.FollowThrough, Text(line.ItemsDone), Text(line.ItemsOpen), Text(line.ItemsOverdue), line.Url,
        ];
    }

    private static string[] Item(ActionItemRecord item) =>
    [
        item.Incident, item.Id, Safe(item.Title), item.Status, item.State, item.Type is { } types ? string.Join(';', types) : "", item.Purpose ?? "", Safe(item.Owner ?? ""), item.Team ?? "", item.Priority ?? "",
        Text(item.Due), Text(item.DaysOverdue), Text(item.AgeDays), Safe(item.Ticket ?? ""), Text(item.DoneOn), item.StructuralFix == true ? "true" : "", Safe(item.Reason ?? ""), item.Url,
    ];

    /// <summary>A repeat is told by a postmortem of its own, or by a line in the one that it repeats.</summary>
    private static string[] Repeat(History.Repeat repeat) =>
    [
        Text(repeat.On), repeat.Told.Id, repeat.Earlier.Id, repeat.Recurrence is { } recurrence ? Words.Of(recurrence.Basis) : "line", Words.Of(repeat.Diagnosis),
        Text(repeat.Then.Count), Text(repeat.Then.Open.Length), repeat.Told.FailureClass?.Id ?? "",
    ];

    /// <summary>A spreadsheet takes a text that begins with one of these for a formula and runs it; an apostrophe makes it a text again.</summary>
    private static string Safe(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly? day) => day is { } known ? Parts.Wording.Iso(known) : "";
}
