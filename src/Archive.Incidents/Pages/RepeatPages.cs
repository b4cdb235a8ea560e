using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record RepeatsView
{
    public required PageFrame Frame { get; init; }

    public required string Heading { get; init; }

    public required LinkView Up { get; init; }

    public required string Lead { get; init; }

    public required ImmutableArray<Sibling> Siblings { get; init; }

    public required ImmutableArray<RepeatRow> Rows { get; init; }

    /// <summary>How many are not shown, in words, or null.</summary>
    public required string? Omitted { get; init; }
}

/// <summary>Everything that happened again, the newest first: all of it, and a page for each diagnosis.</summary>
public static class RepeatPages
{
    public static readonly Template<RepeatsView> Template = new("internal/repeats");

    private const int RowsAtMost = 500;

    public static IEnumerable<Page> Plan(SitePlan site) =>
    [
        Page.Of(SitePaths.Repeats, Template, () => View(site, null)),
        .. Used(site).Select(d => Page.Of(SitePaths.Diagnosis(d), Template, () => View(site, d))),
    ];

    /// <param name="diagnosis">Null for all.</param>
    public static RepeatsView View(SitePlan site, RecurrenceDiagnosis? diagnosis)
    {
        var repeats = site.History.Repeats.Where(r => diagnosis is null || r.Diagnosis == diagnosis).Reverse().ToList();
        var heading = diagnosis is { } d ? Wording.Sentence(RecurrenceWords.Of(d)) : "Every recurrence";
        return new()
        {
            Frame = site.Frame(heading, SiteArea.Recurrence),
            Heading = heading,
            Up = new("Recurrence", site.Address.Href(SitePaths.Recurrence)),
            Lead = repeats.Count == 0 ? "Nothing in this archive has happened again yet. A recurrence stands here as soon as a postmortem names the earlier one, or its class and service say so."
                : diagnosis is { } one ? $"{RecurrenceWords.Meaning(one)} {Wording.Sentence(RecurrenceWords.Times(repeats.Count))}, the latest first."
                : $"{Wording.Sentence(RecurrenceWords.Times(repeats.Count))}, the latest first.",
            Siblings = repeats.Count == 0 ? [] : Siblings(site, diagnosis),
            Rows = [.. repeats.Take(RowsAtMost).Select(r => RepeatRow.Of(r, site))],
            Omitted = repeats.Count > RowsAtMost ? $"{Wording.Number(repeats.Count - RowsAtMost)} older ones stand on the pages of their families." : null,
        };
    }

    private static ImmutableArray<Sibling> Siblings(SitePlan site, RecurrenceDiagnosis? shown) =>
    [
        new("All", shown is null ? null : site.Address.Href(SitePaths.Repeats), Wording.Number(site.History.Repeats.Length)),
        .. Used(site).Select(d => new Sibling(
            Wording.Sentence(RecurrenceWords.Of(d)),
            d == shown ? null : site.Address.Href(SitePaths.Diagnosis(d)),
            Wording.Number(site.History.Repeats.Count(r => r.Diagnosis == d)))),
    ];

    private static IEnumerable<RecurrenceDiagnosis> Used(SitePlan site) =>
        Enum.GetValues<RecurrenceDiagnosis>().Where(d => site.History.Repeats.Any(r => r.Diagnosis == d));
}
