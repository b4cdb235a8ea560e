using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>How many items were done 30 days after resolution, month by month.</summary>
/// <param name="Figure">Null where fewer than five months are over.</param>
public sealed record CohortsView(string Lead, ColumnFigure? Figure, TableTwin Table)
{
    private const int MonthsAtMost = 18;

    /// <returns>Null where no promised item belongs to a resolved incident.</returns>
    public static CohortsView? Of(SitePlan site)
    {
        var cohorts = site.History.Cohorts;
        if (cohorts.IsEmpty) return null;
        var target = site.Archive.Policy.CompletionAt30Days;
        ImmutableArray<LedgerCohort> shown = [.. cohorts.Skip(Math.Max(0, cohorts.Length - MonthsAtMost))];
        return new(
            LeadOf(shown, target),
            ColumnFigure.Of(
                new("Items done within 30 days, by month of resolution", $"A column for each month; its height is the share of promised items that were done within 30 days. The line is the target of {target} %."),
                [.. shown.Select(c => Point(c, target, site))],
                new() { Width = 800, Height = 120, WidestColumn = 46, Top = 100 },
                (target, $"target {target} %")),
            TableOf(cohorts, site));
    }

    private static string LeadOf(ImmutableArray<LedgerCohort> shown, int target)
    {
        var known = shown.Where(c => c.Figures.At30Days.Known > 0).ToList();
        var met = known.Count(c => c.Figures.At30Days.Meets(target) == true);
        return known.Count switch
        {
            0 => "No incident was resolved 30 days ago or more: it is too early to say.",
            1 => $"The one month with items {(met == 1 ? "met" : "missed")} the target of {target} % done within 30 days of resolution.",
            var months => $"{(met == 0 ? "None" : met == months ? "Each" : Wording.Number(met))} of the last {Wording.Number(months)} months with items met the target of {target} % done within 30 days of resolution.",
        };
    }

    private static ColumnPoint Point(LedgerCohort cohort, int target, SitePlan site)
    {
        var completion = cohort.Figures.At30Days;
        var month = Wording.MonthName(cohort.Month);
        return new(
            completion.Percent,
            cohort.Month.Month == 1 ? month[4..] : month[..3], // the year stands where it begins
            completion.Percent is { } percent ? $"{percent}" : "",
            $"{month}: {ItemTables.Share(completion)}",
            site.Address.Href(SitePaths.CohortItems(cohort.Month)),
            completion.Meets(target) == false ? "missed" : "met");
    }

    /// <summary>The newest month first.</summary>
    private static TableTwin TableOf(ImmutableArray<LedgerCohort> cohorts, SitePlan site) => new(
        "Promised items by the month in which their incident was resolved",
        "Resolved in",
        ["Promised", "Done", "Within 30 days", "Within 90 days"],
        [
            .. cohorts.Reverse().Select(c => new TwinRow(
                new(Wording.MonthName(c.Month), site.Address.Href(SitePaths.CohortItems(c.Month))),
                [
                    new(Wording.Number(c.Figures.Committed), null),
                    new(Wording.Number(c.Figures.Done), null),
                    new(ItemTables.Share(c.Figures.At30Days), null),
                    new(ItemTables.Share(c.Figures.At90Days), null),
                ])),
        ]);
}
