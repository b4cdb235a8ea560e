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
        var opening = postmortem.Body.Find(SectionKind.Summary);
        var rest = new List<OutlineSection>(written.Length + 8);
        foreach (var section in written)
        {
            if (!ReferenceEquals(section, opening)) rest.Add(new(section.Heading, section.Anchor, BlockOf(section, postmortem.Body), section));
        }
        foreach (var (block, heading, place) in Unwritten(postmortem, rest)) rest.Insert(place(rest), Added(block, heading, rest, written));
        if (opening is { } summary)
            rest.Insert(0, new(summary.Heading, summary.Anchor, SectionBlock.Summary, summary));
        else if (postmortem.Summary is not null)
            rest.Insert(0, Added(SectionBlock.Summary, "Summary", rest, written));
        return [.. rest];
    }

    /// <summary>Every anchor of the page.</summary>
    public static ImmutableArray<string> AnchorsOf(Postmortem postmortem) =>
    [
        .. Of(postmortem).Select(s => s.Anchor),
        .. postmortem.Body.Sections.SelectMany(s => s.Subheadings).Select(h => h.Anchor),
        .. postmortem.Causes.Select(SiteLinks.Anchor),
        .. postmortem.ActionItems.Select(static i => i.Anchor),
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

    /// <summary>What the front matter holds stands in the first section of its kind.</summary>
    private static SectionBlock BlockOf(BodySection section, PostmortemBody body) =>
        BlockOf(section.Kind) is var block && block != SectionBlock.Nothing && ReferenceEquals(section, body.Find(section.Kind)) ? block : SectionBlock.Nothing;

    private static SectionBlock BlockOf(SectionKind? kind) => kind switch
    {
        SectionKind.Impact => SectionBlock.Impact,
        SectionKind.ErrorManifestation => SectionBlock.Signatures,
        SectionKind.Timeline => SectionBlock.Timeline,
        SectionKind.ActionItems => SectionBlock.ActionItems,
        _ => SectionBlock.Nothing,
    };

    private static OutlineSection Added(SectionBlock block, string heading, List<OutlineSection> others, ImmutableArray<BodySection> written)
    {
        var anchor = Slug.Of(heading);
        for (var n = 2; IsTaken(anchor, others, written); n++) anchor = $"{Slug.Of(heading)}-{n}";
        return new(heading, anchor, block, null);
    }

    private static bool IsTaken(string anchor, List<OutlineSection> others, ImmutableArray<BodySection> written)
    {
        foreach (var other in others)
        {
            if (other.Anchor == anchor) return true;
        }
        foreach (var section in written)
        {
            if (section.Anchor == anchor || section.Subheadings.Any(h => h.Anchor == anchor)) return true;
        }
        return false;
    }
}
