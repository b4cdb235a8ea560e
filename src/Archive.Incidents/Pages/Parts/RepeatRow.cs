using Archive.Incidents.History;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Something that happened again, as a row of a list.</summary>
/// <param name="Told">Where it is told.</param>
/// <param name="Title">Its title, or the line that tells of it.</param>
/// <param name="Gap">How long after the earlier one it began.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Items">How the earlier one's items stood.</param>
public sealed record RepeatRow(
    TimeView Day, LinkView Told, string Title, string Gap, LinkView Earlier, string EarlierTitle, string Basis, MarkView Diagnosis, string Items, LinkView? FailureClass)
{
    public static RepeatRow Of(Repeat repeat, SitePlan site) => new(
        TimeView.Of(repeat.On),
        new(repeat.Told.Id, site.Links.Postmortem(repeat.Told)),
        repeat.Occurrence is { } line ? line.Note : repeat.Told.Title,
        RecurrenceWords.Gap(repeat.DaysAfter(site.Archive.Policy)),
        new(repeat.Earlier.Id, site.Links.Postmortem(repeat.Earlier)),
        repeat.Earlier.Title,
        repeat switch
        {
            { Recurrence: null } => "a line in it",
            { Recurrence.Basis: RecurrenceBasis.Named } => "named",
            _ => "inferred",
        },
        RecurrenceWords.Mark(repeat.Diagnosis),
        RecurrenceWords.OpenThen(repeat.Then),
        repeat.Told.FailureClass is { } c ? site.Links.To(c) : null);
}
