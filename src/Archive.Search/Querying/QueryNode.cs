using System.Collections.Immutable;

namespace Archive.Search.Querying;

/// <summary>What a query asks for: one of the records below. They share nothing but being that.</summary>
public abstract record QueryNode
{
    private protected QueryNode()
    {
    }
}

/// <param name="Field">The canonical name of a text field (<c>title</c>, <c>error</c>, …), <c>id</c>, or null for all text.</param>
/// <param name="Text">As written, without white space; may hold several tokens (<c>10.0.3.4:5432</c>).</param>
public sealed record WordQuery(string? Field, string Text, WordMatch Match = WordMatch.Whole) : QueryNode;

/// <param name="Slop">How many places the words may be moved in all; 0 is exact.</param>
public sealed record PhraseQuery(string? Field, string Text, int Slop = 0) : QueryNode;

/// <summary>A document has this value in a facet.</summary>
/// <param name="Value">As the schema writes it, or its beginning.</param>
public sealed record FacetQuery(string Field, string Value, bool IsPrefix = false) : QueryNode;

/// <summary>A number, or the rank of an ordered facet, lies between bounds.</summary>
/// <param name="Low">Included. For an ordered facet the index in its values (rank 0 is the first).</param>
/// <param name="High">Included.</param>
/// <param name="Text">What was written behind the field's name.</param>
public sealed record RangeQuery(string Field, long Low, long High, string Text) : QueryNode;

public sealed record GroupQuery(ImmutableArray<QueryClause> Clauses) : QueryNode
{
    public bool Equals(GroupQuery? other) => other is not null && Clauses.AsSpan().SequenceEqual(other.Clauses.AsSpan());

    public override int GetHashCode() => Clauses.Length;
}

/// <summary>AND makes both sides Must, OR leaves Should, NOT and minus are MustNot. A group without Must needs one of its Should.</summary>
public sealed record QueryClause(Occurrence Occurrence, QueryNode Node);

public enum Occurrence
{
    Should,
    Must,
    MustNot,
}

public enum WordMatch
{
    Whole,

    /// <summary><c>word*</c></summary>
    Prefix,

    /// <summary><c>word~</c>: as many edits as the length allows.</summary>
    Fuzzy,

    /// <summary><c>word~1</c></summary>
    FuzzyOne,

    /// <summary><c>word~2</c></summary>
    FuzzyTwo,
}
