using System.Collections.Immutable;
using Archive.Search.Analysis;

namespace Archive.Search.Querying;

/// <summary>One question, from its text to its answer.</summary>
internal static class Answering
{
    /// <summary>More of them would only mark everything.</summary>
    private const int MostTerms = 128;

    public static SearchAnswer Answer(IndexReader index, SearchRequest request)
    {
        var fields = Fields(index.Manifest.Schema);
        var query = SearchQuery.Parse(request.Text, fields);
        var typing = request.IsTyping ? LastWord(request.Text, query.Root) : null;
        var corrected = request.IsCorrecting ? Spelling.Corrected(index, query, typing) : null;
        var evaluation = new Evaluation(index, typing, !HasTellingWord(query.Root));
        var (ranked, extra) = Ranking.Of(index, corrected ?? query, evaluation, evaluation.Group((corrected ?? query).Root));
        var allowed = Filters.Allowed(index, request.Facets, exceptFor: null);
        int[] kept = [.. ranked.Documents.Where(d => allowed[d])];
        var found = ranked.Kept(kept, isIn: true);
        var hits = AnswerParts.Sorted(index, found, request.Sort).Skip(Math.Max(0, request.Offset)).Take(Math.Max(0, request.Limit));
        return new()
        {
            Total = kept.Length,
            Hits = [.. hits.Select(i => AnswerParts.Hit(index, found.Documents[i], found.Scores[i], request.IsExplaining ? AnswerParts.Explained(evaluation, extra, found.Documents[i], found.Scores[i]) : []))],
            Facets = AnswerParts.Counts(index, ranked.Documents, request.Facets),
            Quarters = AnswerParts.Quarters(index, kept),
            Showing = corrected is null ? null : new(corrected.ToString(), request.Text),
            StrayFilters = [.. query.StrayFilters(fields).Where(f => !request.IsTyping || !request.Text.EndsWith(f, StringComparison.Ordinal))],
            Terms = [.. evaluation.Terms.Distinct(StringComparer.Ordinal).Take(MostTerms)],
        };
    }

    /// <summary>The names that make a field of a query: <c>id</c>, <c>title</c>, <c>error</c>, and those of the schema.</summary>
    public static ImmutableArray<QueryField> Fields(SearchSchema schema) =>
    [
        new(["id"], QueryFieldKind.Text, []),
        new(["title"], QueryFieldKind.Text, []),
        new(["error"], QueryFieldKind.Text, []),
        .. schema.Facets.Select(f => new QueryField([f.Name, .. f.Aliases], f.IsOrdered ? QueryFieldKind.OrderedFacet : QueryFieldKind.Facet, [.. f.Values.Select(v => v.Value)])),
        .. schema.Numbers.Select(n => new QueryField([n.Name], n.Kind == NumberKind.Date ? QueryFieldKind.Date : QueryFieldKind.Duration, [])),
    ];

    /// <summary>The word that the text ends in, where it ends in a letter or digit.</summary>
    private static WordQuery? LastWord(string text, GroupQuery group) =>
        text.Length == 0 || !char.IsLetterOrDigit(text[^1]) || group.Clauses.IsEmpty ? null : group.Clauses[^1] switch
        {
            { Occurrence: Occurrence.MustNot } => null,
            { Node: GroupQuery inner } => LastWord(text, inner),
            { Node: WordQuery { Match: WordMatch.Whole, Field: not "id" } word } => word,
            _ => null,
        };

    private static bool HasTellingWord(QueryNode node) => node switch
    {
        GroupQuery group => group.Clauses.Any(c => c.Occurrence != Occurrence.MustNot && HasTellingWord(c.Node)),
        WordQuery word => word.Match != WordMatch.Whole || QueryToken.Of(word.Text).Any(t => t.Kind != TokenKind.StopWord),
        PhraseQuery => true,
        _ => false,
    };
}
