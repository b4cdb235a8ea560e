using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Documents;
using Archive.Search;

namespace Archive.Incidents.Pages.Searching;

/// <summary>What the words of an archive give: an index of them, and which postmortems are like which.</summary>
/// <remarks>Has state because each part is made when somebody first asks for it: checking an archive asks for none. Safe for use by several threads.</remarks>
public sealed class ArchiveSearch
{
    private const int MostSimilar = 8;

    private readonly IncidentArchive _archive;
    private readonly ReadCache? _cache;
    private Lazy<ImmutableArray<AnalyzedDocument>> _documents;
    private readonly Lazy<ImmutableArray<IndexFile>> _files;
    private readonly Lazy<Dictionary<string, ImmutableArray<Postmortem>>> _similar;

    /// <param name="cache">What earlier builds of this process have analysed, or null.</param>
    public ArchiveSearch(IncidentArchive archive, ReadCache? cache)
    {
        _archive = archive;
        _cache = cache;
        _documents = new(Analyzed);
        _files = new(MakeFiles);
        _similar = new(SimilarById);
    }

    /// <summary>One for each postmortem, in the same order.</summary>
    public ImmutableArray<AnalyzedDocument> Documents => _documents.Value;

    public ImmutableArray<IndexFile> Files => _files.Value;

    /// <summary>The nearest by their words, the best first.</summary>
    public ImmutableArray<Postmortem> SimilarTo(Postmortem postmortem) => _similar.Value[postmortem.Id];

    /// <summary>In parallel, and only what an index needs is kept: the words themselves are gone when this returns.</summary>
    private ImmutableArray<AnalyzedDocument> Analyzed()
    {
        var analyzer = new SearchAnalyzer();
        var documents = new AnalyzedDocument[_archive.Postmortems.Length];
        Parallel.For(0, documents.Length, () => new TextRunReader(), (i, _, texts) =>
        {
            documents[i] = _cache is null ? Analyze(i, texts) : _cache.Of(_archive.Postmortems[i].Body, () => Analyze(i, texts));
            return texts;
        }, _ => { });
        return ImmutableCollectionsMarshal.AsImmutableArray(documents);

        AnalyzedDocument Analyze(int i, TextRunReader texts) => analyzer.Analyze(PostmortemDocument.Of(_archive.Postmortems[i], _archive.Policy, texts));
    }

    /// <summary>Nobody needs the documents after this and <see cref="SimilarTo"/>, and a large archive has many megabytes of them: who asks again has them analysed again.</summary>
    private ImmutableArray<IndexFile> MakeFiles()
    {
        _ = _similar.Value;
        var files = SearchIndexBuilder.Build(SearchFacets.SchemaOf(_archive), Documents);
        _documents = new(Analyzed);
        return files;
    }

    private Dictionary<string, ImmutableArray<Postmortem>> SimilarById()
    {
        var nearest = SimilarDocuments.Of(Documents, MostSimilar);
        var similar = new Dictionary<string, ImmutableArray<Postmortem>>(nearest.Length, StringComparer.Ordinal);
        for (var i = 0; i < nearest.Length; i++) similar.Add(_archive.Postmortems[i].Id, [.. nearest[i].Select(n => _archive.Postmortems[n])]);
        return similar;
    }
}
