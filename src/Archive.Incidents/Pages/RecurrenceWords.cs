using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>That it happened before, or again: the line above everything else on a postmortem's page.</summary>
/// <param name="Before">The words before the link.</param>
/// <param name="After">What follows, about the items.</param>
public sealed record RibbonView(string Css, string Before, LinkView Postmortem, string Title, string After);

/// <summary>Recurrences in words, from the facts of both sides.</summary>
public static class RecurrenceWords
{
    public static ImmutableArray<RibbonView> Ribbons(Postmortem postmortem, SitePlan site) =>
        [.. site.History.RecurrencesOf(postmortem).Select(r => ReferenceEquals(r.Later, postmortem) ? Again(r, site) : CameBack(r, site))];

    /// <summary><c>2 of the 3 items of INC-030 were open</c>, about the earlier one's items when it happened again.</summary>
    public static string ItemsThen(Postmortem earlier, PromisesThen then) => (then.Count, then.Open.Length) switch
    {
        (0, _) => $"{earlier.Id} had promised nothing",
        (1, 1) => $"the one item of {earlier.Id} was open",
        (1, 0) => $"the one item of {earlier.Id} was done",
        (2, 0) => $"both items of {earlier.Id} were done",
        (2, 2) => $"both items of {earlier.Id} were open",
        (var all, 0) => $"all {all} items of {earlier.Id} were done",
        var (all, open) when all == open => $"all {all} items of {earlier.Id} were open",
        var (all, open) => $"{open} of the {all} items of {earlier.Id} {(open == 1 ? "was" : "were")} open",
    };

    private static RibbonView Again(Recurrence recurrence, SitePlan site) => new(
        "",
        $"This repeats, {Gap(recurrence)} later,",
        new(recurrence.Earlier.Id, site.Links.Postmortem(recurrence.Earlier)),
        recurrence.Earlier.Title,
        $"When it began, {ItemsThen(recurrence.Earlier, recurrence.Then)}.");

    private static RibbonView CameBack(Recurrence recurrence, SitePlan site) => new(
        recurrence.Then.Open.Length > 0 ? "bad" : "warn",
        $"Recurred {Gap(recurrence)} later as",
        new(recurrence.Later.Id, site.Links.Postmortem(recurrence.Later)),
        recurrence.Later.Title,
        recurrence.Then.Count == 0 ? "Nothing was promised here." : $"{OfHere(recurrence)} open then.");

    private static string OfHere(Recurrence recurrence) => recurrence.Then.Open.Length == 0
        ? $"None of the {recurrence.Then.Count} items here was"
        : $"{recurrence.Then.Open.Length} of {Wording.Count(recurrence.Then.Count, "item")} here {(recurrence.Then.Open.Length == 1 ? "was" : "were")}";

    private static string Gap(Recurrence recurrence) => recurrence.DaysBetween switch
    {
        0 => "less than a day",
        var days => Wording.Count(days, "day"),
    };
}
