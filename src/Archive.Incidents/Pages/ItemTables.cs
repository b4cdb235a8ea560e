using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>What a team still owes, or what is still owed to a service, in words.</summary>
public sealed record TeamItems(LinkView Team, MarkView State, string Done, string At30, string At90);

/// <summary>The ledger by team and by service.</summary>
public static class ItemTables
{
    /// <summary>Who owes most comes first; items of services without a team stand together at the end.</summary>
    public static ImmutableArray<TeamItems> Teams(SitePlan site) =>
    [
        .. site.History.Ledger
            .Where(e => e.IsCommitted)
            .GroupBy(e => e.Team is { } team ? Slug.Of(team) : "")
            .Select(g => Row(g.First().Team is { } team ? new(team, site.Address.Href(SitePaths.TeamItems(team))) : new("No team", null), [.. g], site))
            .OrderBy(r => r.Row.Team.Href is null ? 1 : 0)
            .ThenByDescending(r => r.Figures.Overdue)
            .ThenByDescending(r => r.Figures.Open)
            .ThenBy(r => r.Row.Team.Text, StringComparer.Ordinal)
            .Select(r => r.Row),
    ];

    /// <summary>An item counts for each service of its postmortem.</summary>
    public static ImmutableArray<TeamItems> Services(SitePlan site) =>
    [
        .. site.Archive.Services
            .Select(s => Row(new(s.Name, site.Address.Href(SitePaths.ServiceItems(s))), OfService(s, site), site))
            .Where(r => r.Figures.Committed > 0)
            .OrderByDescending(r => r.Figures.Overdue)
            .ThenByDescending(r => r.Figures.Open)
            .ThenBy(r => r.Row.Team.Text, StringComparer.Ordinal)
            .Select(r => r.Row),
    ];

    /// <summary>In the order of the ledger.</summary>
    public static ImmutableArray<LedgerEntry> OfService(Service service, SitePlan site) =>
        site.History.LedgerByService.TryGetValue(service.Id, out var entries) ? entries : [];

    /// <summary><c>42 of 50, 84 %</c></summary>
    public static string Share(Completion completion) => completion.Percent is { } percent
        ? $"{Wording.Number(completion.Done)} of {Wording.Number(completion.Known)}, {percent} %"
        : "too early to say";

    /// <summary><c>target 70 %, missed</c></summary>
    public static string Against(Completion completion, int target) => completion.Meets(target) switch
    {
        null => $"target {target} %",
        true => $"target {target} %, met",
        false => $"target {target} %, missed",
    };

    private static (TeamItems Row, LedgerFigures Figures) Row(LinkView name, ImmutableArray<LedgerEntry> entries, SitePlan site)
    {
        var figures = LedgerFigures.Of(entries, site.History.Today);
        return (new(name, MarkView.OfOpen(figures.Overdue, figures.NotDue), $"{Wording.Number(figures.Done)} of {Wording.Number(figures.Committed)} done", Percent(figures.At30Days), Percent(figures.At90Days)), figures);
    }

    private static string Percent(Completion completion) => completion.Percent is { } percent ? $"{percent} %" : "";
}
