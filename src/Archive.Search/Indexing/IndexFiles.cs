namespace Archive.Search.Indexing;

/// <summary>The files of an index while it is built. A name holds the checksum of the bytes, so equal files are one.</summary>
internal sealed class IndexFiles(int threads)
{
    private readonly SortedDictionary<string, IndexFile> _files = new(StringComparer.Ordinal);

    public IEnumerable<IndexFile> Sorted => _files.Values;

    /// <summary>Adds deflated files. The first byte only keeps different files from having one name.</summary>
    /// <returns>The checksums in their names.</returns>
    public uint[] AddDeflated(string kind, IReadOnlyList<byte[]> files) => AddDeflated(kind, files.Count, i => new(files[i]));

    public uint AddDeflated(string kind, byte[] file) => AddDeflated(kind, [file])[0];

    /// <param name="make">Makes a file. Called by several threads at once.</param>
    public uint[] AddDeflated(string kind, int count, Func<int, DeflatedParts> make)
    {
        var packed = new byte[count][];
        Parallel.For(0, count, new() { MaxDegreeOfParallelism = threads }, i => packed[i] = make(i).Packed(0));
        return [.. packed.Select((bytes, i) => Add(kind, bytes, salt => make(i).Packed(salt)))];
    }

    /// <summary>Adds a deflated file of small numbers.</summary>
    public uint AddNumbers(string kind, DeflatedParts file) => Add(kind, file.PackedNumbers(0), file.PackedNumbers);

    /// <summary>As <see cref="AddDeflated(string, byte[])"/>, but the bytes stand as they are.</summary>
    /// <param name="file">With a byte before its content, which is set here.</param>
    public uint AddPlain(string kind, byte[] file) => Add(kind, file, salt => [salt, .. file.AsSpan(1)]);

    /// <summary>Adds a deflated file of text around digits that have no order.</summary>
    public uint AddDigits(string kind, byte[] before, byte[] digits, byte[] after)
    {
        return Add(kind, Packed(0), Packed);

        byte[] Packed(byte first) => Deflated.OfDigits([first, .. before], digits, after);
    }

    /// <summary>Adds deflated files that have one checksum together, and each its place among them in its name.</summary>
    /// <returns>The checksum of all of them.</returns>
    public uint AddGroup(string kind, IReadOnlyList<byte[]> files)
    {
        for (byte salt = 0; ; salt++)
        {
            byte[][] packed = [.. files.Select(f => Deflated.Of([salt, .. f]))];
            var check = IndexFormat.CheckOf(kind, packed.SelectMany(p => p).ToArray());
            var named = packed.Select((bytes, i) => new IndexFile(IndexFormat.NameOf(kind, check, i), bytes, IsHashed: true)).ToList();
            if (named.Exists(f => _files.ContainsKey(f.Name))) continue;
            named.ForEach(f => _files.Add(f.Name, f));
            return check;
        }
    }

    /// <summary>Adds a file that always has this name.</summary>
    public void AddNamed(string name, byte[] file) => _files.Add(name, new(name, file, IsHashed: false));

    private uint Add(string kind, byte[] bytes, Func<byte, byte[]> salted)
    {
        for (byte salt = 1; ; bytes = salted(salt++))
        {
            var check = IndexFormat.CheckOf(kind, bytes);
            var name = IndexFormat.NameOf(kind, check);
            if (_files.TryAdd(name, new(name, bytes, IsHashed: true)) || _files[name].Bytes.Span.SequenceEqual(bytes)) return check;
        }
    }
}

/// <summary>A file to be deflated in parts, each with codes of its own: text apart from bits that have no order left.</summary>
internal sealed record DeflatedParts(params IReadOnlyList<byte[]> Parts)
{
    public byte[] Packed(byte first) => Deflated.Of(From(first));

    public byte[] PackedNumbers(byte first) => Deflated.OfNumbers(From(first));

    private byte[][] From(byte first) => [[first, .. Parts[0]], .. Parts.Skip(1)];
}
