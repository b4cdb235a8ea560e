using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>What a section shows besides the author's prose.</summary>
public enum SectionBlock
{
    Nothing,
    Summary,
    Impact,
    Signatures,
    Timeline,
    Causes,
    ActionItems,
    Occurrences,
    TriggerPaths,
    Links,
}

/// <param name="Prose">What the author wrote there; null where only the front matter speaks.</param>
public sealed record OutlineSection(string Heading, string Anchor, SectionBlock Block, BodySection? Prose);

/// <summary>The sections of a postmortem's page: the summary first, then the author's order, with what the front matter holds where it belongs.</summary>
public static class PostmortemOutline
{
    public static ImmutableArray<OutlineSection> Of(Postmortem postmortem)
    {
        var written = postmortem.Body.Sections;
        var taken = new Lazy<HashSet<string>>(() => written.SelectMany(s => s.Subheadings.Select(h => h.Anchor).Prepend(s.Anchor)).ToHashSet(StringComparer.Ordinal));
        var opening = postmortem.Body.Find(SectionKind.Summary);
        var rest = written.Where(s => !ReferenceEquals(s, opening)).Select(s => new OutlineSection(s.Heading, s.Anchor, BlockOf(s.Kind) is var block && block != SectionBlock.Nothing && ReferenceEquals(s, postmortem.Body.Find(s.Kind)) ? block : SectionBlock.Nothing, s)).ToList();
        foreach (var (block, heading, place) in Unwritten(postmortem, rest)) rest.Insert(place(rest), Added(block, heading, taken.Value));
        if (opening is { } summary)
            rest.Insert(0, new(summary.Heading, summary.Anchor, SectionBlock.Summary, summary));
        else if (postmortem.Summary is not null)
            rest.Insert(0, Added(SectionBlock.Summary, "Summary", taken.Value));
        return [.. rest];
    }

    /// <summary>Every anchor of the page.</summary>
    public static ImmutableArray<string> AnchorsOf(Postmortem postmortem) =>
    [
        .. Of(postmortem).Select(s => s.Anchor),
        .. postmortem.Body.Sections.SelectMany(s => s.Subheadings).Select(h => h.Anchor),
        .. postmortem.Causes.Select(SiteLinks.Anchor),
        .. postmortem.ActionItems.Select(SiteLinks.Anchor),
        .. postmortem.Timeline.Moments.Select((_, i) => $"moment-{i + 1}"),
        "similar",
        "related",
    ];

    // In this order; each finds its place among those that stand already.
    private static IEnumerable<(SectionBlock Block, string Heading, Func<List<OutlineSection>, int> Place)> Unwritten(Postmortem postmortem, List<OutlineSection> written)
    {
        if (!postmortem.Timeline.Moments.IsEmpty && !Has(SectionBlock.Timeline)) yield return (SectionBlock.Timeline, "Timeline", _ => 0);
        if (postmortem.Impact != Impact.Unknown && !Has(SectionBlock.Impact)) yield return (SectionBlock.Impact, "Impact", _ => 0);
        if (!postmortem.ErrorSignatures.IsEmpty && !Has(SectionBlock.Signatures)) yield return (SectionBlock.Signatures, "Error signatures", _ => 0);
        if (!postmortem.ActionItems.IsEmpty && !Has(SectionBlock.ActionItems)) yield return (SectionBlock.ActionItems, "Action items", AfterAnalysis);
        if (!postmortem.Causes.IsEmpty) yield return (SectionBlock.Causes, "Causes", s => s.FindIndex(o => o.Block == SectionBlock.ActionItems) is >= 0 and var at ? at : AfterAnalysis(s));
        if (!postmortem.Occurrences.IsEmpty) yield return (SectionBlock.Occurrences, "It happened again", s => s.Count);
        if (!postmortem.TriggerPaths.IsEmpty) yield return (SectionBlock.TriggerPaths, "Files to be careful with", s => s.Count);
        if (!postmortem.Links.IsEmpty) yield return (SectionBlock.Links, "Links", s => s.Count);

        bool Has(SectionBlock block) => written.Exists(s => s.Block == block);
    }

    private static int AfterAnalysis(List<OutlineSection> sections) =>
        sections.FindLastIndex(s => s.Prose?.Kind is SectionKind.RootCauseAnalysis or SectionKind.ContributingFactors or SectionKind.WhyItEscaped) is >= 0 and var last
            ? last + 1
            : sections.Count;

    private static SectionBlock BlockOf(SectionKind? kind) => kind switch
    {
        SectionKind.Impact => SectionBlock.Impact,
        SectionKind.ErrorManifestation => SectionBlock.Signatures,
        SectionKind.Timeline => SectionBlock.Timeline,
        SectionKind.ActionItems => SectionBlock.ActionItems,
        _ => SectionBlock.Nothing,
    };

    private static OutlineSection Added(SectionBlock block, string heading, HashSet<string> taken)
    {
        var anchor = Slug.Of(heading);
        for (var n = 2; !taken.Add(anchor); n++) anchor = $"{Slug.Of(heading)}-{n}";
        return new(heading, anchor, block, null);
    }
}
