using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>A figure at the head of the home page.</summary>
/// <param name="State">The figure, with the shape and colour of what it means.</param>
/// <param name="Href">What it counts.</param>
/// <param name="Note">What to hold beside it.</param>
public sealed record StandingFigure(string Label, MarkView State, string Href, string Note);

/// <summary>How things stand, to be read in five seconds: what is late, what is owed, what came back, what happened of late.</summary>
public static class HomeStanding
{
    private const int RecentDays = 30;

    /// <summary>None in an archive without postmortems.</summary>
    public static IEnumerable<StandingFigure> Of(SitePlan site)
    {
        if (site.Archive.Postmortems.IsEmpty) yield break;
        yield return Postmortems(site);
        yield return Items(site);
        yield return CameBack(site);
        yield return Lately(site);
    }

    private static StandingFigure Postmortems(SitePlan site)
    {
        var owed = site.History.Owed;
        var late = owed.Count(o => o.IsOverdue);
        return new("Postmortems", Late(late), site.Address.Href(SitePaths.Deadlines), owed.IsEmpty ? "every one is final" : $"{Wording.Number(owed.Length)} not final");
    }

    private static StandingFigure Items(SitePlan site)
    {
        var figures = LedgerFigures.Of(site.History.Ledger, site.History.Today);
        return new("Action items", Late(figures.Overdue), site.Address.Href(SitePaths.ActionItems),
            figures.Open == 0 ? "none is open" : $"{Wording.Number(figures.Open)} open of {Wording.Number(figures.Committed)}");
    }

    private static MarkView Late(int count) => count == 0 ? new("is-done", "0 overdue") : new("is-overdue", $"{Wording.Number(count)} overdue");

    /// <summary>In the running quarter, beside the one before it.</summary>
    private static StandingFigure CameBack(SitePlan site)
    {
        var running = Period.QuarterOf(site.History.Today);
        var before = Period.QuarterOf(running.First.AddDays(-1));
        var (now, then) = (site.History.Repeats.Count(r => Period.QuarterOf(r.On) == running), site.History.Repeats.Count(r => Period.QuarterOf(r.On) == before));
        return new($"Came back in {running.Title}", now == 0 ? new("is-done", "nothing") : new("is-warn", RecurrenceWords.Times(now)), site.Address.Href(SitePaths.Recurrence),
            $"{(then == 0 ? "nothing" : RecurrenceWords.Times(then))} in {before.Title}");
    }

    private static StandingFigure Lately(SitePlan site)
    {
        var policy = site.Archive.Policy;
        var lately = site.Archive.Postmortems.Where(p => p.Kind == PostmortemKind.Incident && policy.DayOf(p.Times.StartedAt) > site.History.Today.AddDays(-RecentDays)).ToList();
        var open = lately.Count(p => p.Times.ResolvedAt is null);
        var worst = lately.MinBy(p => p.Severity.Rank)?.Severity.Name;
        return new($"Past {RecentDays} days", new(open > 0 ? "is-open" : lately.Count > 0 ? "is-none" : "is-done", Wording.Count(lately.Count, "incident")), site.Address.Href(SitePaths.Postmortems),
            open > 0 ? $"{Wording.Number(open)} not resolved" : worst is null ? "" : $"the worst {worst}");
    }
}
