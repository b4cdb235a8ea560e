namespace Archive.Search;

/// <summary>A file of an index, to be written below one folder.</summary>
/// <param name="Name">Unchanged content keeps name and bytes.</param>
/// <param name="IsHashed">The name holds a hash of the bytes, so a browser may keep the file for ever.</param>
public sealed record IndexFile(string Name, ReadOnlyMemory<byte> Bytes, bool IsHashed);
