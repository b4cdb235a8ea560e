using System.Collections.Immutable;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Model;

/// <summary>The prose of a postmortem: what stands before the first section, and the sections in the author's order.</summary>
public sealed record PostmortemBody
{
    public static PostmortemBody Empty { get; } = new() { Preamble = HtmlText.Empty, Sections = [] };

    public required HtmlText Preamble { get; init; }

    public required ImmutableArray<BodySection> Sections { get; init; }

    /// <summary>All links that a person wrote in the body, in order.</summary>
    public ImmutableArray<DocumentLink> Links { get; init; } = [];

    /// <summary>The first section of a kind; null where there is none.</summary>
    public BodySection? Find(SectionKind? kind)
    {
        foreach (var section in Sections)
        {
            if (section.Kind == kind) return section;
        }
        return null;
    }
}

/// <summary>A section of the body.</summary>
public sealed record BodySection
{
    /// <summary>What it is, by its heading or a synonym of it; null where the archive knows no such section.</summary>
    public SectionKind? Kind { get; init; }

    /// <summary>The heading as the author wrote it, plain text.</summary>
    public required string Heading { get; init; }

    /// <summary>Unique in the document.</summary>
    public required string Anchor { get; init; }

    /// <summary>Anchors of the headings inside, without its own.</summary>
    public ImmutableArray<TextHeading> Subheadings { get; init; } = [];

    /// <summary>
    /// The prose without the heading. The timeline's and the action items' tables are left out where they were read into
    /// <see cref="Postmortem.Timeline"/> and <see cref="Postmortem.ActionItems"/>.
    /// </summary>
    public required HtmlText Html { get; init; }
}

/// <summary>The sections that the archive knows, whatever words head them.</summary>
public enum SectionKind
{
    Summary,
    Impact,
    ErrorManifestation,
    Timeline,
    Detection,
    Response,
    Resolution,
    WentWell,
    WentWrong,
    ContributingFactors,
    RootCauseAnalysis,
    WhyItEscaped,
    OwnerSentiment,
    EarlierMissed,
    ActionItems,
    CloseOutVerification,
    LessonsLearned,
}
