using System.Text;
using Archive.Search.Analysis;

namespace Archive.Search.Querying;

/// <summary>Replaces words that no document has.</summary>
internal static class Spelling
{
    /// <summary>So many candidates are tried in the context of the other words.</summary>
    private const int Candidates = 3;

    /// <returns>Null where nothing is to be corrected.</returns>
    public static SearchQuery? Corrected(IndexReader index, SearchQuery query, WordQuery? typing)
    {
        var words = query.Root.Clauses.Where(c => c.Occurrence != Occurrence.MustNot).Select(c => c.Node).OfType<WordQuery>().Where(IsCorrectable).ToList();
        if (words.Count is 0 or > Evaluation.MostWords) return null;
        var unknown = words.Where(w => !IsKnown(index, w, typing)).ToHashSet();
        if (unknown.Count == 0) return null;
        var context = Context(index, words.Where(w => !unknown.Contains(w)));
        var replacements = unknown.Select(w => (Word: w, By: Replacement(index, w, context))).Where(r => r.By is not null).ToDictionary(r => r.Word, r => r.By);
        if (replacements.Count == 0) return null;
        return query with
        {
            Root = new([.. query.Root.Clauses.Select(c => c.Node is WordQuery word && replacements.TryGetValue(word, out var by) ? c with { Node = word with { Text = by ?? word.Text } } : c)]),
        };
    }

    /// <summary>One token of letters: names with digits or signs are what they are.</summary>
    private static bool IsCorrectable(WordQuery word) =>
        word is { Match: WordMatch.Whole, Field: null or "title" } && QueryToken.Of(word.Text) is [{ Kind: not TokenKind.StopWord } only] && WordDistance.EditsFor(only.Word) > 0 && only.Word.All(char.IsLetter);

    private static bool IsKnown(IndexReader index, WordQuery word, WordQuery? typing)
    {
        var token = QueryToken.Of(word.Text)[0];
        var found = ReferenceEquals(word, typing) ? TermLookup.Beginning(index, "", token, isTyping: true) : TermLookup.Whole(index, "", token);
        return found.Documents.Length > 0;
    }

    /// <summary>Documents with at least one of the known words.</summary>
    private static Matches Context(IndexReader index, IEnumerable<WordQuery> known)
    {
        var sum = new MatchSum(index.Documents);
        foreach (var word in known) sum.Add(TermLookup.Whole(index, "", QueryToken.Of(word.Text)[0]).Scored(1));
        return sum.Sum();
    }

    /// <summary>Of the nearest words the one that stands in one document with the most of the context; without one the most frequent.</summary>
    private static string? Replacement(IndexReader index, WordQuery query, Matches context)
    {
        var word = QueryToken.Of(query.Text)[0].Word;
        for (var edits = 1; edits <= WordDistance.EditsFor(word); edits++)
        {
            var nearest = WordDistance.Nearest(index, word, edits, Candidates);
            if (nearest.Length == 1 || context.Documents.Length == 0 && nearest.Length > 0) return nearest[0].Word;
            if (nearest.Length > 0) return nearest.MaxBy(candidate => Together(index, candidate.Word, context)).Word;
        }
        return null;
    }

    /// <summary>The idf of the known words that one document has together with this word, at most.</summary>
    private static int Together(IndexReader index, string word, Matches context)
    {
        if (index.Find(Encoding.UTF8.GetBytes(QueryToken.Stem(word))) is not { } found) return 0;
        return context.Kept(found.Documents, isIn: true).Covered.DefaultIfEmpty().Max();
    }
}
