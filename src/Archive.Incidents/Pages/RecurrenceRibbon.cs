using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>That it happened before, or again: the line above everything else on a postmortem's page.</summary>
/// <param name="Before">The words before the link.</param>
/// <param name="After">What follows the other's title, about the items.</param>
/// <param name="Diagnosis">Why it came back.</param>
/// <param name="Open">Items that were open then.</param>
/// <param name="Missed">Where it is written what the earlier postmortem missed, or that it is not; null on the earlier one's page.</param>
/// <param name="Basis">How it is known where no postmortem says so, or null.</param>
public sealed record RibbonView(
    string Css, string Before, LinkView Postmortem, string Title, string After, MarkView Diagnosis, ImmutableArray<OpenThenView> Open, LinkView? Missed, string? Basis)
{
    private const int ItemsAtMost = 4;

    /// <summary>Most ribbons of a page; the family's page shows the rest.</summary>
    private const int AtMost = 4;

    public static ImmutableArray<RibbonView> Of(Postmortem postmortem, SitePlan site) =>
        [.. site.History.RecurrencesOf(postmortem).Take(AtMost).Select(r => ReferenceEquals(r.Later, postmortem) ? Again(r, site) : CameBack(r, site))];

    /// <summary>The way to all members of the family; null where the ribbons name them all.</summary>
    public static LinkView? Family(Postmortem postmortem, SitePlan site) =>
        site.History.FamilyOf(postmortem) is { Members.Length: > 2 } family
            ? new($"All {Wording.Number(family.Members.Length)} incidents of this family", site.Address.Href(SitePaths.Family(family)))
            : null;

    private static RibbonView Again(Recurrence recurrence, SitePlan site) => new(
        "",
        $"This repeats, {RecurrenceWords.Gap(recurrence.DaysBetween)} later,",
        new(recurrence.Earlier.Id, site.Links.Postmortem(recurrence.Earlier)),
        recurrence.Earlier.Title,
        $"{RecurrenceWords.OpenThen(recurrence.Then)} when it began",
        RecurrenceWords.Mark(recurrence.Diagnosis),
        OpenItems(recurrence, site),
        Missing(recurrence, site),
        BasisWords(recurrence, site));

    private static RibbonView CameBack(Recurrence recurrence, SitePlan site) => new(
        recurrence.Diagnosis switch
        {
            RecurrenceDiagnosis.NeverShipped => "bad",
            RecurrenceDiagnosis.DidNotHold or RecurrenceDiagnosis.NothingPlanned => "warn",
            RecurrenceDiagnosis.Accepted => "",
        },
        $"Recurred {RecurrenceWords.Gap(recurrence.DaysBetween)} later as",
        new(recurrence.Later.Id, site.Links.Postmortem(recurrence.Later)),
        recurrence.Later.Title,
        RecurrenceWords.OpenThen(recurrence.Then),
        RecurrenceWords.Mark(recurrence.Diagnosis),
        OpenItems(recurrence, site),
        null,
        BasisWords(recurrence, site));

    private static ImmutableArray<OpenThenView> OpenItems(Recurrence recurrence, SitePlan site) =>
        [.. recurrence.Then.Open.Take(ItemsAtMost).Select(i => new OpenThenView(i.Id, i.Title, site.Links.Item(recurrence.Earlier, i)))];

    private static LinkView? Missing(Recurrence recurrence, SitePlan site)
    {
        var later = recurrence.Later;
        if (later.Body.Find(SectionKind.EarlierMissed) is { } section) return new($"What {recurrence.Earlier.Id} missed", $"{site.Links.Postmortem(later)}#{section.Anchor}");
        return recurrence.Basis == RecurrenceBasis.Named && later.Status == DocumentStatus.Final ? new($"What {recurrence.Earlier.Id} missed is not written here.", null) : null;
    }

    private static string? BasisWords(Recurrence recurrence, SitePlan site) => recurrence.Basis == RecurrenceBasis.Named ? null
        : $"Inferred: both share {RecurrenceWords.Key(site.Archive.Policy)}, within {Wording.Count(site.Archive.Policy.RecurrenceWindowDays, "day")}.";
}

/// <summary>An item that was open when it happened again.</summary>
public sealed record OpenThenView(string Id, string Title, string Href);
