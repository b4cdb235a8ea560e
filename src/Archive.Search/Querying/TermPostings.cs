namespace Archive.Search.Querying;

/// <summary>The documents of one term, ascending, with its impact in each.</summary>
/// <param name="Term">Its UTF-8 bytes.</param>
internal sealed record TermPostings(byte[] Term, int[] Documents, byte[] Impacts, PlaceRange Places);

/// <summary>Where the positions of a term lie: in the part of a shard, in bytes.</summary>
internal readonly record struct PlaceRange(int Shard, int Start, int Length);
