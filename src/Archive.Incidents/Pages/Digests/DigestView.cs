using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Digests;

/// <summary>A digest in words: the page, the mail and the Markdown show the same.</summary>
public sealed record DigestView
{
    /// <summary><c>Q3 2026</c></summary>
    public required string Title { get; init; }

    /// <summary>Its first and last day, and whether it is over.</summary>
    public required string Days { get; init; }

    /// <summary>What happened, in two or three sentences.</summary>
    public required string Headline { get; init; }

    /// <summary>How things stood at the end.</summary>
    public required string Standing { get; init; }

    public required ImmutableArray<FigureRow> Figures { get; init; }

    /// <summary>The name of the period before; null where there is none to compare with.</summary>
    public required string? Before { get; init; }

    public required string SeriousLead { get; init; }

    public required ImmutableArray<SeriousRow> Serious { get; init; }

    /// <summary>How many are not shown, in words, or null.</summary>
    public required string? MoreSerious { get; init; }

    public required ImmutableArray<DigestRepeat> Repeats { get; init; }

    public required string? MoreRepeats { get; init; }

    public required string OverdueLead { get; init; }

    public required ImmutableArray<DebtRow> Overdue { get; init; }

    public required string FixesLead { get; init; }

    public required ImmutableArray<DigestFix> Fixes { get; init; }

    public required string? MoreFixes { get; init; }

    public required ImmutableArray<DecisionRow> Decisions { get; init; }

    public required string? MoreDecisions { get; init; }

    /// <summary>Where the same stands on the site.</summary>
    public required string PageHref { get; init; }

    /// <summary>The site's name.</summary>
    public required string Archive { get; init; }

    private const int SeriousAtMost = 6;
    private const int RepeatsAtMost = 6;
    private const int TeamsAtMost = 6;
    private const int FixesAtMost = 5;
    private const int DecisionsAtMost = 5;

    public static DigestView Of(Digest digest, SitePlan site, DigestLinks links)
    {
        var now = digest.Now;
        return new()
        {
            Title = digest.Period.Title,
            Days = DigestWords.Days(digest),
            Headline = DigestWords.Headline(digest),
            Standing = DigestWords.Standing(now),
            Figures = DigestFigureRows.Of(digest),
            Before = digest.Before?.Period.Title,
            SeriousLead = now.Serious.IsEmpty ? DigestWords.NoneSerious(site.Archive.Policy) : "",
            Serious = [.. now.Serious.Take(SeriousAtMost).Select(p => SeriousRow.Of(p, links, site))],
            MoreSerious = More(now.Serious.Length - SeriousAtMost),
            Repeats = [.. now.Repeats.Take(RepeatsAtMost).Select(r => DigestRepeat.Of(r, links, site))],
            MoreRepeats = More(now.Repeats.Length - RepeatsAtMost),
            OverdueLead = DigestWords.OverdueLead(now),
            Overdue = [.. now.OverdueByTeam.Take(TeamsAtMost).Select(t => DebtRow.Of(t, links))],
            FixesLead = DigestWords.FixesLead(now),
            Fixes = [.. now.Failed.Concat(now.Held).Take(FixesAtMost).Select(f => DigestFix.Of(f, links))],
            MoreFixes = More(now.Failed.Length + now.Held.Length - FixesAtMost),
            Decisions = [.. digest.Decisions.Take(DecisionsAtMost).Select(d => DecisionRow.Of(d, links))],
            MoreDecisions = More(digest.Decisions.Length - DecisionsAtMost),
            PageHref = links.Page(SitePaths.Digest(digest.Period)),
            Archive = site.Archive.Settings.Title,
        };
    }

    private static string? More(int omitted) => omitted > 0 ? $"{Wording.Number(omitted)} more" : null;
}

/// <summary>Addresses as the digest's reader needs them.</summary>
public sealed record DigestLinks(Func<Postmortem, string> Postmortem, Func<SitePath, string> Page)
{
    /// <summary>For a page of the site: from the site's root.</summary>
    public static DigestLinks OnSite(SitePlan site) => new(site.Links.Postmortem, site.Address.Href);

