using System.Collections.Immutable;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>The files that clients of Statuspage's public API, version 2, ask for.</summary>
/// <remarks>There is no <c>history.json</c>: a host of files does not read <c>?page=</c>, and clients would turn its first page for ever.</remarks>
public static class StatuspageFiles
{
    private const int MostIncidents = 50;

    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address)
    {
        var components = new ComponentRecords(history, address);
        var page = PageOf(history, components, address);
        var status = StatusOf(history.State);
        ImmutableArray<IncidentRecord> Records(IEnumerable<PublicIncident> incidents) => [.. incidents.Take(MostIncidents).Select(i => IncidentRecords.Of(i, components, address))];
        return
        [
            Page.OfJson(PathOf("status"), () => new(page, status), static () => StatuspageJson.Default.StatusFile),
            Page.OfJson(PathOf("components"), () => new(page, components.All), static () => StatuspageJson.Default.ComponentsFile),
            Page.OfJson(PathOf("summary"), () => new(page, components.All, Records(history.OpenIncidents), [], status), static () => StatuspageJson.Default.SummaryFile),
            Page.OfJson(PathOf("incidents"), () => new(page, Records(history.Incidents)), static () => StatuspageJson.Default.IncidentsFile),
            Page.OfJson(PathOf("incidents/unresolved"), () => new(page, Records(history.OpenIncidents)), static () => StatuspageJson.Default.IncidentsFile),
            .. ((string[])["scheduled-maintenances", "scheduled-maintenances/upcoming", "scheduled-maintenances/active"])
                .Select(name => Page.OfJson(PathOf(name), () => new(page, []), static () => StatuspageJson.Default.MaintenancesFile)),
            .. history.Incidents.Select(i =>
                Page.OfJson(SitePath.OfFile($"incidents/{i.PublicId}.json"), () => IncidentRecords.FileOf(i, components, address), static () => StatuspageJson.Default.IncidentFile)),
        ];
    }

    private static SitePath PathOf(string name) => SitePath.OfFile($"api/v2/{name}.json");

    private static PageRecord PageOf(PublicHistory history, ComponentRecords components, SiteAddress address) =>
        new(components.PageId, history.Title, address.Base.AbsoluteUri.TrimEnd('/'), "Etc/UTC", Moments.Of(history.ModifiedAt ?? AtomFeed.EmptyUpdatedAt));

    /// <summary>In the words that programs look for.</summary>
    private static StatusRecord StatusOf(ComponentState state) => state switch
    {
        ComponentState.Operational => new("none", "All Systems Operational"),
        ComponentState.DegradedPerformance => new("minor", "Partially Degraded Service"),
        ComponentState.PartialOutage => new("major", "Partial System Outage"),
        ComponentState.MajorOutage => new("critical", "Major System Outage"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
