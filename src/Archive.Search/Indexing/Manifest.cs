using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Archive.Search.Indexing;

/// <summary>What a reader has to know before it can ask: loaded first and whole.</summary>
internal sealed record Manifest
{
    public required int Documents { get; init; }

    /// <summary>The class of the average length of the documents: see <see cref="FieldWeights.LengthClass"/>.</summary>
    public required int AverageLength { get; init; }

    /// <summary>With the values that documents have; default where they stand in the column.</summary>
    public required SearchSchema Schema { get; init; }

    /// <summary>Of the lengths of the documents.</summary>
    public required uint Lengths { get; init; }

    /// <summary>Of what decides between equals.</summary>
    public required uint Ties { get; init; }

    public required uint PositionDirectory { get; init; }

    public required uint Quarters { get; init; }

    /// <summary>Of the facets, then of the numbers, in the order of the schema.</summary>
    public required ImmutableArray<uint> Columns { get; init; }

    /// <summary>By the name of the letter.</summary>
    public required SortedDictionary<string, uint> Words { get; init; }

    /// <summary>Of each group of files.</summary>
    public required ImmutableArray<uint> Cards { get; init; }

    public required ImmutableArray<uint> Shards { get; init; }

    /// <summary>For each shard a byte string that is above all terms before it and not above its first term.</summary>
    public required ImmutableArray<byte[]> Separators { get; init; }

    /// <summary>All files that it names, in the order of their names in it.</summary>
    private IEnumerable<uint> Names => [Lengths, Ties, PositionDirectory, Quarters, .. Columns, .. Words.Values, .. Cards, .. Shards];

    /// <returns>The checksum in its name.</returns>
    public uint AddTo(IndexFiles files) => files.AddDigits(
        IndexFormat.Manifest,
        [.. IndexJson.Write(json => ManifestJson.Write(json, this)), (byte)'\n'],
        Encoding.ASCII.GetBytes(string.Concat(Names.Select(IndexFormat.HexOf))),
        Encoding.UTF8.GetBytes($"\n{SeparatorText.Write(Separators)}"));

    /// <exception cref="SearchIndexException">The bytes are no manifest.</exception>
    public static Manifest Read(ReadOnlyMemory<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes.Span[1..]).Split('\n');
        if (lines.Length != 3 || lines[1].Length % 6 > 0) throw ByteCursor.Broken();
        using var json = IndexJson.Parse(Encoding.UTF8.GetBytes(lines[0]));
        var names = new Queue<uint>(lines[1].Chunk(6).Select(CheckOf));
        var separators = SeparatorText.Read(lines[2]);
        var manifest = ManifestJson.Read(json.RootElement, names);
        return manifest.Shards.Length == separators.Length ? manifest with { Separators = separators } : throw ByteCursor.Broken();
    }

    private static uint CheckOf(char[] hex) => uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var check) ? check : throw ByteCursor.Broken();
}
