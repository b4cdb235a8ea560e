using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

/// <summary>What the archive is listed under, with what is known of each entry.</summary>
public sealed record IndexView
{
    public required PageFrame Frame { get; init; }

    public required string Heading { get; init; }

    /// <summary>What an entry is, as the head of the column.</summary>
    public required string EntryWord { get; init; }

    public required string Lead { get; init; }

    public required ImmutableArray<IndexGroup> Groups { get; init; }

    public required string EmptyWords { get; init; }
}

/// <param name="Heading">Null where the entries are not grouped.</param>
public sealed record IndexGroup(LinkView? Heading, ImmutableArray<IndexRow> Rows);

/// <summary>A service or a failure class as a row.</summary>
/// <param name="Spark">How often, quarter by quarter, or null where too little is known.</param>
/// <param name="Open">How its open items stand, or null where none is open.</param>
/// <param name="Last">The day of the latest, or null where there is none.</param>
public sealed record IndexRow(LinkView Name, string? Description, string Total, string PastYear, SparkView? Spark, MarkView? Open, TimeView? Last, LinkView? LastPostmortem);

public static class IndexPage
{
    public static readonly Template<IndexView> Template = new("internal/index");

    public static IndexRow Row(LinkView name, string? description, ImmutableArray<Postmortem> postmortems, SitePlan site)
    {
        var open = ActionLedger.OpenOf(postmortems, site.Archive, atMost: 0);
        var last = postmortems.IsEmpty ? null : postmortems[^1];
        return new(
            name,
            description,
            Wording.Number(postmortems.Length),
            Wording.Number(ListingPage.InPastYear(postmortems, site.Archive)),
            SparkView.Of(postmortems, site),
            open.Count == 0 ? null : MarkView.OfOpen(open.Overdue, open.Count - open.Overdue),
            last is null ? null : TimeView.DayOf(last.Times.StartedAt, site.Archive.Policy),
            last is null ? null : new(last.Id, site.Links.Postmortem(last)));
    }
}
