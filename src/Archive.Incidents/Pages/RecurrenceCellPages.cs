using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>What each cell and column of the charts counts: a list of its postmortems.</summary>
public static class RecurrenceCellPages
{
    public static IEnumerable<Page> Plan(SitePlan site, RecurrenceFigures figures) => [.. Quarters(site, figures), .. Classes(site, figures), .. Services(site, figures)];

    private static IEnumerable<Page> Quarters(SitePlan site, RecurrenceFigures figures)
    {
        var starts = site.Archive.Postmortems.ToLookup(p => Period.QuarterOf(site.Archive.Policy.DayOf(p.Times.StartedAt)));
        return
            from quarter in figures.Shown
            let cell = new RecurrenceCell([.. starts[quarter.Quarter]], quarter.Repeats)
            where !cell.IsEmpty
            select List(SitePaths.QuarterOfRepeats(quarter.Quarter), quarter.Quarter.Title, cell, site);
    }

    private static IEnumerable<Page> Classes(SitePlan site, RecurrenceFigures figures) =>
        from failureClass in figures.Classes.Select(c => c.FailureClass)
        from quarter in figures.Shown.Select(q => q.Quarter)
        let cell = figures.ByQuarter.Of(failureClass, quarter)
        where !cell.IsEmpty
        select List(SitePaths.ClassInQuarter(failureClass, quarter), $"{failureClass.Name} in {quarter.Title}", cell, site);

    private static IEnumerable<Page> Services(SitePlan site, RecurrenceFigures figures)
    {
        var (services, classes) = figures.Grid(site);
        return
            from service in services
            from failureClass in classes
            let cell = figures.ByService.Of(failureClass, service.Id)
            where !cell.IsEmpty
            select List(SitePaths.ClassOnService(failureClass, service), $"{failureClass.Name} on {service.Name}", cell, site);
    }

    private static Page List(SitePath path, string heading, RecurrenceCell cell, SitePlan site) => ListingPage.Plan(
        new()
        {
            Path = path,
            Heading = heading,
            Area = SiteArea.Recurrence,
            Up = new("Recurrence", site.Address.Href(SitePaths.Recurrence)),
            Description = $"{Wording.Sentence(RecurrenceWords.Again(cell))}.",
            Postmortems = cell.Told,
        },
        site);
}
