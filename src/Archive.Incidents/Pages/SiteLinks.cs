using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>Where everything stands on the internal site.</summary>
public static class SitePaths
{
    public static SitePath Postmortems { get; } = SitePath.Page("postmortems");

    public static SitePath Services { get; } = SitePath.Page("services");

    public static SitePath FailureClasses { get; } = SitePath.Page("failure-classes");

    public static SitePath ActionItems { get; } = SitePath.Page("action-items");

    public static SitePath Deadlines { get; } = SitePath.Page("deadlines");

    public static SitePath Digests { get; } = SitePath.Page("digests");

    public static SitePath DigestFeed { get; } = SitePath.OfFile("digests/feed.atom");

    public static SitePath Latencies { get; } = SitePath.Page("latencies");

    public static SitePath Recurrence { get; } = SitePath.Page("recurrence");

    public static SitePath Repeats { get; } = SitePath.Page("recurrence", "all");

    public static SitePath Fixes { get; } = SitePath.Page("recurrence", "fixes");

    public static SitePath Causes { get; } = SitePath.Page("causes");

    public static SitePath Handbook { get; } = SitePath.Page("handbook");

    public static SitePath Checks { get; } = SitePath.Page("checks");

    public static SitePath Feed { get; } = SitePath.OfFile("feed.atom");

    public static SitePath Postmortem(string id) => SitePath.Page("postmortems", id);

    public static SitePath PostmortemJson(string id) => SitePath.OfFile($"api/incidents/{Slug.Of(id)}.json");

    public static SitePath Service(string id) => SitePath.Page("services", id);

    public static SitePath ServiceJson(string id) => SitePath.OfFile($"api/services/{Slug.Of(id)}.json");

    public static SitePath FailureClass(string id) => SitePath.Page("failure-classes", id);

    public static SitePath Severity(string id) => SitePath.Page("severities", id);

    public static SitePath ChainLevel(string level) => SitePath.Page("chain-levels", level);

    public static SitePath Kind(string word) => SitePath.Page("kinds", word);

    public static SitePath Year(string year) => SitePath.Page("years", year);

    public static SitePath Team(string team) => SitePath.Page("teams", team);

    public static SitePath Digest(Period period) => SitePath.Page("digests", period.Name);

    /// <param name="extension">Of the file that holds the same: <c>md</c>, <c>eml</c>.</param>
    public static SitePath DigestFile(Period period, string extension) => SitePath.OfFile($"digests/{Slug.Of(period.Name)}.{extension}");

    public static SitePath Stats { get; } = SitePath.OfFile("api/stats.json");

    public static SitePath DigestJson(Period period) => SitePath.OfFile($"api/digests/{Slug.Of(period.Name)}.json");

    public static SitePath Diagnosis(RecurrenceDiagnosis diagnosis) => SitePath.Page("recurrence", "diagnoses", Words.Of(diagnosis));

    public static SitePath Family(RecurrenceFamily family) => SitePath.Page("recurrence", "families", family.First.Id);

    public static SitePath ClassInQuarter(FailureClass failureClass, Period quarter) => SitePath.Page("recurrence", "classes", failureClass.Id, quarter.Name);

    public static SitePath QuarterOfRepeats(Period quarter) => SitePath.Page("recurrence", "quarters", quarter.Name);

    public static SitePath ClassOnService(FailureClass failureClass, Service service) => SitePath.Page("recurrence", "services", service.Id, failureClass.Id);

    public static SitePath Layer(string layer) => SitePath.Page("layers", layer);

    public static SitePath ChainCell(string level, string label) => SitePath.Page("chain-levels", level, label);

    public static SitePath TeamItems(string team) => SitePath.Page("action-items", "teams", team);

    public static SitePath ServiceItems(Service service) => SitePath.Page("action-items", "services", service.Id);

    public static SitePath CohortItems(DateOnly month) => SitePath.Page("action-items", "resolved", Wording.Month(month));

