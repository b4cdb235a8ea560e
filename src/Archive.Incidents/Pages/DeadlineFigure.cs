using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>Postmortems as dots over their due days: how many days before or after they were published, or are overdue now.</summary>
public static class DeadlineFigure
{
    public static DotFigure? Of(IEnumerable<PublicationRecord> records, SitePlan site)
    {
        var judged = records.Where(r => r.IsPublished || r.State == DeadlineState.Overdue).ToList();
        return DotFigure.Of(
            new(
                $"Days between deadline and publication of {Wording.Count(judged.Count, "postmortem")}",
                "A dot for each postmortem, over the day on which it was due. Above the line it was late, or is overdue now; on it or below it was in time. The same stands in the table.",
                Words),
            DotFigure.WholeSteps,
            [.. judged.Select(r => new DotPoint(r.Postmortem, r.Due.GetValueOrDefault().On, r.DaysLate.GetValueOrDefault(), Verdict(r)))],
            [],
            site);
    }

    private static string Words(double days) => days == 0 ? "due day" : days > 0 ? $"+{Wording.Number((long)days)} d" : $"−{Wording.Number((long)-days)} d";

    private static string Verdict(PublicationRecord record) => record switch
    {
        { State: DeadlineState.Overdue } => $"{Wording.Count(record.DaysLate.GetValueOrDefault(), "day")} overdue",
        { DaysLate: > 0 and var late } => $"published {Wording.Count(late, "day")} late",
        { DaysLate: 0 } => "published on its day",
        _ => $"published {Wording.Count(-record.DaysLate.GetValueOrDefault(), "day")} early",
    };
}
