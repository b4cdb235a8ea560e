using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>The files of an index while it is built. A name holds the checksum of the bytes, so equal files are one.</summary>
/// <remarks>Files of different kinds may be added at the same time; those of one kind come one after the other, so that a name never depends on who was first.</remarks>
internal sealed class IndexFiles(int threads)
{
    private readonly SortedDictionary<string, IndexFile> _files = new(StringComparer.Ordinal);

    public IEnumerable<IndexFile> Sorted => _files.Values;

    /// <summary>Adds deflated files. The first byte only keeps different files from having one name.</summary>
    /// <returns>The checksums in their names.</returns>
    public uint[] AddDeflated(string kind, IReadOnlyList<byte[]> files) => AddDeflated(kind, files.Count, i => new(files[i]));

    public uint AddDeflated(string kind, byte[] file) => AddDeflated(kind, [file])[0];

    /// <param name="make">Makes a file. Called by several threads at once.</param>
    public uint[] AddDeflated(string kind, int count, Func<int, DeflatedParts> make) => AddAll(kind, count, (i, first) => make(i).Packed(first));

    /// <summary>Adds deflated files of small numbers.</summary>
    /// <param name="make">Makes a file. Called by several threads at once.</param>
    public uint[] AddNumbers(string kind, int count, Func<int, DeflatedParts> make) => AddAll(kind, count, (i, first) => make(i).PackedNumbers(first));

    /// <summary>As <see cref="AddDeflated(string, byte[])"/>, but the bytes stand as they are, and where they are.</summary>
    public uint AddPlain(string kind, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        return Add(kind, Parts(0), Parts);

        ImmutableArray<ReadOnlyMemory<byte>> Parts(byte salt) => [new[] { salt }, .. parts];
    }

    /// <summary>Adds a deflated file of text around digits that have no order.</summary>
    public uint AddDigits(string kind, byte[] before, byte[] digits, byte[] after)
    {
        return Add(kind, Packed(0), Packed);

        byte[] Packed(byte first) => Deflated.OfDigits([first, .. before], digits, after);
    }

    /// <summary>Adds groups of deflated files that have one checksum together, and each its place among them in its name.</summary>
    /// <param name="make">Makes the files of a group. Called by several threads at once.</param>
    /// <returns>The checksum of each group.</returns>
    public uint[] AddGroups(string kind, int count, Func<int, IEnumerable<byte[]>> make)
    {
        var packed = new byte[count][][];
        Parallel.For(0, count, new() { MaxDegreeOfParallelism = threads }, i => packed[i] = Packed(i, 0));
        return [.. packed.Select((group, i) => AddGroup(kind, group, salt => Packed(i, salt)))];

        byte[][] Packed(int i, byte first) => [.. make(i).Select(file => Deflated.Of([first, .. file]))];
    }

    /// <summary>Adds a file that always has this name.</summary>
    public void AddNamed(string name, byte[] file) => TryAdd([new(name, file, isHashed: false)]);

    /// <param name="pack">Makes a file with its first byte.</param>
    private uint[] AddAll(string kind, int count, Func<int, byte, byte[]> pack)
    {
        var packed = new byte[count][];
        Parallel.For(0, count, new() { MaxDegreeOfParallelism = threads }, i => packed[i] = pack(i, 0));
        return [.. packed.Select((bytes, i) => Add(kind, bytes, salt => pack(i, salt)))];
    }

    private uint AddGroup(string kind, byte[][] packed, Func<byte, byte[][]> salted)
    {
        for (byte salt = 1; ; packed = salted(salt++))
        {
            var check = IndexFormat.CheckOf(kind, packed.Select(p => (ReadOnlyMemory<byte>)p));
            if (TryAdd([.. packed.Select((bytes, i) => new IndexFile(IndexFormat.NameOf(kind, check, i), bytes, isHashed: true))])) return check;
        }
    }

    private uint Add(string kind, byte[] bytes, Func<byte, byte[]> salted) => Add(kind, [bytes], salt => [salted(salt)]);

    private uint Add(string kind, ImmutableArray<ReadOnlyMemory<byte>> parts, Func<byte, ImmutableArray<ReadOnlyMemory<byte>>> salted)
    {
        for (byte salt = 1; ; parts = salted(salt++))
        {
            var check = IndexFormat.CheckOf(kind, parts);
            var file = new IndexFile(IndexFormat.NameOf(kind, check), parts, IsHashed: true);
            if (TryAdd([file]) || IsThere(file)) return check;
        }
    }

    /// <summary>All, or none where one of the names is taken.</summary>
    private bool TryAdd(ReadOnlySpan<IndexFile> files)
    {
        lock (_files)
        {
            foreach (var file in files)
            {
                if (_files.ContainsKey(file.Name)) return false;
            }
            foreach (var file in files) _files.Add(file.Name, file);
            return true;
        }
    }

    private bool IsThere(IndexFile file)
    {
        lock (_files) return _files[file.Name].Bytes.Span.SequenceEqual(file.Bytes.Span);
    }
}

/// <summary>A file to be deflated in parts, each with codes of its own: text apart from bits that have no order left.</summary>
internal sealed record DeflatedParts(params IReadOnlyList<byte[]> Parts)
{
    public byte[] Packed(byte first) => Deflated.Of(From(first));

    public byte[] PackedNumbers(byte first) => Deflated.OfNumbers(From(first));

    private byte[][] From(byte first) => [[first, .. Parts[0]], .. Parts.Skip(1)];
}
