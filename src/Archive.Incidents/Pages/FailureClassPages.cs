using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The failure classes, and a page for each.</summary>
public static class FailureClassPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        [Page.Of(SitePaths.FailureClasses, IndexPage.Template, () => Index(site)), .. site.Archive.FailureClasses.Select(c => FailureClass(c, site))];

    public static IndexView Index(SitePlan site) => new()
    {
        Frame = site.Frame("Failure classes", SiteArea.Recurrence, "The ways in which things fail here."),
        Heading = "Failure classes",
        EntryWord = "Failure class",
        Lead = "The ways in which things fail here, the most frequent first. An incident belongs to one class, whatever service it hit.",
        Groups = site.Archive.FailureClasses.IsEmpty ? [] : [new(null, Rows(site))],
        EmptyWords = "No failure class is listed yet. failure-classes.yml names them.",
    };

    private static ImmutableArray<IndexRow> Rows(SitePlan site) =>
    [
        .. site.Archive.FailureClasses
            .OrderByDescending(c => site.History.ByFailureClass.Of(c.Id).Length)
            .Select(c => IndexPage.Row(site.Links.To(c), c.Description, site.History.ByFailureClass.Of(c.Id), site)),
    ];

    private static Page FailureClass(FailureClass failureClass, SitePlan site) => ListingPage.Plan(
        new()
        {
            Path = SitePaths.FailureClass(failureClass.Id),
            Heading = failureClass.Name,
            Area = SiteArea.Recurrence,
            Up = new("Failure classes", site.Address.Href(SitePaths.FailureClasses)),
            Description = failureClass.Description,
            Facts = failureClass.Aliases.IsEmpty ? [] : [FactView.Of("Also called", Wording.List([.. failureClass.Aliases.Select(Wording.Plain)]))],
            Postmortems = site.History.ByFailureClass.Of(failureClass.Id),
            OpenItemsAtMost = 20,
            EmptyWords = "No postmortem is of this class.",
        },
        site);
}
