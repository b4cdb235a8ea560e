using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>A file of an index, to be written below one folder.</summary>
/// <param name="Name">Unchanged content keeps name and bytes.</param>
/// <param name="Parts">Its bytes, in parts that follow one another: what is large stays where it was made, and is in memory once.</param>
/// <param name="IsHashed">The name holds a hash of the bytes, so a browser may keep the file for ever.</param>
public sealed record IndexFile(string Name, ImmutableArray<ReadOnlyMemory<byte>> Parts, bool IsHashed)
{
    public IndexFile(string name, ReadOnlyMemory<byte> bytes, bool isHashed) : this(name, [bytes], isHashed)
    {
    }

    /// <summary>In one piece: a copy where it has several parts.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => Parts is [var whole] ? whole : Joined();
        init => Parts = [value];
    }

    /// <summary>In bytes.</summary>
    public int Length => Parts.Sum(p => p.Length);

    private byte[] Joined()
    {
        var bytes = new byte[Length];
        var at = 0;
        foreach (var part in Parts)
        {
            part.Span.CopyTo(bytes.AsSpan(at));
            at += part.Length;
        }
        return bytes;
    }
}
