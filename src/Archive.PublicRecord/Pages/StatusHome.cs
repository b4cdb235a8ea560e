using System.Collections.Immutable;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>The state of things in one line, each component, and what happened lately.</summary>
public static class StatusHome
{
    private const int RecentIncidents = 5;

    private static readonly Template<StatusHomeView> Template = new("public/home");

    public static Page Plan(PublicHistory history, SiteAddress address) =>
        Page.Of(SitePath.Root, Template, () => ViewOf(history, address)) with
        {
            ModifiedOn = history.Incidents.Select(i => (DateOnly?)i.ModifiedOn).Max(),
        };

    private static StatusHomeView ViewOf(PublicHistory history, SiteAddress address)
    {
        var state = MarkView.Of(history.State);
        var latest = history.Incidents.FirstOrDefault();
        return new()
        {
            Frame = PageFrame.Of(history, address, SitePath.Root, history.Title, DescriptionOf(history)) with { IsHome = true },
            State = state with { Word = history.State == ComponentState.Operational ? "All systems operational" : state.Word },
            Latest = latest is null ? null : IncidentRow.Of(latest, address),
            Open = [.. history.OpenIncidents.Select(i => IncidentRow.Of(i, address))],
            Groups = ComponentList.Of(history, address),
            LastDay = PublicDays.Of(history) is { } days ? TimeView.Of(days.Last) : null,
            Days = DaysOf(history, address),
            Feeds =
            [
                new("Atom", address.Absolute(HistoryFeed.AtomPath), "for feed readers, chat and mail"),
                new("RSS", address.Absolute(HistoryFeed.RssPath), "for readers that know no Atom"),
                new("JSON Feed", address.Absolute(HistoryFeed.JsonPath), "for programs of your own"),
                new("Status API", address.Absolute(SitePath.OfFile("api/v2/summary.json")), "in the shape of Statuspage, version 2"),
            ],
            Recent = [.. history.Incidents.Where(i => i.ResolvedAt is not null).Take(RecentIncidents).Select(i => IncidentRow.Of(i, address))],
        };
    }

    private static string DescriptionOf(PublicHistory history) =>
        history.Description ?? $"{history.Title}: the state of each component, and the account of every published incident.";

    private static ImmutableArray<DayRow> DaysOf(PublicHistory history, SiteAddress address) => PublicDays.Of(history) is not { } days ? [] :
    [
        .. days.With(history.Incidents).Select(d => new DayRow(TimeView.Of(d.Day), [.. d.Incidents.Select(i => IncidentRow.Of(i, address))])),
    ];
}

public sealed record StatusHomeView
{
    public required PageFrame Frame { get; init; }

    public required MarkView State { get; init; }

    /// <summary>The newest incident; null where none is published.</summary>
    public IncidentRow? Latest { get; init; }

    public required ImmutableArray<IncidentRow> Open { get; init; }

    public required ImmutableArray<ComponentGroup> Groups { get; init; }

    /// <summary>The last of the 90 days; null where nothing is published.</summary>
    public TimeView? LastDay { get; init; }

    /// <summary>Those of the 90 days on which incidents lasted, newest first.</summary>
    public required ImmutableArray<DayRow> Days { get; init; }

    public required ImmutableArray<FeedLink> Feeds { get; init; }

    /// <summary>Resolved ones, newest first.</summary>
    public required ImmutableArray<IncidentRow> Recent { get; init; }
}

/// <param name="Href">Whole, so that it can be copied.</param>
public sealed record FeedLink(string Name, string Href, string Use);

/// <summary>A day on which incidents lasted.</summary>
public sealed record DayRow(TimeView Day, ImmutableArray<IncidentRow> Incidents);
