using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Archive.Search.Indexing;

/// <summary>zlib's format (RFC 1950), which browsers open as <c>deflate</c>: its checksum is looked at by them.</summary>
internal static class Deflated
{
    private static readonly ZLibCompressionOptions Usual = new() { CompressionLevel = 6 };

    /// <summary>Looks for nothing that is repeated.</summary>
    private static readonly ZLibCompressionOptions Counted = new() { CompressionLevel = 6, CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly };

    /// <param name="level">Of zlib: 1 is quick, 9 is small.</param>
    public static byte[] Of(ReadOnlySpan<byte> bytes, int level = 6) => Of(bytes, [], level == Usual.CompressionLevel ? Usual : new() { CompressionLevel = level });

    /// <summary>One after the other, in blocks with codes of their own.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> parts) => Of(parts, Usual);

    /// <summary>For small numbers in no order: without looking for what is repeated, where that is shorter.</summary>
    public static byte[] OfNumbers(IReadOnlyList<byte[]> parts)
    {
        var (found, counted) = (Of(parts, Usual), Of(parts, Counted));
        return counted.Length < found.Length ? counted : found;
    }

    /// <summary>Text around digits that have no order: in them nothing is looked for.</summary>
    public static byte[] OfDigits(byte[] before, byte[] digits, byte[] after)
    {
        var adler = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(adler, Checksum.Adler([.. before, .. digits, .. after]));
        return [0x78, 0x9C, .. Blocks(before, Usual, isLast: false), .. Blocks(digits, Counted, isLast: false), .. Blocks(after, Usual, isLast: true), .. adler];
    }

    /// <summary>Raw deflate, to a whole byte.</summary>
    private static byte[] Blocks(byte[] bytes, ZLibCompressionOptions options, bool isLast)
    {
        using var packed = new MemoryStream();
        using var stream = new DeflateStream(packed, options, leaveOpen: true);
        stream.Write(bytes);
        if (isLast) stream.Dispose();
        else stream.Flush();
        return packed.ToArray();
    }

    private static byte[] Of(IReadOnlyList<byte[]> parts, ZLibCompressionOptions options) => Of(parts[0], [.. parts.Skip(1)], options);

    private static byte[] Of(ReadOnlySpan<byte> first, byte[][] more, ZLibCompressionOptions options)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(RoomFor(first.Length + more.Sum(p => p.Length)));
        using var packed = new MemoryStream(buffer);
        using (var stream = new ZLibStream(packed, options, leaveOpen: true))
        {
            stream.Write(first);
            foreach (var part in more)
            {
                if (part.Length > 0) stream.Flush();
                stream.Write(part);
            }
        }
        var bytes = buffer.AsSpan(0, (int)packed.Position).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }

    /// <summary>More than deflate ever takes: nine bits a byte where nothing repeats, and the heads of blocks.</summary>
    private static int RoomFor(int length) => length + length / 4 + 1024;

    /// <exception cref="SearchIndexException">The bytes are not whole, or not what they were.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            using var opened = new MemoryStream(packed.Length * 3);
            stream.CopyTo(opened);
            var bytes = opened.ToArray();
            // a stream that ends too early is no error to ZLibStream
            return packed.Length > 6 && BinaryPrimitives.ReadUInt32BigEndian(packed.Span[^4..]) == Checksum.Adler(bytes) ? bytes : throw ByteCursor.Broken();
        }
        catch (InvalidDataException)
        {
            throw ByteCursor.Broken();
        }
    }
}
