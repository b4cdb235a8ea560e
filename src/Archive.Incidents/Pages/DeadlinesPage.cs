using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Digests;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record DeadlinesView
{
    public required PageFrame Frame { get; init; }

    public required string Lead { get; init; }

    /// <summary>How the days are counted.</summary>
    public required string Note { get; init; }

    /// <summary>Null where no deadline has been met or missed yet.</summary>
    public required DotFigure? Figure { get; init; }

    public required string OwedLead { get; init; }

    public required ImmutableArray<OwedRow> Owed { get; init; }

    public required string? MoreOwed { get; init; }

    public required ImmutableArray<PunctualityRow> Severities { get; init; }

    public required ImmutableArray<PunctualityRow> Quarters { get; init; }

    /// <summary>Every postmortem with a deadline, the latest due first.</summary>
    public required ImmutableArray<PublicationRow> Records { get; init; }

    public required string? MoreRecords { get; init; }

    public required string PostmortemsHref { get; init; }
}

/// <summary>Deadlines of some postmortems, counted.</summary>
/// <param name="Policy">What is asked of them; empty where they are no group of the policy.</param>
/// <param name="Share">Of those whose day has passed, how many were in time; empty where there are none.</param>
/// <param name="ToPublication">The median of the days from resolution to publication, with its number.</param>
public sealed record PunctualityRow(LinkView Name, string Policy, string InTime, string Late, string Overdue, string NotYetDue, string Share, string ToPublication);

/// <param name="Published">Null where it is not.</param>
public sealed record PublicationRow(TimeView Due, TimeView? Published, string Id, string Title, string Href, SeverityView Severity, MarkView State);

/// <summary>When postmortems were due and when they came: owed and unwritten ones first.</summary>
public static class DeadlinesPage
{
    public static readonly Template<DeadlinesView> Template = new("internal/deadlines");

    private const int OwedAtMost = 100;
    private const int RecordsAtMost = 120;
    private const int QuartersAtMost = 12;

    public static Page Plan(SitePlan site) => Page.Of(SitePaths.Deadlines, Template, () => View(site));

    public static DeadlinesView View(SitePlan site)
    {
        var (history, punctuality) = (site.History, site.History.Punctuality);
        var withDeadline = punctuality.Records.Where(r => r.Due is not null).OrderByDescending(r => r.Due.GetValueOrDefault().On).ToImmutableArray();
        return new()
        {
            Frame = site.Frame("Deadlines", SiteArea.Postmortems, "When postmortems were due, and when they were published."),
            Lead = Lead(punctuality.All),
            Note = Note(site.Archive.Policy),
            Figure = DeadlineFigure.Of(withDeadline.Take(RecordsAtMost), site),
            OwedLead = HomePage.OwedLead(history.Owed),
            Owed = [.. history.Owed.Take(OwedAtMost).Select(o => HomePage.Row(o, site))],
            MoreOwed = history.Owed.Length > OwedAtMost ? $"{Wording.Number(history.Owed.Length - OwedAtMost)} more" : null,
            Severities = [.. punctuality.BySeverity.Select(s => Row(new(s.Severity.Name, site.Links.Severity(s.Severity)), SeverityPages.Asked(s.Severity), s.Figures))],
            Quarters = [.. punctuality.ByQuarter.TakeLast(QuartersAtMost).Select(q => Row(DigestPages.Named(q.Quarter, site), "", q.Figures))],
            Records = [.. withDeadline.Take(RecordsAtMost).Select(r => Row(r, site))],
            MoreRecords = withDeadline.Length > RecordsAtMost ? $"{Wording.Number(withDeadline.Length - RecordsAtMost)} older ones are not in this list." : null,
            PostmortemsHref = site.Address.Href(SitePaths.Postmortems),
        };
    }

    /// <summary><c>31 of 38 postmortems were published in time, 5 late. 2 are overdue.</c></summary>
    public static string Lead(PunctualityFigures figures)
    {
        if (figures.Judged == 0) return "No postmortem has reached its deadline yet.";
        if (figures.Judged == 1) return $"The one postmortem whose day has come {(figures.InTime == 1 ? "was published in time" : figures.Late == 1 ? "was published late" : "is overdue")}.";
        var late = figures.Late switch { 0 => "none late", var n => $"{Wording.Number(n)} late" };
        var overdue = figures.Overdue switch { 0 => "None is overdue.", 1 => "1 is overdue.", var n => $"{Wording.Number(n)} are overdue." };
        return $"{Wording.Number(figures.InTime)} of {Wording.Count(figures.Judged, "postmortem")} whose day has come {(figures.InTime == 1 ? "was" : "were")} published in time, {late}. {overdue}";
    }

    private static string Note(Policy policy)
    {
        var isBusiness = policy.Severities.Any(s => s.Deadline?.Unit == DeadlineUnit.BusinessDays);
        var holidays = policy.Holidays.Length switch
        {
            0 => "no holidays are listed in archive.yml",
            1 => "the holiday that archive.yml lists",
            var n => $"the {Wording.Number(n)} holidays that archive.yml lists",
        };
        var business = !isBusiness ? "" : policy.Holidays.IsEmpty ? $" Business days leave out weekends; {holidays}." : $" Business days leave out weekends and {holidays}.";
        return $"The clock starts with the resolution; a postmortem is late from the day after its due day, in {policy.TimeZone}.{business}";
    }

    private static PunctualityRow Row(LinkView name, string policy, PunctualityFigures figures) => new(
        name,
        policy,
        Count(figures.InTime),
        Count(figures.Late),
        Count(figures.Overdue),
        Count(figures.NotYetDue),
        Wording.Percent(figures.InTime, figures.Judged),
        figures.ToPublication is { } spread ? $"{Wording.Days(spread.Median)} (of {Wording.Number(spread.Count)})" : "");

    private static string Count(int number) => number == 0 ? "" : Wording.Number(number);

    private static PublicationRow Row(PublicationRecord record, SitePlan site) => new(
        TimeView.Of(record.Due.GetValueOrDefault().On), // filtered by the caller
        record.IsPublished ? TimeView.OfOptional(record.Postmortem.PublishedOn) : null,
        record.Postmortem.Id,
        record.Postmortem.Title,
        site.Links.Postmortem(record.Postmortem),
        SeverityView.Of(record.Postmortem.Severity, site.Links),
        StateOf(record));

    /// <summary><c>3 days late</c></summary>
    public static MarkView StateOf(PublicationRecord record) => record.State switch
    {
        DeadlineState.PublishedInTime => new("is-done", "in time"),
        DeadlineState.PublishedLate => new("is-warn", $"{Wording.Count(record.DaysLate.GetValueOrDefault(), "day")} late"),
        DeadlineState.Overdue => new("is-overdue", $"{Wording.Count(record.DaysLate.GetValueOrDefault(), "day")} overdue"),
        DeadlineState.NotYetDue => new("is-open", "not due yet"),
        DeadlineState.Unresolved => new("is-open", "not resolved yet"),
        DeadlineState.NoDeadline => new("is-none", "no deadline"),
    };
}
