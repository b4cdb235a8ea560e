using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

/// <summary>A service's dossier, and the list of its postmortems below.</summary>
public sealed record ServiceView
{
    public required ListingView Listing { get; init; }

    public required ImmutableArray<ReadFirstRow> ReadFirst { get; init; }

    /// <summary>How they were chosen.</summary>
    public required string Choice { get; init; }

    public required AskView? Ask { get; init; }

    public required ImmutableArray<FailureRow> Failures { get; init; }

    public required string NoticedBy { get; init; }

    public required ImmutableArray<ErrorTextRow> ErrorTexts { get; init; }

    public required string? MoreErrorTexts { get; init; }

    public required ImmutableArray<UnansweredRow> Unanswered { get; init; }

    public required string? MoreUnanswered { get; init; }
}

/// <param name="Reasons">Why it is worth reading first: <c>its severity, came back as INC-031, 2 items open</c>.</param>
public sealed record ReadFirstRow(string Id, string Title, string Href, TimeView Day, SeverityView Severity, string Reasons, string? Summary);

/// <param name="Others">What else the team answers for, in words, or null.</param>
public sealed record AskView(LinkView Team, string? Others);

public sealed record FailureRow(LinkView Name, string Count, TimeView Last, ImmutableArray<LinkView> Postmortems);

public sealed record ErrorTextRow(string Text, ImmutableArray<LinkView> Postmortems);

public sealed record UnansweredRow(string Text, LinkView Postmortem, string Href);

/// <summary>What someone new to a service has to know in five minutes: what to read, what broke, how it shows, what is open, whom to ask.</summary>
public static class ServicePage
{
    public static readonly Template<ServiceView> Template = new("internal/service");

    private const int ErrorTextsAtMost = 12;
    private const int FailuresAtMost = 8;
    private const int UnansweredAtMost = 6;
    private const int LinksAtMost = 6;

    public static Page Plan(Service service, Listing listing, SitePlan site) =>
        Page.Of(listing.Path, Template, () => View(service, listing, site)) with
        {
            Anchors = ["first", "failures", "texts", "unanswered", .. ListingPage.AnchorsOf(listing, site)],
        };

    public static ServiceView View(Service service, Listing listing, SitePlan site)
    {
        var dossier = ServiceDossier.Of(listing.Postmortems, site.History);
        return new()
        {
            Listing = ListingPage.View(listing, site),
            ReadFirst = [.. dossier.ReadFirst.Select(r => Row(r, site))],
            Choice = "Chosen by points: up to 4 for severity, 3 where it repeats or came back, 2 where something is still open, 1 where it began in the past 12 months. "
                + "Of equal ones the latest; a failure class comes twice only where there is no other.",
            Ask = Ask(service, site),
            Failures = [.. dossier.Failures.Take(FailuresAtMost).Select(f => Row(f, site))],
            NoticedBy = Noticed(dossier.NoticedBy),
            ErrorTexts = [.. dossier.ErrorTexts.Take(ErrorTextsAtMost).Select(t => new ErrorTextRow(t.Text, Links(t.Postmortems, site)))],
            MoreErrorTexts = More(dossier.ErrorTexts.Length - ErrorTextsAtMost, "stand in the postmortems"),
            Unanswered = [.. dossier.UnansweredCauses.Take(UnansweredAtMost).Select(u => Row(u, site))],
            MoreUnanswered = More(dossier.UnansweredCauses.Length - UnansweredAtMost, "stand in the postmortems"),
        };
    }

    /// <summary><c>its severity, came back as INC-031, 2 items open</c></summary>
    public static string Reasons(Recommendation recommendation)
    {
        var own = recommendation.Postmortem;
        var later = recommendation.Recurrences.Where(r => ReferenceEquals(r.Earlier, own)).Select(r => r.Later.Id).Distinct().ToList();
        var earlier = recommendation.Recurrences.Where(r => ReferenceEquals(r.Later, own)).Select(r => r.Earlier.Id).Distinct().ToList();
        string?[] reasons =
        [
            own.Severity.Rank <= 1 ? "its severity" : null,
            earlier.Count > 0 ? $"repeats {Wording.List(earlier)}" : null,
            later.Count > 0 ? $"came back as {Wording.List(later)}" : null,
            recommendation.OpenItems > 0 ? $"{Wording.Count(recommendation.OpenItems, "item")} open" : null,
            recommendation.UnansweredCauses > 0 ? $"{Wording.Count(recommendation.UnansweredCauses, "cause")} that nothing addresses" : null,
            recommendation.IsRecent ? "in the past 12 months" : null,
        ];
        var known = reasons.OfType<string>().ToList();
        if (known.Count > 0) return string.Join(", ", known);
        return own.FailureClass is { } failureClass ? $"the latest of {failureClass.Name}" : "the latest of the others";
    }

    private static ReadFirstRow Row(Recommendation recommendation, SitePlan site)
    {
        var postmortem = recommendation.Postmortem;
        return new(
            postmortem.Id,
            postmortem.Title,
            site.Links.Postmortem(postmortem),
            TimeView.Of(site.Archive.Policy.DayOf(postmortem.Times.StartedAt)),
            SeverityView.Of(postmortem.Severity, site.Links),
            Reasons(recommendation),
            postmortem.Summary);
    }

    private static AskView? Ask(Service service, SitePlan site)
    {
        if (service.Team is not { } team) return null;
        var others = site.Archive.Services.Where(s => s.Team is { } other && Slug.Of(other) == Slug.Of(team) && s.Id != service.Id).Select(s => s.Name).ToList();
        return new(site.Links.ToTeam(team), others.Count == 0 ? null : $"and for {Wording.List(others)}");
    }

    private static FailureRow Row(FailureOfService failure, SitePlan site) => new(
        site.Links.To(failure.FailureClass),
        Wording.Number(failure.Postmortems.Length),
        TimeView.Of(site.Archive.Policy.DayOf(failure.Postmortems[^1].Times.StartedAt)),
        Links(failure.Postmortems, site));

    private static UnansweredRow Row(UnansweredCause unanswered, SitePlan site) => new(
        unanswered.Cause.Text,
        new(unanswered.Postmortem.Id, site.Links.Postmortem(unanswered.Postmortem)),
        $"{site.Links.Postmortem(unanswered.Postmortem)}#{SiteLinks.Anchor(unanswered.Cause)}");

    /// <summary>The latest first.</summary>
    private static ImmutableArray<LinkView> Links(ImmutableArray<Postmortem> postmortems, SitePlan site) =>
        [.. postmortems.Reverse().Take(LinksAtMost).Select(p => new LinkView(p.Id, site.Links.Postmortem(p)))];

    private static string Noticed(ImmutableArray<(Detector Detector, int Times)> noticed) => noticed.IsEmpty ? ""
        : $"Noticed {Wording.List([.. noticed.Select(n => $"{PostmortemFacts.By(n.Detector)} {Times(n.Times)}")])}.";

    private static string Times(int times) => times switch { 1 => "once", 2 => "twice", var n => $"{Wording.Number(n)} times" };

    private static string? More(int omitted, string where) => omitted > 0 ? $"{Wording.Number(omitted)} more {where}." : null;
}