    public static SitePath HandbookPage(string slug) => SitePath.Page("handbook", slug);

    public static SitePath Check(string code) => SitePath.Page("checks", code);
}

/// <summary>Addresses of pages, and links to them, ready to write. Made once: ten thousand pages ask for the same few.</summary>
public sealed class SiteLinks
{
    private readonly Dictionary<string, string> _postmortems;
    private readonly Dictionary<string, string> _absolutePostmortems;
    private readonly Dictionary<string, LinkView> _services;
    private readonly Dictionary<string, LinkView> _failureClasses;
    private readonly Dictionary<string, SeverityView> _severities;
    private readonly Dictionary<string, LinkView> _teams;
    private readonly Dictionary<string, LinkView> _chainLevels;
    private readonly ImmutableArray<LinkView> _kinds;

    public SiteLinks(IncidentArchive archive, SiteAddress address)
    {
        Address = address;
        _postmortems = archive.Postmortems.ToDictionary(p => p.Id, p => address.Href(SitePaths.Postmortem(p.Id)), StringComparer.Ordinal);
        _absolutePostmortems = archive.Postmortems.ToDictionary(p => p.Id, p => address.Absolute(SitePaths.Postmortem(p.Id)), StringComparer.Ordinal);
        _services = archive.Services.ToDictionary(s => s.Id, s => new LinkView(s.Name, address.Href(SitePaths.Service(s.Id))));
        _failureClasses = archive.FailureClasses.ToDictionary(c => c.Id, c => new LinkView(c.Name, address.Href(SitePaths.FailureClass(c.Id))));
        _severities = archive.Policy.Severities.ToDictionary(s => s.Id, s => new SeverityView(s.Name, $"sev{SeverityView.StepOf(s)}", address.Href(SitePaths.Severity(s.Id))));
        _chainLevels = archive.Postmortems.Select(p => p.ChainLevel).OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(l => l, l => new LinkView(Wording.Sentence(Wording.Plain(l)), address.Href(SitePaths.ChainLevel(l))), StringComparer.Ordinal);
        _kinds = [.. Words.All<PostmortemKind>().Select(word => new LinkView(Wording.Sentence(Wording.Plain(word)), address.Href(SitePaths.Kind(word))))];
        _teams = archive.Services.Select(s => s.Team).OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => new LinkView(t, address.Href(SitePaths.Team(t))), StringComparer.Ordinal);
    }

    public SiteAddress Address { get; }

    public string Postmortem(Postmortem postmortem) => _postmortems[postmortem.Id];

    /// <summary>The whole address, for data that leaves the site.</summary>
    public string AbsolutePostmortem(Postmortem postmortem) => _absolutePostmortems[postmortem.Id];

    public string Item(Postmortem postmortem, ActionItem item) => $"{Postmortem(postmortem)}#{item.Anchor}";

    public string Service(Service service) => To(service).Href!; // all that stand here lead somewhere

    public string FailureClass(FailureClass failureClass) => To(failureClass).Href!;

    public string Severity(Severity severity) => To(severity).Href;

    public string Team(string team) => ToTeam(team).Href!;

    public LinkView To(Service service) => _services[service.Id];

    public LinkView To(FailureClass failureClass) => _failureClasses[failureClass.Id];

    public SeverityView To(Severity severity) => _severities[severity.Id];

    public LinkView To(PostmortemKind kind) => _kinds[(int)kind];

    /// <param name="level">One that a postmortem has.</param>
    public LinkView ToChainLevel(string level) => _chainLevels[level];

    public LinkView ToTeam(string team) => _teams.GetValueOrDefault(team) ?? new(team, Address.Href(SitePaths.Team(team)));

    /// <summary>The anchor of a cause on its postmortem's page.</summary>
    public static string Anchor(Cause cause) => $"cause-{Slug.Of(cause.Id)}";
}
