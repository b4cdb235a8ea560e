using System.Buffers;
using System.IO.Compression;

namespace Archive.Search.Indexing;

/// <summary>Raw deflate (RFC 1951), which browsers open as <c>deflate-raw</c>.</summary>
internal static class Deflated
{
    /// <summary>Of zlib: 1 is quick, 9 is small.</summary>
    private const int Usual = 6;

    public static byte[] Of(ReadOnlySpan<byte> bytes, int level = Usual) => Of(bytes, [], level);

    /// <summary>One after the other, in blocks with codes of their own.</summary>
    public static byte[] Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => Of(head, tail, Usual);

    private static byte[] Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, int level)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(RoomFor(head.Length + tail.Length));
        using var packed = new MemoryStream(buffer);
        using (var stream = new DeflateStream(packed, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
        {
            stream.Write(head);
            if (!tail.IsEmpty)
            {
                stream.Flush();
                stream.Write(tail);
            }
        }
        var bytes = buffer.AsSpan(0, (int)packed.Position).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }

    /// <summary>More than deflate ever takes: nine bits a byte where nothing repeats, and the heads of blocks.</summary>
    private static int RoomFor(int length) => length + length / 4 + 1024;

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
