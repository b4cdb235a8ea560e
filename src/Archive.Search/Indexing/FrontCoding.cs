namespace Archive.Search.Indexing;

/// <summary>A sorted list of byte strings: how many bytes as before, how many new, the new ones.</summary>
internal static class FrontCoding
{
    public static void Write(ByteSink sink, ReadOnlySpan<byte> before, ReadOnlySpan<byte> bytes)
    {
        var shared = before.CommonPrefixLength(bytes);
        sink.Varint(shared);
        sink.Varint(bytes.Length - shared);
        sink.Bytes(bytes[shared..]);
    }

    public static byte[] Read(ref ByteCursor cursor, ReadOnlySpan<byte> before)
    {
        var shared = cursor.Int();
        if (shared > before.Length) throw ByteCursor.Broken();
        return [.. before[..shared], .. cursor.Bytes(cursor.Int())];
    }
}
