using System.Buffers;
using System.Text;

namespace Archive.Search.Querying;

/// <summary>Query to text.</summary>
internal static class QueryPrinter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("(){}[]^\"~*\\&|<>=;`");

    public static string Print(SearchQuery query)
    {
        if (query.IsLiteral) return string.Join(' ', query.Root.Clauses.Select(clause => ((WordQuery)clause.Node).Text));
        return Clauses(query.Root);
    }

    private static string Clauses(GroupQuery group)
    {
        var text = new StringBuilder();
        for (var i = 0; i < group.Clauses.Length; i++)
        {
            var clause = group.Clauses[i];
            var isJoined = i > 0 && (IsOptionalFilter(group.Clauses[i - 1]) || IsOptionalFilter(clause));
            var isFollowed = i + 1 < group.Clauses.Length && IsOptionalFilter(group.Clauses[i + 1]);
            if (i > 0) text.Append(' ');
            if (isJoined) text.Append("OR ");
            var node = Node(clause.Node);
            text.Append(clause.Occurrence switch
            {
                Occurrence.Should => "",
                Occurrence.Must => IsFilter(clause.Node) && !isJoined && !isFollowed ? "" : "+",
                // A minus before a digit is a number.
                Occurrence.MustNot => char.IsAsciiDigit(node[0]) ? "NOT " : "-",
            });
            text.Append(node);
        }

        return text.ToString();
    }

    /// <summary>A filter is required unless OR stands beside it.</summary>
    private static bool IsOptionalFilter(QueryClause clause) => clause.Occurrence == Occurrence.Should && IsFilter(clause.Node);

    public static bool IsFilter(QueryNode node) => node is FacetQuery or RangeQuery;

    private static string Node(QueryNode node) => node switch
    {
        WordQuery word => Name(word.Field) + Escaped(word.Text) + Suffix(word.Match),
        PhraseQuery phrase => $"{Name(phrase.Field)}{Quoted(phrase.Text)}{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")}",
        FacetQuery { IsPrefix: true } facet => $"{facet.Field}:{Escaped(facet.Value)}*",
        FacetQuery facet => $"{facet.Field}:{(IsSimple(facet.Value) ? Escaped(facet.Value) : Quoted(facet.Value))}",
        RangeQuery range => $"{range.Field}:{range.Text}",
        GroupQuery group => $"({Clauses(group)})",
        _ => throw new InvalidOperationException($"No query: {node}"),
    };

    private static string Name(string? field) => field is null ? "" : field + ":";

    private static string Suffix(WordMatch match) => match switch
    {
        WordMatch.Whole => "",
        WordMatch.Prefix => "*",
        WordMatch.Fuzzy => "~",
        WordMatch.FuzzyOne => "~1",
        WordMatch.FuzzyTwo => "~2",
    };

    private static bool IsSimple(string value) => value.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '.' or '/' or '-');

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Escaped(string text)
    {
        if (text is "AND" or "OR" or "NOT") return "\\" + text;
        var name = QueryParser.NameLength(text);
        var escaped = new StringBuilder(text.Length + 2);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            var isSyntax = Special.Contains(unit) || (i == 0 && unit is '-' or '+') || (unit == ':' && (i == text.Length - 1 || i == name));
            if (isSyntax) escaped.Append('\\');
            escaped.Append(unit);
        }

        return escaped.ToString();
    }
}
