using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>The archive as JSON: lists, and a file per postmortem and service.</summary>
public static class JsonPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
    [
        Page.OfJson(SitePath.OfFile("api/incidents.json"), () => Incidents(site), static () => ArchiveJson.Compact.IncidentList),
        Page.OfJson(SitePath.OfFile("api/action-items.json"), () => ActionItems(site), static () => ArchiveJson.Compact.ActionItemList),
        Page.OfJson(SitePath.OfFile("api/postmortem-debt.json"), () => PostmortemDebtList.Of(site), static () => ArchiveJson.Compact.PostmortemDebtList),
        .. site.Archive.Postmortems.Select(p =>
            Page.OfJson(SitePaths.PostmortemJson(p.Id), () => IncidentRecord.Of(p, site), static () => ArchiveJson.Compact.IncidentRecord)),
        .. site.Archive.Services.Select(s =>
            Page.OfJson(SitePaths.ServiceJson(s.Id), () => ServiceRecord.Of(s, site), static () => ArchiveJson.Readable.ServiceRecord)),
    ];

    public static IncidentList Incidents(SitePlan site) => new(
        site.Archive.Settings.Title,
        site.History.Today,
        site.Archive.Postmortems.Select(p => IncidentLine.Of(p, site)));

    public static ActionItemList ActionItems(SitePlan site) => new(
        site.Archive.Settings.Title,
        site.History.Today,
        site.History.Ledger.Select(e => ActionItemRecord.Of(e, site)));
}
