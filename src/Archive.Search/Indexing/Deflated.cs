using System.IO.Compression;

namespace Archive.Search.Indexing;

/// <summary>Raw deflate (RFC 1951), which browsers open as <c>deflate-raw</c>.</summary>
internal static class Deflated
{
    /// <param name="level">Of zlib: 1 is quick, 9 is small.</param>
    public static byte[] Of(ReadOnlySpan<byte> bytes, int level = 6)
    {
        using var packed = new MemoryStream(bytes.Length / 2 + 64);
        using (var stream = new DeflateStream(packed, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true)) stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>One after the other, in blocks with codes of their own.</summary>
    public static byte[] Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (tail.IsEmpty) return Of(head);
        using var packed = new MemoryStream(head.Length / 2 + tail.Length + 64);
        using (var stream = new DeflateStream(packed, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true))
        {
            stream.Write(head);
            stream.Flush();
            stream.Write(tail);
        }
        return packed.ToArray();
    }

    /// <exception cref="SearchIndexException">The bytes are no whole deflate stream.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using var stream = new DeflateStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            using var bytes = new MemoryStream(packed.Length * 3);
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            throw ByteCursor.Broken();
        }
    }
}
