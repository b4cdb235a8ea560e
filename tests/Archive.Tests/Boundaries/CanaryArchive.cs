using System.Collections.Immutable;
using System.Text;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Documents;
using Archive.Tests.Redaction;

namespace Archive.Tests.Boundaries;

/// <summary>An archive in which every internal text, number and day is a canary, around one incident that is published.</summary>
internal sealed record CanaryArchive(IncidentArchive Archive, IReadOnlyDictionary<string, string> Canaries)
{
    /// <summary>Words of the published note, each of which must be found on the public site.</summary>
    public static ImmutableArray<string> PublicWords { get; } =
    [
        "publictitlemarigold", "publicsummaryelder", "publicupdatebirch", "publicupdaterowan", "publiccorrectionhazel", "publicheadingmaple",
        "publicprosewillow", "publiclabelaspen", "publiccomponentlarch", "publicslugalder", "publicaliaslinden", "publicidcedar0",
        "publicidelm1", "publicgroupoak", "publicwordsash", "publicsitecypress", "publicorganizationjuniper", "publicdescriptionyew", "publichostspruce",
    ];

    public static CanaryArchive Make()
    {
        var filler = new ModelFiller(seed: 1);
        var archive = Around(filler);
        return new(archive, filler.Made);
    }

    /// <summary>The published incident with everything else filled by <paramref name="filler"/>.</summary>
    public static IncidentArchive Around(ModelFiller filler, DateOnly? asOf = null)
    {
        var filled = filler.Fill<IncidentArchive>("archive");
        var settings = filled.Settings with { Public = PublicSettings, Search = new(IsPublic: true) };
        var published = filler.Fill<Postmortem>("published");
        return filled with
        {
            Settings = settings,
            AsOf = asOf ?? ArchiveExamples.Today,
            Services = [.. filled.Services.Select(s => s with { PublicName = null }), filler.Fill<Service>("service") with { PublicName = "publiccomponentlarch", PublicId = "publicidelm1", PublicGroup = "publicgroupoak", PublicDescription = "publicwordsash", PublicSince = new(2025, 1, 1) }],
            Postmortems =
            [
                .. filled.Postmortems.Select(p => p with { PublicNote = null }),
                published with { PublicNote = NoteAround(filler.Fill<PublicNote>("published note")) },
                .. Hidden(filler),
            ],
        };
    }

    private static IEnumerable<Postmortem> Hidden(ModelFiller filler)
    {
        var approved = new DateOnly(2026, 2, 21);
        Postmortem With(Func<PublicNote, PublicNote> hide) =>
            filler.Fill<Postmortem>("hidden") with { PublicNote = hide(filler.Fill<PublicNote>("hidden note") with { Status = NoteStatus.Approved, ApprovedOn = approved, PublishAfter = null, IsSecurity = false }) };

        yield return With(note => note with { Status = NoteStatus.Draft });
        yield return With(note => note with { ApprovedBy = null });
        yield return With(note => note with { PublishAfter = new DateOnly(2999, 1, 1) });
        yield return With(note => note with { ApprovedOn = new DateOnly(2999, 1, 1) });
        yield return With(note => note with { IsSecurity = true, ReleasedOn = null });
        yield return With(note => note with { IsSecurity = true, ReleasedOn = new DateOnly(2999, 1, 1) });
        yield return With(note => note with { Status = NoteStatus.Ongoing, PublishAfter = new DateOnly(2999, 1, 1) });
        yield return With(note => note with { Status = NoteStatus.Ongoing, IsSecurity = true, ReleasedOn = null });
        var unresolved = With(note => note);
        yield return unresolved with { Times = unresolved.Times with { ResolvedAt = null } };
    }

    private static PublicSettings PublicSettings { get; } = new()
    {
        Title = "publicsitecypress",
        Organization = "publicorganizationjuniper",
        Description = "publicdescriptionyew",
        Url = new("https://publichostspruce.example/"),
    };

    /// <summary>Replaces what may cross by the public words; the rest of the filled note stays.</summary>
    private static PublicNote NoteAround(PublicNote filled)
    {
        var section = filled.Sections.IsEmpty ? ArchiveExamples.Section("", "") : filled.Sections[0];
        const string prose = "<p>publicprosewillow and publiclabelaspen</p>";
        var label = prose.IndexOf("publiclabelaspen", StringComparison.Ordinal);
        return filled with
        {
            PublicId = "publicidcedar0",
            Status = NoteStatus.Approved,
            ApprovedBy = filled.ApprovedBy,
            ApprovedOn = new DateOnly(2026, 2, 21),
            PublishedOn = null,
            Pictures = [],
            PublishAfter = null,
            IsSecurity = false,
            Title = "publictitlemarigold",
            Slug = "publicslugalder",
            Aliases = ["publicaliaslinden"],
            Impact = PublicImpact.Major,
            Components = ["publiccomponentlarch"],
            Updates =
            [
                new(new(2026, 2, 14, 6, 52, 0, TimeSpan.Zero), UpdateStatus.Investigating, "publicupdatebirch"),
                new(new(2026, 2, 14, 9, 5, 0, TimeSpan.Zero), UpdateStatus.Resolved, "publicupdaterowan"),
            ],
            Corrections = [new(new(2026, 3, 5), "publiccorrectionhazel")],
            Summary = "publicsummaryelder",
            Sections =
            [
                section with
                {
                    Heading = "publicheadingmaple",
                    Anchor = "publicheadingmaple",
                    Html = new(Encoding.UTF8.GetBytes(prose), [new(label, label + "publiclabelaspen".Length, HoleKind.InputLink, $"postmortems/{section.Anchor}.md")]),
                },
            ],
        };
    }
}
