using System.Collections.Immutable;

namespace Archive.Search.Querying;

/// <summary>Positions of the words of a query, document by document.</summary>
internal static class PhrasePlaces
{
    /// <summary>Those of the documents in which the words stand as a phrase.</summary>
    /// <param name="documents">That have all the words; ascending.</param>
    public static int[] Having(IndexReader index, IReadOnlyList<TermMatches> terms, ImmutableArray<QueryToken> tokens, int slop, int[] documents)
    {
        var places = terms.Select(term => Of(index, term)).ToList();
        return [.. documents.Where(document => PhraseMatch.IsIn([.. places.Select((word, i) => Shifted(word(document), tokens[i].Position))], slop))];
    }

    /// <summary>By document: where any of the terms stands, ascending, each place once.</summary>
    public static Func<int, int[]> Of(IndexReader index, TermMatches term)
    {
        var parts = term.Parts.Select(part => (part.Documents, Places: index.PlacesOf(part))).ToList();
        return document =>
        {
            int[] all = [];
            foreach (var (documents, places) in parts)
            {
                var at = Array.BinarySearch(documents, document);
                if (at >= 0) all = all.Length == 0 ? places[at] : [.. all.Concat(places[at]).Distinct().Order()];
            }
            return all;
        };
    }

    private static int[] Shifted(int[] places, int position) => position == 0 ? places : Array.ConvertAll(places, p => p - position);
}
