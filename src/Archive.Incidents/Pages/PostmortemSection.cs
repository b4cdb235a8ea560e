using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Pages;

/// <summary>A section of a postmortem's page: the author's prose, and below it what the front matter says of the same.</summary>
public sealed record PostmortemSection
{
    public required string Heading { get; init; }

    public required string Anchor { get; init; }

    /// <summary>Safe HTML; null where only the front matter speaks.</summary>
    public required FilledHtml? Html { get; init; }

    /// <summary>The front matter's summary, where the body has none.</summary>
    public string? Summary { get; init; }

    public ImmutableArray<FactView> Impact { get; init; } = [];

    public ImmutableArray<string> Signatures { get; init; } = [];

    public TimelineView? Timeline { get; init; }

    public ImmutableArray<CauseRow> Causes { get; init; } = [];

    /// <summary>The causal tree of the section, drawn; null where it has none.</summary>
    public CausalTreeFigure? Tree { get; init; }

    public ImmutableArray<ItemRow> Items { get; init; } = [];

    public ImmutableArray<OccurrenceRow> Occurrences { get; init; } = [];

    public ImmutableArray<string> TriggerPaths { get; init; } = [];

    public ImmutableArray<LinkView> Links { get; init; } = [];

    public static PostmortemSection Of(OutlineSection outline, Postmortem postmortem, SitePlan site)
    {
        var section = new PostmortemSection
        {
            Heading = outline.Heading,
            Anchor = outline.Anchor,
            Html = outline.Prose is { } prose ? site.Prose.Fill(prose.Html, postmortem) : null,
            Tree = outline.Prose is { Kind: SectionKind.RootCauseAnalysis } analysis && postmortem.Body.Find(SectionKind.RootCauseAnalysis) == analysis ? CausalTreeFigure.Of(postmortem.CausalTree) : null,
        };
        return outline.Block == SectionBlock.Nothing ? section : section.With(outline, postmortem, site);
    }

    /// <summary>With what the front matter says of it.</summary>
    private PostmortemSection With(OutlineSection outline, Postmortem postmortem, SitePlan site) => outline.Block switch
    {
        SectionBlock.Nothing => this,
        SectionBlock.Summary => this with { Summary = outline.Prose is null ? postmortem.Summary : null },
        SectionBlock.Impact => this with { Impact = [.. PostmortemFacts.OfImpact(postmortem.Impact)] },
        SectionBlock.Signatures => this with { Signatures = postmortem.ErrorSignatures },
        SectionBlock.Timeline => this with { Timeline = postmortem.Timeline.Moments.IsEmpty ? null : TimelineView.Of(postmortem, site) },
        SectionBlock.Causes => this with { Causes = [.. postmortem.Causes.Select((c, i) => CauseRow.Of(c, i, postmortem, site.Archive))] },
        SectionBlock.ActionItems => this with { Items = ImmutableArray.CreateRange(postmortem.ActionItems, i => ItemRow.Of(ActionLedger.Entry(postmortem, i, site.Archive), site)) },
        SectionBlock.Occurrences => this with { Occurrences = [.. postmortem.Occurrences.Select(o => new OccurrenceRow(TimeView.Of(o.On), o.Note))] },
        SectionBlock.TriggerPaths => this with { TriggerPaths = postmortem.TriggerPaths },
        SectionBlock.Links => this with { Links = [.. postmortem.Links.Select(l => new LinkView(l.Title, l.Address.AbsoluteUri))] },
    };
}

public sealed record OccurrenceRow(TimeView On, string Note);

/// <summary>An item that addresses a cause, and how it stands: a cause whose item is open is still there.</summary>
/// <param name="Number">The item's place among those of its postmortem, from 1: it lights up with it.</param>
public sealed record AddressingItem(string Text, string Href, int Number, MarkView State);

/// <summary>A cause and what is done about it.</summary>
public sealed record CauseRow
{
    public required string Id { get; init; }

    public required string Anchor { get; init; }

    /// <summary>Its place, from 1; pairs it with its mentions.</summary>
    public required int Number { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required string? Layer { get; init; }

    /// <summary>How it stood the substitution test, where it is structural; null otherwise.</summary>
    public required string? Structural { get; init; }

    /// <summary>The same, where it is not structural; null otherwise.</summary>
    public required string? Personal { get; init; }

    public required ImmutableArray<AddressingItem> AddressedBy { get; init; }

    public required string? Accepted { get; init; }

    /// <summary>Neither addressed nor accepted.</summary>
    public required bool IsOpen { get; init; }

    public static CauseRow Of(Cause cause, int index, Postmortem postmortem, IncidentArchive archive) => new()
    {
        Id = cause.Id,
        Anchor = SiteLinks.Anchor(cause),
        Number = index + 1,
        Kind = Words.Of(cause.Kind),
        Text = cause.Text,
        Layer = cause.Layer is { } layer ? Wording.Plain(layer) : null,
        Structural = cause.IsStructural == true ? "structural" : null,
        Personal = cause.IsStructural == false ? "personal: somebody else would not have met it" : null,
        AddressedBy =
        [
            .. postmortem.ActionItems
                .Select((item, i) => (Item: item, Number: i + 1))
                .Where(i => cause.IsAddressedBy(i.Item))
                .Select(i => new AddressingItem(i.Item.Id, $"#{i.Item.Anchor}", i.Number, MarkView.Of(ActionLedger.Entry(postmortem, i.Item, archive)))),
        ],
        Accepted = cause.AcceptedBecause,
        IsOpen = cause.AddressedBy.IsEmpty && cause.AcceptedBecause is null,
    };
}
