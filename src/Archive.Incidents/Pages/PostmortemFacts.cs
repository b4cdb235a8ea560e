using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>What a postmortem says in figures: the strip below its title, its impact, and the colophon.</summary>
public static class PostmortemFacts
{
    /// <summary>What, when, how long, how it was noticed, who was hit.</summary>
    public static IEnumerable<FactView> Strip(Postmortem postmortem, SitePlan site)
    {
        var times = postmortem.Times;
        yield return FactView.Of("Began", TimeView.Of(times.StartedAt), times.IntroducedAt is { } at ? $"the fault was put in {Before(times.StartedAt - at)}" : null);
        yield return times.Duration is { } duration
            ? FactView.Of("Lasted", Wording.Span(duration), times.MitigatedAt - times.StartedAt is { } mitigation ? $"mitigated after {Wording.Span(mitigation)}" : null)
            : FactView.Of("Lasted", "not resolved yet");
        if (times.Detection is { } detection)
            yield return FactView.Of("Noticed", detection == TimeSpan.Zero ? "at once" : $"after {Wording.Span(detection)}", postmortem.DetectedBy is { } detector ? By(detector) : null);
        if (Hit(postmortem.Impact) is { } hit) yield return hit;
        yield return FactView.Of(postmortem.Services.Length == 1 ? "Service" : "Services", postmortem.Services.Select(s => site.Links.To(s)));
        if (postmortem.FailureClass is { } failureClass)
            yield return FactView.Of("Failure class", [site.Links.To(failureClass)]);
        if (postmortem.ChainLevel is { } level)
            yield return FactView.Of("Chain level", [site.Links.ToChainLevel(level)], postmortem.ChainLabel is { } label ? Wording.Plain(label) : null);
        else if (postmortem.ChainLabel is { } label)
            yield return FactView.Of("Chain label", Wording.Plain(label));
        if (times.CommunicatedAt - times.DetectedAt is { } told)
            yield return FactView.Of("Customers told", told == TimeSpan.Zero ? "at once" : $"{Wording.Span(told)} later", "after it was noticed");
    }

    /// <summary>What it cost, as far as it is known.</summary>
    public static IEnumerable<FactView> OfImpact(Impact impact)
    {
        if (impact.Customers is { } customers) yield return FactView.Of("Customers", Wording.Number(customers));
        if (!impact.Segments.IsEmpty) yield return FactView.Of("Who", Wording.List(impact.Segments));
        if (impact.RequestsFailed is { } failed) yield return FactView.Of("Requests failed", Wording.Number(failed));
        if (impact.Revenue is { } revenue) yield return FactView.Of("Revenue", $"{Wording.Number(revenue.Amount)} {revenue.Currency}");
        if (impact.ErrorBudgetPercent is { } budget) yield return FactView.Of("Error budget", $"{Wording.Number(budget)} %", "of the month's");
        if (impact.DataLoss is { } loss) yield return FactView.Of("Data loss", loss);
        if (!impact.TeamsBlocked.IsEmpty) yield return FactView.Of("Teams blocked", Wording.List(impact.TeamsBlocked));
        if (impact.HoursLost is { } hours) yield return FactView.Of("Time lost", $"{Wording.Number(hours)} h", "person-hours");
    }

    /// <summary>Who wrote it, and when it became final.</summary>
    public static IEnumerable<FactView> Colophon(Postmortem postmortem, SitePlan site)
    {
        if (!postmortem.Authors.IsEmpty) yield return FactView.Of("Written by", Wording.List(postmortem.Authors));
        if (!postmortem.Reviewers.IsEmpty) yield return FactView.Of("Reviewed by", Wording.List(postmortem.Reviewers));
        if (!postmortem.SignedOffBy.IsEmpty) yield return FactView.Of("Signed off by", Wording.List(postmortem.SignedOffBy));
        if (postmortem.PublishedOn is { } publishedOn)
            yield return FactView.Of("Published", TimeView.Of(publishedOn), Punctuality(postmortem, site));
        yield return PublicNoteWords.Fact(postmortem, site);
    }

    private static string? Punctuality(Postmortem postmortem, SitePlan site) => PublicationDeadlines.DaysLate(postmortem, site.Archive.Policy) switch
    {
        null => null,
        <= 0 => "in time",
        var days => $"{Wording.Count(days.Value, "day")} late",
    };

    private static FactView? Hit(Impact impact) => impact switch
    {
        { Customers: { } customers } => FactView.Of("Hit", Wording.Count((int)Math.Min(customers, int.MaxValue), "customer"), impact.Segments.IsEmpty ? null : Wording.List(impact.Segments)),
        { Segments.IsEmpty: false } => FactView.Of("Hit", Wording.List(impact.Segments)),
        { TeamsBlocked.IsEmpty: false } => FactView.Of("Hit", $"{Wording.List(impact.TeamsBlocked)} teams"),
        _ => null,
    };

    /// <summary><c>by an alert</c>, <c>by chance</c></summary>
    public static string By(Detector detector) => detector switch
    {
        Detector.Alert => "by an alert",
        Detector.Employee => "by an employee",
        Detector.Customer => "by a customer",
        Detector.Chance => "by chance",
    };

    private static string Before(TimeSpan span) => span == TimeSpan.Zero ? "then" : $"{Wording.Span(span)} before";
}
