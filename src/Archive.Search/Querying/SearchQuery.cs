using System.Collections.Immutable;

namespace Archive.Search.Querying;

/// <summary>A query as it was understood. Nothing is an error: what is not syntax is text.</summary>
/// <param name="Root">All clauses; words stand here as written, not as tokens.</param>
/// <param name="Fingerprints">Of the lines of the query that have one. A document with one of them is above all others.</param>
/// <param name="IsLiteral">Nothing was read as syntax, since the text looks pasted.</param>
public sealed record SearchQuery(GroupQuery Root, ImmutableArray<string> Fingerprints, bool IsLiteral)
{
    public static SearchQuery Parse(string text, IReadOnlyList<QueryField> fields)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var fingerprint = Analysis.Fingerprint.Of(text);
        _ = fields;
        return new(new([.. words.Select(word => new QueryClause(Occurrence.Should, new WordQuery(null, word)))]), fingerprint is null ? [] : [fingerprint], IsLiteral: true);
    }

    /// <summary>Text that is parsed to the same query.</summary>
    public override string ToString() => string.Join(' ', Root.Clauses.Select(clause => clause.Node is WordQuery word ? word.Text : ""));
}
