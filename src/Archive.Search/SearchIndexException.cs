namespace Archive.Search;

public enum IndexFault
{
    /// <summary>No index, or a file of it is not there.</summary>
    Missing,

    /// <summary>The file of another build: its name is right and its content is not.</summary>
    Stale,

    /// <summary>Truncated, or its checksum differs.</summary>
    Corrupt,

    /// <summary>A format version that this reader does not know.</summary>
    UnknownFormat,
}

/// <summary>An index cannot be read.</summary>
public sealed class SearchIndexException : Exception
{
    public SearchIndexException() : this(IndexFault.Missing, "The search index cannot be read.") { }

    public SearchIndexException(string message) : this(IndexFault.Missing, message) { }

    public SearchIndexException(string message, Exception inner) : base(message, inner) { }

    public SearchIndexException(IndexFault fault, string message) : base(message) => Fault = fault;

    public IndexFault Fault { get; }
}
