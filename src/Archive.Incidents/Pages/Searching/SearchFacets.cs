using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Search;

namespace Archive.Incidents.Pages.Searching;

/// <summary>What postmortems can be filtered and sorted by. The names are the words of a query; where the front matter says it in another word, that is an alias.</summary>
public static class SearchFacets
{
    public const string Service = "service";
    public const string Severity = "severity";
    public const string Class = "class";
    public const string Kind = "kind";
    public const string Year = "year";
    public const string Status = "status";
    public const string Team = "team";
    public const string Owner = "owner";
    public const string DetectedBy = "detected";
    public const string Started = "started";
    public const string Duration = "duration";
    public const string Detection = "detection";

    /// <summary>Those that the search page offers; the others are for queries. Nothing that counts persons is among them.</summary>
    public static ImmutableArray<string> Offered { get; } = [Service, Severity, Class, Kind, Year, Status];

    public static SearchSchema SchemaOf(IncidentArchive archive) => new(
        [
            new(Service, "Service", [.. archive.Services.Select(s => new FacetLabel(s.Id, s.Name))], IsOrdered: false, ["services"]),
            new(Severity, "Severity", [.. archive.Policy.Severities.Select(s => new FacetLabel(s.Id, s.Name))], IsOrdered: true, ["sev"]),
            new(Class, "Failure class", [.. archive.FailureClasses.Select(c => new FacetLabel(c.Id, c.Name))], IsOrdered: false, ["failure_class"]) { IsShown = false },
            new(Kind, "Kind", Labelled<PostmortemKind>(), IsOrdered: false, []) { IsShown = false },
            new(Year, "Year", [.. Years(archive).Select(y => new FacetLabel(y, y))], IsOrdered: true, []) { IsShown = false },
            new(Status, "Status", Labelled<DocumentStatus>(), IsOrdered: false, []) { IsShown = false },
            new(Team, "Team", [.. Teams(archive).Select(t => new FacetLabel(t, t))], IsOrdered: false, []) { IsShown = false },
            new(Owner, "Owner", [], IsOrdered: false, []) { IsShown = false },
            new(DetectedBy, "Detected by", Labelled<Detector>(), IsOrdered: false, ["detected_by"]) { IsShown = false },
        ],
        [
            new(Started, "Began", NumberKind.Date),
            new(Duration, "Duration", NumberKind.Duration),
            new(Detection, "Unnoticed for", NumberKind.Duration),
        ])
    {
        TieBreakFacet = Severity,
        TieBreakNumber = Started,
    };

    private static ImmutableArray<FacetLabel> Labelled<TEnum>() where TEnum : struct, Enum =>
        [.. Words.All<TEnum>().Select(w => new FacetLabel(w, Wording.Sentence(Wording.Plain(w))))];

    /// <summary>The newest first: it counts as the greatest.</summary>
    private static IEnumerable<string> Years(IncidentArchive archive) =>
        archive.Postmortems.Select(p => IncidentHistory.YearOf(p, archive.Policy)).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal);

    private static IEnumerable<string> Teams(IncidentArchive archive) =>
        archive.Services.Select(s => s.Team).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
