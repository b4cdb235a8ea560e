using System.Collections.Immutable;
using Archive.PublicRecord.Pages;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Documents;
using Archive.Search;

namespace Archive.PublicRecord.Searching;

/// <summary>An index of the public record, made of what its pages say and nothing else.</summary>
/// <remarks>Has state because the index is made when somebody first asks for it.</remarks>
public sealed class PublicSearch(PublicHistory history)
{
    public const string Component = "component";
    public const string Impact = "impact";
    public const string Year = "year";
    private const string Started = "started";
    private const string Duration = "duration";

    private readonly Lazy<ImmutableArray<IndexFile>> _files = new(() => FilesOf(history));

    /// <summary>Empty where the record has no search.</summary>
    public ImmutableArray<IndexFile> Files => _files.Value;

    private static ImmutableArray<IndexFile> FilesOf(PublicHistory history)
    {
        if (!history.HasSearch) return [];
        var analyzer = new SearchAnalyzer();
        var documents = new AnalyzedDocument[history.Incidents.Length];
        Parallel.For(0, documents.Length, () => new TextRunReader(), (i, _, texts) =>
        {
            documents[i] = analyzer.Analyze(DocumentOf(history.Incidents[i], texts));
            return texts;
        }, _ => { });
        return SearchIndexBuilder.Build(SchemaOf(history), documents);
    }

    /// <param name="texts">Holds the texts of the account, until it reads those of the next incident.</param>
    private static SearchDocument DocumentOf(PublicIncident incident, TextRunReader texts)
    {
        texts.Clear();
        return new()
        {
            Id = incident.Slug,
            Url = IncidentPage.PathOf(incident).Url,
            Title = incident.Title,
            Passages =
            [
                new(SearchField.Title, incident.Title, null),
                new(SearchField.Label, string.Join("; ", incident.Components), null),
                .. incident.Corrections.Select(c => new Passage(SearchField.Body, c.Text, "corrections_")),
                .. incident.Updates.Select(u => new Passage(SearchField.Body, u.Text, "updates_")),
                .. incident.Account is { } account ? account.Sections.SelectMany(s => PassagesOf(s, texts)).Prepend(new(SearchField.Summary, account.Summary, null)) : [],
            ],
            Facets =
            [
                .. incident.Components.Select(c => new FacetValue(Component, c)),
                new(Impact, MarkView.Of(incident.Impact).Shape),
                new(Year, YearOf(incident)),
            ],
            Numbers =
            [
                new(Started, incident.StartedAt.ToUnixTimeSeconds() / 60),
                .. incident.ResolvedAt is { } resolvedAt ? (NumberValue[])[new(Duration, (long)(resolvedAt - incident.StartedAt).TotalMinutes)] : [],
            ],
        };
    }

    private static IEnumerable<Passage> PassagesOf(PublicSection section, TextRunReader texts) => texts.Of(section.Html, section.Anchor)
        .Select(run => new Passage(FieldOf(run.Kind), run.Text, run.Anchor))
        .Prepend(new(SearchField.Heading, section.Heading, section.Anchor));

    private static SearchField FieldOf(TextRunKind kind) => kind switch
    {
        TextRunKind.Heading => SearchField.Heading,
        TextRunKind.Code => SearchField.Code,
        TextRunKind.Prose => SearchField.Body,
    };

    private static SearchSchema SchemaOf(PublicHistory history) => new(
        [
            new(Component, "Component", [.. history.Components.Select(c => new FacetLabel(c.Name, c.Name))], IsOrdered: false, []),
            new(Impact, "Impact", [.. Impacts.Select(i => new FacetLabel(i.Shape, i.Word))], IsOrdered: true, []),
            new(Year, "Year", [.. history.Incidents.Select(YearOf).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal).Select(y => new FacetLabel(y, y))], IsOrdered: true, []),
        ],
        [new(Started, "Began", NumberKind.Date), new(Duration, "Duration", NumberKind.Duration)])
    {
        TieBreakFacet = Impact,
        TieBreakNumber = Started,
    };

    /// <summary>The worst first.</summary>
    internal static IEnumerable<MarkView> Impacts => Enum.GetValues<PublicImpact>().OrderDescending().Select(MarkView.Of);

    private static string YearOf(PublicIncident incident) => incident.StartedAt.UtcDateTime.Year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}