    /// <summary>For what leaves the site, a mail or a feed.</summary>
    public static DigestLinks Whole(SitePlan site) => new(site.Links.AbsolutePostmortem, site.Address.Absolute);

    public LinkView Of(Postmortem postmortem) => new(postmortem.Id, Postmortem(postmortem));

    public string Of(Postmortem postmortem, ActionItem item) => $"{Postmortem(postmortem)}#{item.Anchor}";

    public string Of(Postmortem postmortem, Cause cause) => $"{Postmortem(postmortem)}#{SiteLinks.Anchor(cause)}";
}

/// <summary>A figure of the period beside that of the period before.</summary>
/// <param name="Change">In words; empty where nothing can be said.</param>
public sealed record FigureRow(string Name, string Now, string Before, string Change);

/// <summary>A serious incident in three lines: what, how bad, why.</summary>
/// <param name="Facts">Who was hit, how long, who noticed, what became of the items.</param>
/// <param name="Factors">At most three; empty where none is written.</param>
public sealed record SeriousRow(LinkView Postmortem, string Title, string Severity, string Css, TimeView Day, string Facts, ImmutableArray<string> Factors)
{
    private const int FactorsAtMost = 3;

    public static SeriousRow Of(Postmortem postmortem, DigestLinks links, SitePlan site) => new(
        links.Of(postmortem),
        postmortem.Title,
        postmortem.Severity.Name,
        $"sev{SeverityView.StepOf(postmortem.Severity)}",
        TimeView.Of(site.Archive.Policy.DayOf(postmortem.Times.StartedAt)),
        DigestWords.Facts(postmortem, site),
        [.. postmortem.Causes.Take(FactorsAtMost).Select(c => c.Text)]);
}

/// <summary>Something that came back.</summary>
/// <param name="Gap">How long after the earlier one.</param>
public sealed record DigestRepeat(LinkView Told, string Title, LinkView Earlier, string Gap, MarkView Diagnosis, string Items)
{
    public static DigestRepeat Of(Repeat repeat, DigestLinks links, SitePlan site) => new(
        links.Of(repeat.Told),
        repeat.Occurrence is { } line ? line.Note : repeat.Told.Title,
        links.Of(repeat.Earlier),
        DigestWords.Gap(repeat, site.Archive.Policy),
        RecurrenceWords.Mark(repeat.Diagnosis),
        RecurrenceWords.ItemsThen(repeat.Earlier, repeat.Then));
}

/// <summary>What a team had promised and not done in time.</summary>
public sealed record DebtRow(string Team, string Items, string Oldest, string OldestHref, LinkView Postmortem, string Days)
{
    public static DebtRow Of(TeamDebt debt, DigestLinks links) => new(
        debt.Team ?? "no team",
        Wording.Count(debt.Items, "item"),
        debt.Oldest.Title,
        links.Of(debt.Postmortem, debt.Oldest),
        links.Of(debt.Postmortem),
        Wording.Count(debt.OldestDays, "day"));
}

/// <summary>A structural fix that proved itself, or did not.</summary>
public sealed record DigestFix(MarkView Verdict, string Title, string Href, LinkView Postmortem)
{
    public static DigestFix Of(ShippedFix fix, DigestLinks links) => new(
        fix.FailedBy is { } back && fix.Verdict == FixVerdict.Failed ? new("is-bad", $"came back after {Wording.Count(fix.Days, "day")} as {back.Id}") : new("is-done", "held"),
        fix.Item.Title,
        links.Of(fix.Postmortem, fix.Item),
        links.Of(fix.Postmortem));
}

/// <param name="Ask">What to decide, before the link.</param>
/// <param name="Why">What makes it pressing, after it.</param>
public sealed record DecisionRow(string Ask, LinkView About, string Why)
{
    public static DecisionRow Of(Decision decision, DigestLinks links) => new(
        DigestWords.Ask(decision.Kind),
        decision switch
        {
            { Cause: { } cause } => new(decision.Postmortem.Id, links.Of(decision.Postmortem, cause)),
            { Debt: { } debt } => new(debt.Oldest.Title, links.Of(debt.Postmortem, debt.Oldest)),
            _ => links.Of(decision.Postmortem),
        },
        DigestWords.Why(decision));
}
