using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The postmortems of a severity, and what the policy asks of it.</summary>
public static class SeverityPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        from severity in site.Archive.Policy.Severities
        select ListingPage.Plan(
            new()
            {
                Path = SitePaths.Severity(severity.Id),
                Heading = severity.Name,
                Area = SiteArea.Postmortems,
                Up = new("Postmortems by severity", site.Address.Href(SitePaths.Postmortems)),
                Description = severity.Description is { } description ? $"{description}. {Requirement(severity)}" : Requirement(severity),
                Postmortems = site.History.BySeverity.Of(severity.Id),
                Siblings = Siblings(site, severity),
                EmptyWords = $"No incident of {severity.Name} is in the archive.",
            },
            site);

    /// <param name="shown">The one whose page it is, or null.</param>
    public static ImmutableArray<Sibling> Siblings(SitePlan site, Severity? shown) =>
    [
        .. site.Archive.Policy.Severities.Select(s => new Sibling(
            s.Name,
            s == shown ? null : site.Links.Severity(s),
            Wording.Number(site.History.BySeverity.Of(s.Id).Length))),
    ];

    /// <summary><c>mandatory, 5 business days</c></summary>
    public static string Asked(Severity severity)
    {
        var requirement = severity.Requirement == PostmortemRequirement.None ? "not asked for" : Words.Of(severity.Requirement);
        return severity.Deadline is { } deadline ? $"{requirement}, {Span(deadline)}" : requirement;
    }

    private static string Requirement(Severity severity)
    {
        var asked = severity.Requirement switch
        {
            PostmortemRequirement.Mandatory => "A postmortem is mandatory",
            PostmortemRequirement.Recommended => "A postmortem is recommended",
            PostmortemRequirement.Optional => "A postmortem is optional",
            PostmortemRequirement.None => "No postmortem is asked for",
        };
        return severity.Deadline is { } deadline ? $"{asked}, due {Span(deadline)} after resolution." : $"{asked}.";
    }

    /// <summary><c>5 business days</c></summary>
    public static string Span(Deadline deadline) => deadline.Unit switch
    {
        DeadlineUnit.Hours => Wording.Count(deadline.Amount, "hour"),
        DeadlineUnit.Days => Wording.Count(deadline.Amount, "day"),
        DeadlineUnit.BusinessDays => Wording.Count(deadline.Amount, "business day"),
    };
}
