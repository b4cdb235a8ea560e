using System.Text;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;

namespace Archive.Tests;

/// <summary>Sound values to vary with <c>with</c>.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly Service Registry = new() { Id = "device-registry", Name = "Device registry", Team = "edge", Tier = 1, Description = "Knows which camera looks at which lane.", Aliases = ["lane-map"], Repository = new("https://git.example/edge/registry") };

    public static readonly Service Gateway = new() { Id = "camera-gateway", Name = "Camera gateway", Team = "edge", PublicName = "Camera ingest" };

    public static readonly Service Settlement = new() { Id = "settlement", Name = "Settlement", Team = "commerce", PublicName = "Settlement" };

    public static readonly FailureClass ConfigOverwrite = new() { Id = "config-overwrite", Name = "Configuration overwritten", Description = "A correct configuration was replaced by another that looked valid.", Aliases = ["mapping-overwrite"] };

    public static readonly FailureClass PoolExhaustion = new() { Id = "pool-exhaustion", Name = "Connection pool exhaustion" };

    public static Policy Policy => Presets.Sre;

    public static Severity Severity(string id) => Policy.FindSeverity(id) ?? throw new ArgumentException(id, nameof(id));

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    public static HtmlText Html(string html, params HtmlHole[] holes) => new(Encoding.UTF8.GetBytes(html), [.. holes]);

    public static BodySection Section(SectionKind? kind, string heading, string html) => new()
    {
        Kind = kind,
        Heading = heading,
        Anchor = Slug.Of(heading),
        Html = Html(html),
    };

    public static Moment Moment(string at, string text, MomentMark? mark = null) =>
        new() { At = Utc(at), Event = Html(text), EventText = text, Mark = mark };

    public static ActionItem Item(string id, ItemStatus status = ItemStatus.Open, string? due = null, string? done = null) => new()
    {
        Id = id,
        Title = $"Title of {id}",
        Status = status,
        Types = ["hook"],
        Purpose = ItemPurpose.Prevent,
        Owner = "@jonas.eide",
        Priority = ItemPriority.P1,
        DueOn = due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
        DoneOn = done is null ? null : DateOnly.Parse(done, System.Globalization.CultureInfo.InvariantCulture),
        DeclinedBecause = status == ItemStatus.Declined ? "The gain is smaller than the risk." : null,
        Ticket = "EDGE-405",
        Evidence = status == ItemStatus.Done ? [new() { Path = "edge/registry/hooks/check_mapping.sh", Commit = "9f31c0a" }] : [],
        Source = new("postmortems/2026/sample.md", 40),
    };

    /// <summary>A stub: as little as a postmortem can be.</summary>
    public static Postmortem Stub(string id = "INC-044", string startedAt = "2026-10-06T08:00:00Z") => new()
    {
        Id = id,
        Title = $"Title of {id}",
        Kind = PostmortemKind.Incident,
        Status = DocumentStatus.Stub,
        Severity = Severity("sev1"),
        Services = [Settlement],
        Times = new() { StartedAt = Utc(startedAt) },
        Body = PostmortemBody.Empty,
        Source = new($"postmortems/2026/{id}.md", 1),
    };

    /// <summary>A final postmortem with little in it.</summary>
    public static Postmortem Final(string id = "INC-030", string startedAt = "2026-02-10T05:30:00Z") => Stub(id, startedAt) with
    {
        Status = DocumentStatus.Final,
        Severity = Severity("sev2"),
        Services = [Registry],
        FailureClass = ConfigOverwrite,
        Times = new() { StartedAt = Utc(startedAt), DetectedAt = Utc(startedAt).AddMinutes(51), ResolvedAt = Utc(startedAt).AddMinutes(205) },
        DetectedBy = Detector.Customer,
        PublishedOn = DateOnly.FromDateTime(Utc(startedAt).UtcDateTime).AddDays(3),
        Authors = ["@ines.oduya"],
        Summary = $"Summary of {id}.",
    };

    /// <summary>As many final postmortems of one service and class, one after the other.</summary>
    public static IEnumerable<Postmortem> Many(int amount, TimeSpan apart)
    {
        var one = Final();
        return Enumerable.Range(0, amount).Select(i => one with
        {
            Id = $"INC-{i:D6}",
            Times = one.Times with { StartedAt = one.Times.StartedAt + i * apart },
            Source = new($"postmortems/{i:D6}.md", 1),
        });
    }

    /// <summary>A final postmortem in which every field says something.</summary>
    public static Postmortem Full(string id = "INC-031") => Final(id, "2026-02-14T05:40:00Z") with
    {
        Title = "Lanes graded by the wrong camera for the second time in four days",
        Severity = Severity("sev1"),
        Services = [Registry, Gateway, Settlement],
        ChainLevel = "operation",
        ChainLabel = "configuration",
        Times = new()
        {
            IntroducedAt = Utc("2026-02-13T16:02:00Z"),
            StartedAt = Utc("2026-02-14T05:40:00Z"),
            DetectedAt = Utc("2026-02-14T06:31:00Z"),
            DeclaredAt = Utc("2026-02-14T06:35:00Z"),
            MitigatedAt = Utc("2026-02-14T07:20:00Z"),
            ResolvedAt = Utc("2026-02-14T09:05:00Z"),
            CommunicatedAt = Utc("2026-02-14T06:52:00Z"),
        },
        Reviewers = ["@tomas.rehak", "@mei.castellan"],
        SignedOffBy = ["@marit.lunde"],
        Impact = new() { Customers = 4200, Segments = ["packing houses in Kent"], RequestsFailed = 182_000, Revenue = new(18_400, "EUR"), ErrorBudgetPercent = 34, DataLoss = "none", TeamsBlocked = ["edge", "commerce"], HoursLost = 42 },
        ErrorSignatures = ["FATAL: remaining <slots> are reserved"],
        Causes =
        [
            new() { Id = "C1", Kind = CauseKind.Root, Text = "The registry accepts any mapping.", Layer = "preflight", AddressedBy = ["AI-1"] },
            new() { Id = "C2", Kind = CauseKind.Contributing, Text = "The backup held the bad file.", AcceptedBecause = "Backups are kept as they are." },
        ],
        ActionItems =
        [
            Item("AI-1", ItemStatus.Done, "2026-02-27", "2026-02-25") with { IsStructuralFix = true },
            Item("AI-2", ItemStatus.Open, "2026-06-30") with { Ticket = "https://tickets.example/EDGE-431" },
            Item("AI-3", ItemStatus.Declined),
            Item("AI-4", ItemStatus.Idea),
        ],
        RecurrenceOf = "INC-030",
        Related = ["INC-004"],
        Occurrences = [new(new(2026, 3, 2), "One camera, 3 minutes, caught by the new check")],
        TriggerPaths = ["edge/mappings/**"],
        Links = [new("Incident channel", new("https://chat.example/inc-031"))],
        Timeline = new(
        [
            Moment("2026-02-13T16:02:00Z", "Mapping uploaded") with { Role = "change author", Source = "audit log" },
            Moment("2026-02-14T05:40:00Z", "First lot of the day", MomentMark.Trigger),
            Moment("2026-02-14T06:31:00Z", "A grower calls", MomentMark.Detection),
            Moment("2026-02-14T07:20:00Z", "Mapping restored", MomentMark.Mitigation),
            Moment("2026-02-14T09:05:00Z", "All lots checked", MomentMark.Resolution),
        ]),
        Body = new()
        {
            Preamble = Html("<p>Read this first.</p>\n"),
            Sections =
            [
                Section(SectionKind.Summary, "Summary", "<p>Nine houses were graded wrongly.</p>\n"),
                Section(SectionKind.Impact, "Impact", "<p>41 lots.</p>\n"),
                Section(SectionKind.Timeline, "Timeline", ""),
                Section(SectionKind.RootCauseAnalysis, "Root cause analysis", "<p>Why.</p>\n"),
                Section(SectionKind.LessonsLearned, "Lessons learned", "<p>Ship first.</p>\n"),
            ],
        },
        PublicNote = Note,
    };

    public static PublicNote Note => new()
    {
        PublicId = "k3v9x0q2m7ab",
        Status = NoteStatus.Approved,
        ApprovedBy = "@nadia.ferro",
        ApprovedOn = new(2026, 2, 21),
        Title = "Some lots were graded with the wrong lane's camera",
        Slug = "2026-02-14-wrong-lane-grades",
        Impact = PublicImpact.Major,
        Components = ["Camera ingest"],
        Updates = [new(Utc("2026-02-14T06:52:00Z"), UpdateStatus.Investigating, "We are looking."), new(Utc("2026-02-14T09:05:00Z"), UpdateStatus.Resolved, "It is over.")],
        Summary = "Some lots were graded wrongly.",
        Source = new("postmortems/2026/sample.public.md", 1),
    };

    public static IncidentArchive ArchiveOf(params IEnumerable<Postmortem> postmortems) => new()
    {
        Settings = new() { Title = "Sample archive", Description = "Everything here is invented.", Url = new("https://incidents.example/"), SourceUrl = new("https://git.example/postmortems/"), Public = new() { Url = new("https://status.example/") } },
        Services = [Gateway, Registry, Settlement],
        FailureClasses = [PoolExhaustion, ConfigOverwrite],
        Postmortems = [.. postmortems.OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal)],
        AsOf = Today,
    };

    /// <summary>An archive that has something of everything.</summary>
    public static IncidentArchive Whole => ArchiveOf(
        Final("INC-004", "2025-01-15T09:00:00Z"),
        Final("INC-030") with { ActionItems = [Item("AI-1", ItemStatus.Done, "2026-02-27", "2026-02-18"), Item("AI-2", ItemStatus.Done, "2026-03-13", "2026-03-10")] },
        Full(),
        Final("INC-032", "2026-06-26T10:00:00Z") with { Kind = PostmortemKind.NearMiss, Related = ["INC-031"], Services = [Gateway] },
        Stub("INC-044") with { Times = new() { StartedAt = Utc("2026-10-06T08:00:00Z"), ResolvedAt = Utc("2026-10-07T08:00:00Z") } },
        Stub("INC-046", "2026-11-20T08:00:00Z")) with
    {
        Pages = [new() { Title = "How we write", Slug = "how-we-write", Body = new() { Preamble = Html("<p>Begin.</p>"), Sections = [Section(null, "Words", "<p>Plain.</p>")] }, Source = new("pages/how-we-write.md", 1) }],
    };
}
