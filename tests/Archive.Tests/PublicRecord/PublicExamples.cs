using System.Collections.Immutable;
using Archive.PublicRecord;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Sites;

namespace Archive.Tests.PublicRecord;

/// <summary>A sound public record, to be varied with <c>with</c>.</summary>
internal static class PublicExamples
{
    public static SiteAddress Address { get; } = new(new("https://status.example/record/"));

    public static PublicIncident Incident { get; } = new()
    {
        PublicId = "k3v9x0q2m7ab",
        Slug = "2026-02-14-wrong-lane-grades",
        Aliases = ["2026-02-14-grading-errors"],
        Title = "Some lots were graded with the wrong camera",
        Impact = PublicImpact.Major,
        Components = ["Camera ingest", "Settlement"],
        Updates =
        [
            new(At("2026-02-14T06:52:00Z"), UpdateStatus.Investigating, "We are looking into wrong grades."),
            new(At("2026-02-14T07:10:00Z"), UpdateStatus.Identified, "Nine houses are affected."),
            new(At("2026-02-14T07:26:00Z"), UpdateStatus.Monitoring, "All houses grade correctly again."),
            new(At("2026-02-14T09:05:00Z"), UpdateStatus.Resolved, "All lots were reversed."),
        ],
        Corrections = [new(new(2026, 3, 5), "An earlier version said 38 lots; it was 41.")],
        Account = new(
            "Nine packing houses received grades from the cameras of other lanes.",
            [
                new("Summary", "summary", "<p>Nine packing houses received grades from the cameras of other lanes.</p>"),
                new("What happened", "what-happened", "<p>A file was <em>restored</em>.</p>"),
            ],
            new(2026, 3, 1)),
    };

    public static PublicHistory History { get; } = new()
    {
        Title = "Example Status",
        Organization = "Example",
        Description = "The state of the Example services.",
        Components = [new("Camera ingest"), new("Settlement"), new("Reports")],
        Incidents = [Incident],
    };

    public static PublicHistory EmptyHistory { get; } = new() { Title = "Status", Organization = "", Components = [], Incidents = [] };

    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The example with another address, start and title; it is over after an hour.</summary>
    public static PublicIncident IncidentAt(string slug, string start) => Incident with
    {
        PublicId = IdOf(slug),
        Slug = slug,
        Aliases = [],
        Title = $"Title of {slug}",
        Updates = [new(At(start), UpdateStatus.Investigating, "Seen."), new(At(start).AddHours(1), UpdateStatus.Resolved, "Over.")],
        Corrections = [],
        Account = Incident.Account! with { PublishedOn = DateOnly.FromDateTime(At(start).UtcDateTime.AddDays(7)) }, // the example has one
    };

    /// <summary>The example while it lasts: updates alone.</summary>
    public static PublicIncident Open { get; } = Incident with { Updates = [.. Incident.Updates.Take(3)], Corrections = [], Account = null };

    /// <summary>Twelve characters that differ for every short word.</summary>
    private static string IdOf(string slug) => new([.. slug.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant().PadLeft(12, '0')[^12..]]);

    public static PublicHistory HistoryOf(params ImmutableArray<PublicIncident> newestFirst) => History with { Incidents = newestFirst };
}
