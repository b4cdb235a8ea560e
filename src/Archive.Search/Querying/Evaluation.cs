using System.Collections.Immutable;
using System.Text;
using Archive.Search.Analysis;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>Finds and scores the documents of one query. Has state because it collects the scored words on its way, for coordination, proximity and explanations.</summary>
/// <param name="typing">The word that is still being typed, or null.</param>
/// <param name="keepsStopWords">The query has nothing but stop words.</param>
internal sealed class Evaluation(IndexReader index, WordQuery? typing, bool keepsStopWords)
{
    /// <summary>So many words of a group are looked up; of a text of several lines the names first.</summary>
    public const int MostWords = 128;

    private readonly List<ScoredWord> _words = [];
    private readonly List<string> _terms = [];

    /// <summary>All that gave a score, in the order of the query.</summary>
    public IReadOnlyList<ScoredWord> Words => _words;

    /// <summary>What a snippet marks.</summary>
    public IEnumerable<string> Terms => _terms;

    /// <param name="What">As an explanation names it.</param>
    /// <param name="Placed">A word whose nearness to others counts; null for anything else.</param>
    /// <param name="Idf">Of all its words.</param>
    public sealed record ScoredWord(string What, TermMatches? Placed, Matches Matches, long Idf);

    public Matches Group(GroupQuery group)
    {
        var sum = new MatchSum(index.Documents);
        int[]? required = null;
        foreach (var clause in group.Clauses.Where(c => c.Occurrence == Occurrence.Must).Distinct())
        {
            if (required is { Length: 0 }) return Matches.None;
            var part = Required(clause.Node);
            required = required is null ? part.Documents : part.Kept(required, isIn: true).Documents;
            sum.Add(part);
        }
        var optional = Optional(group, sum);
        var found = required is not null ? sum.SumOf(required) : optional ? sum.Sum() : Matches.All(index.Documents);
        foreach (var clause in group.Clauses.Where(c => c.Occurrence == Occurrence.MustNot).Distinct())
        {
            if (found.Documents.Length == 0) return found;
            found = found.Kept(Silent().Required(clause.Node).Documents, isIn: false);
        }
        return found;
    }

    /// <returns>Whether there is an optional part at all.</returns>
    private bool Optional(GroupQuery group, MatchSum sum)
    {
        var optional = group.Clauses.Where(c => c.Occurrence == Occurrence.Should).Select(c => c.Node).ToList();
        var words = optional.OfType<WordQuery>().Where(w => w.Match == WordMatch.Whole && w.Field != "id").ToList();
        foreach (var matches in ScoredWords(words)) sum.Add(matches);
        foreach (var node in optional.Except(words).Distinct()) sum.Add(Required(node));
        return optional.Count > 0;
    }

    private IEnumerable<Matches> ScoredWords(List<WordQuery> words)
    {
        var tokens = words.SelectMany(word =>
        {
            var parts = QueryToken.Of(word.Text).Where(t => keepsStopWords || t.Kind != TokenKind.StopWord || ReferenceEquals(word, typing)).ToList();
            return parts.Select((token, i) => (Scope: TermLookup.ScopeOf(word.Field), Token: token, IsTyped: ReferenceEquals(word, typing) && i == parts.Count - 1));
        });
        var distinct = tokens.GroupBy(t => (t.Scope, Term: t.Token.Terms[0], t.IsTyped)).Select((same, i) => (First: same.First(), Times: same.Count(), Place: i)).ToList();
        if (distinct.Count > MostWords) distinct = [.. distinct.OrderBy(w => w.First.Token.Kind == TokenKind.Identifier ? 0 : 1).ThenBy(w => w.Place).Take(MostWords)];
        foreach (var ((scope, token, isTyped), times, _) in distinct)
        {
            var term = isTyped ? TermLookup.Beginning(index, scope, token, isTyping: true) : TermLookup.Whole(index, scope, token);
            yield return Noted(term, times, isPlaced: token.Kind != TokenKind.Identifier);
        }
    }

    private Matches Noted(TermMatches term, int times, bool isPlaced = false)
    {
        var matches = term.Scored(times);
        Mark(term);
        _words.Add(new(term.Word, isPlaced ? term : null, matches, term.Idf));
        return matches;
    }

    private void Mark(TermMatches term) => _terms.AddRange(term.Parts.Select(p => Encoding.UTF8.GetString(p.Term).TrimStart(TermSpace.Title, TermSpace.Signature)));

    private Evaluation Silent() => new(index, null, keepsStopWords: true);

    private Matches Required(QueryNode node) => node switch
    {
        WordQuery { Field: "id" } id => Noted(TermMatches.Of(id.Text, index.Find(Encoding.UTF8.GetBytes(TermSpace.OfId(id.Text))) is { } found ? [found] : [], index.Documents), 1),
        WordQuery word => Word(word),
        PhraseQuery phrase => Phrase(phrase),
        FacetQuery facet => Matches.Unscored(Filters.WithValue(index, facet)),
        RangeQuery range => Matches.Unscored(Filters.Between(index, range)),
        GroupQuery group => Group(group),
        _ => throw new InvalidOperationException($"No query: {node}"),
    };

    private Matches Word(WordQuery word)
    {
        var tokens = QueryToken.Of(word.Text);
        if (tokens.IsEmpty) return Matches.None;
        var scope = TermLookup.ScopeOf(word.Field);
        var isTyped = ReferenceEquals(word, typing);
        if (tokens.Length > 1 && word.Match != WordMatch.Prefix && !isTyped) return Phrase(new(word.Field, word.Text));
        return word.Match switch
        {
            WordMatch.Whole => Noted(isTyped ? TermLookup.Beginning(index, scope, tokens[0], isTyping: true) : TermLookup.Whole(index, scope, tokens[0]), 1),
            WordMatch.Prefix => Noted(TermLookup.Beginning(index, scope, tokens[0], isTyping: false), 1),
            WordMatch.Fuzzy => Noted(TermLookup.Like(index, tokens[0].Word, WordDistance.EditsFor(tokens[0].Word)), 1),
            WordMatch.FuzzyOne => Noted(TermLookup.Like(index, tokens[0].Word, 1), 1),
            WordMatch.FuzzyTwo => Noted(TermLookup.Like(index, tokens[0].Word, 2), 1),
        };
    }

    private Matches Phrase(PhraseQuery phrase)
    {
        ImmutableArray<QueryToken> tokens = [.. QueryToken.Of(phrase.Text).Where(t => t.Kind != TokenKind.Identifier)];
        if (tokens.IsEmpty) return Matches.None;
        var scope = TermLookup.ScopeOf(phrase.Field);
        var terms = tokens.Select(token => TermLookup.Whole(index, scope, token)).ToList();
        if (terms.Count == 1) return Noted(terms[0], 1);
        terms.ForEach(Mark);
        var documents = terms.OrderBy(t => t.Documents.Length).Aggregate((int[]?)null, (kept, term) => kept is null ? term.Documents : Matches.Unscored(kept).Kept(term.Documents, isIn: true).Documents) ?? [];
        var found = documents.Length == 0 ? [] : PhrasePlaces.Having(index, terms, tokens, phrase.Slop, documents);
        var sum = new MatchSum(index.Documents);
        var telling = tokens.Any(t => t.Kind != TokenKind.StopWord) ? terms.Where((_, i) => tokens[i].Kind != TokenKind.StopWord).ToList() : terms;
        foreach (var term in telling) sum.Add(term.Scored(1));
        var matches = sum.SumOf(found);
        _words.Add(new($"\"{phrase.Text}\"", null, matches, telling.Sum(t => (long)t.Idf)));
        return matches;
    }
}
