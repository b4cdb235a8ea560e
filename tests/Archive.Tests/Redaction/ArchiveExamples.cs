using System.Collections.Immutable;
using System.Text;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;

namespace Archive.Tests.Redaction;

/// <summary>A sound archive with one published incident, to be varied with <c>with</c>.</summary>
internal static class ArchiveExamples
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static Service Gateway { get; } = new() { Id = "camera-gateway", Name = "Gateway (Quince)", PublicName = "Camera ingest", Team = "edge" };

    public static Service Registry { get; } = new() { Id = "device-registry", Name = "Device registry", Team = "edge" };

    public static PublicNote Note { get; } = new()
    {
        PublicId = "k3v9x0q2m7ab",
        Status = NoteStatus.Approved,
        ApprovedBy = "@comms.lead",
        ApprovedOn = new(2026, 2, 21),
        Title = "Some lots were graded with the wrong camera",
        Slug = "2026-02-14-wrong-lane-grades",
        Impact = PublicImpact.Major,
        Components = ["Camera ingest"],
        Updates =
        [
            new(new(2026, 2, 14, 6, 52, 0, TimeSpan.Zero), UpdateStatus.Investigating, "Looking."),
            new(new(2026, 2, 14, 9, 5, 0, TimeSpan.Zero), UpdateStatus.Resolved, "Over."),
        ],
        Sections = [Section("Summary", "<p>Nine houses.</p>")],
        Summary = "Nine houses.",
        Source = new("postmortems/2026/a.public.md"),
    };

    public static Postmortem Published { get; } = new()
    {
        Id = "INC-031",
        Title = "Registry overwrote a mapping",
        Kind = PostmortemKind.Incident,
        Status = DocumentStatus.Final,
        Severity = Presets.Sre.Severities[1],
        Services = [Gateway, Registry],
        Times = new() { StartedAt = new(2026, 2, 14, 5, 40, 0, TimeSpan.Zero), ResolvedAt = new(2026, 2, 14, 9, 5, 0, TimeSpan.Zero) },
        Body = PostmortemBody.Empty,
        Source = new("postmortems/2026/a.md"),
        PublicNote = Note,
    };

    public static IncidentArchive Sound { get; } = ArchiveOf(Published);

    public static IncidentArchive ArchiveOf(params ImmutableArray<Postmortem> postmortems) => new()
    {
        Settings = new() { Title = "Internal archive", Public = new() { Title = "Example Status", Organization = "Example" } },
        Services = [Registry, Gateway],
        FailureClasses = [],
        Postmortems = postmortems,
        AsOf = Today,
    };

    public static IncidentArchive ArchiveWith(PublicNote? note) => ArchiveOf(Published with { PublicNote = note });

    public static BodySection Section(string heading, string html, params ImmutableArray<HtmlHole> holes) => new()
    {
        Heading = heading,
        Anchor = Slug.Of(heading),
        Html = new(Encoding.UTF8.GetBytes(html), holes),
    };
}
