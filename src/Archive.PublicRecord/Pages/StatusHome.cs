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
            Components = [.. history.Components.Select(c => RowOf(c, history, address))],
            Recent = [.. history.Incidents.Where(i => i.ResolvedAt is not null).Take(RecentIncidents).Select(i => IncidentRow.Of(i, address))],
        };
    }

    private static string DescriptionOf(PublicHistory history) =>
        history.Description ?? $"{history.Title}: the state of each component, and the account of every published incident.";

    private static ComponentRow RowOf(PublicComponent component, PublicHistory history, SiteAddress address) => new(
        component.Name,
        MarkView.Of(history.StateOf(component)),
        history.Incidents.FirstOrDefault(i => i.Components.Contains(component.Name)) is { } last ? IncidentRow.Of(last, address) : null);
}

public sealed record StatusHomeView
{
    public required PageFrame Frame { get; init; }

    public required MarkView State { get; init; }

    /// <summary>The newest incident; null where none is published.</summary>
    public IncidentRow? Latest { get; init; }

    public required ImmutableArray<IncidentRow> Open { get; init; }

    public required ImmutableArray<ComponentRow> Components { get; init; }

    /// <summary>Resolved ones, newest first.</summary>
    public required ImmutableArray<IncidentRow> Recent { get; init; }
}

/// <summary>A component and how it does.</summary>
/// <param name="LastIncident">The newest that names it; null where none does.</param>
public sealed record ComponentRow(string Name, MarkView State, IncidentRow? LastIncident);
