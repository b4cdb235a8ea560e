using System.Collections.Immutable;
using System.Text;
using Archive.Search.Analysis;

namespace Archive.Search.Querying;

/// <summary>A query as it was understood. Nothing is an error: what is not syntax is text. <c>Browser/query.js</c> takes the same steps.</summary>
/// <param name="Root">All clauses; words stand here as written, not as tokens.</param>
/// <param name="Fingerprints">Of the lines of the query that have one. A document with one of them is above all others.</param>
/// <param name="IsLiteral">One line in which nothing was read as syntax, since it looks pasted.</param>
public sealed record SearchQuery(GroupQuery Root, ImmutableArray<string> Fingerprints, bool IsLiteral)
{
    /// <summary>In UTF-16 units; a longer text is taken for a pasted one, and reduced.</summary>
    internal const int MaxLine = 1000;

    public static SearchQuery Parse(string text, IReadOnlyList<QueryField> fields)
    {
        var isPasted = PastedText.Looks(text);
        if (isPasted && PastedText.Reduce(text) is { Root.Clauses.Length: > 0 } reduced) return reduced;
        var parsed = isPasted ? null : new QueryParser(text, fields).Parse();
        var root = new GroupQuery(parsed ?? Words(text.Length > MaxLine ? text[..MaxLine] : text));
        return new(root, FingerprintsOf(root), parsed is null && !isPasted);
    }

    /// <summary>Text that is parsed to the same root.</summary>
    public override string ToString() => QueryPrinter.Print(this);

    /// <summary>Words like <c>service:chekout</c>: a filter by their beginning, text because no document has the value. None of a line that looks pasted.</summary>
    internal IEnumerable<string> StrayFilters(IReadOnlyList<QueryField> fields) => IsLiteral ? [] : StrayFilters(Root, fields);

    private static IEnumerable<string> StrayFilters(GroupQuery group, IReadOnlyList<QueryField> fields) => group.Clauses.SelectMany(clause => clause.Node switch
    {
        GroupQuery inner => StrayFilters(inner, fields),
        WordQuery { Field: null } word when fields.Any(field => field.Kind != QueryFieldKind.Text && field.Names.Any(name => IsNamed(word.Text, name))) => [word.Text],
        _ => [],
    });

    private static bool IsNamed(string word, string name) => word.Length > name.Length && word[name.Length] == ':' && Ascii.EqualsIgnoreCase(word.AsSpan(0, name.Length), name);

    internal static QueryClause Should(QueryNode node) => new(Occurrence.Should, node);

    internal static bool IsSpace(char unit) => unit is <= ' ' or '\u00A0' or '\u3000';

    /// <summary>Words and quoted texts of which any may be there, and brackets around such.</summary>
    internal static bool IsText(ImmutableArray<QueryClause> clauses) => clauses.All(clause => clause.Occurrence == Occurrence.Should && clause.Node switch
    {
        WordQuery word => word is { Field: null, Match: WordMatch.Whole },
        PhraseQuery phrase => phrase is { Field: null, Slop: 0 },
        GroupQuery group => IsText(group.Clauses),
        _ => false,
    });

    private static ImmutableArray<QueryClause> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<QueryClause>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !IsSpace(text[end])) end++;
            if (end > at) words.Add(Should(new WordQuery(null, text[at..end])));
            at = end + 1;
        }

        return words.ToImmutable();
    }

    /// <summary>Of a line: its fingerprint, and the one with names.</summary>
    internal static IEnumerable<string> FingerprintsOf(string line) => new[] { Fingerprint.Of(line), Fingerprint.WithNames(line) }.OfType<string>();

    /// <summary>Of a query that is nothing but text. A phrase wants its words as they are.</summary>
    private static ImmutableArray<string> FingerprintsOf(GroupQuery root)
    {
        if (!IsText(root.Clauses) || root.Clauses.All(clause => clause.Node is PhraseQuery)) return [];
        var line = string.Join(' ', root.Clauses.Select(clause => clause.Node is PhraseQuery phrase ? $"\"{phrase.Text}\"" : ((WordQuery)clause.Node).Text));
        return [.. FingerprintsOf(line)];
    }
}
