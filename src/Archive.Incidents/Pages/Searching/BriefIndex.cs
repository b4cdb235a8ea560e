using Archive.Incidents.Model;
using Archive.Search;

namespace Archive.Incidents.Pages.Searching;

/// <summary>An index of what postmortems are called and say in a paragraph: enough to find earlier ones by a title, at a tenth of the cost of the whole.</summary>
public static class BriefIndex
{
    public static SearchIndex Of(IncidentArchive archive)
    {
        var analyzer = new SearchAnalyzer();
        var documents = new AnalyzedDocument[archive.Postmortems.Length];
        Parallel.For(0, documents.Length, i => documents[i] = analyzer.Analyze(PostmortemDocument.Brief(archive.Postmortems[i], archive.Policy)));
        return SearchIndex.Of(SearchIndexBuilder.Build(SearchFacets.SchemaOf(archive), documents));
    }
}
