using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>A page for each family of incidents that repeat one another.</summary>
public static class FamilyPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        from family in site.History.Families
        select ListingPage.Plan(
            new()
            {
                Path = SitePaths.Family(family),
                Heading = $"{NameOf(family)}, {RecurrenceWords.Times(family.Times)}",
                Area = SiteArea.Recurrence,
                Up = new("Recurrence", site.Address.Href(SitePaths.Recurrence)),
                Description = $"It first happened as {family.First.Id}, and last on {Wording.Day(family.Repeats[^1].On)}. When it happened again, {Diagnoses(family)}.",
                Facts = [.. Facts(family)],
                Postmortems = family.Members,
                OpenItemsAtMost = 20,
            },
            site);

    /// <summary>The failure class of the last one; else its title.</summary>
    public static string NameOf(RecurrenceFamily family) => family.Last.FailureClass?.Name ?? family.Last.Title;

    private static string Diagnoses(RecurrenceFamily family) => Wording.List(
    [
        .. family.Repeats
            .CountBy(r => r.Diagnosis)
            .OrderByDescending(d => d.Value)
            .ThenBy(d => d.Key)
            .Select(d => d.Key switch
            {
                RecurrenceDiagnosis.NeverShipped => $"the fix was promised and not there {RecurrenceWords.Times(d.Value)}",
                RecurrenceDiagnosis.DidNotHold => $"the fix did not hold {RecurrenceWords.Times(d.Value)}",
                RecurrenceDiagnosis.NothingPlanned => $"nothing was planned {RecurrenceWords.Times(d.Value)}",
                RecurrenceDiagnosis.Accepted => $"it was accepted {RecurrenceWords.Times(d.Value)}",
            }),
    ]);

    private static IEnumerable<FactView> Facts(RecurrenceFamily family)
    {
        var cost = family.Cost;
        yield return FactView.Of("Cost", RecurrencePage.Hours(cost.Hours), "stated person-hours, else the hours it lasted");
        if (cost.HoursWritten > 0) yield return FactView.Of("Time lost", RecurrencePage.Hours(cost.HoursWritten), "person-hours, as stated");
        if (cost.Lasted > TimeSpan.Zero) yield return FactView.Of("Lasted", Wording.Span(cost.Lasted), "together");
        if (cost.Customers > 0) yield return FactView.Of("Customers hit", Wording.Number(cost.Customers), "counted each time");
        if (cost.Unknown > 0) yield return FactView.Of("Not known", Wording.Count(cost.Unknown, "incident"), "without hours or an end");
    }
}
