using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Archive.Search.Indexing;

/// <summary>What a reader has to know before it can ask: loaded first and whole.</summary>
internal sealed record Manifest
{
    public required int Documents { get; init; }

    /// <summary>The class of the average length of the documents: see <see cref="FieldWeights.LengthClass"/>.</summary>
    public required int AverageLength { get; init; }

    /// <summary>Of the lengths of the documents.</summary>
    public required uint Lengths { get; init; }

    /// <summary>With the values that documents have; default where they stand in the column.</summary>
    public required SearchSchema Schema { get; init; }

    /// <summary>Of the facets, then of the numbers, in the order of the schema.</summary>
    public required ImmutableArray<uint> Columns { get; init; }

    /// <summary>By the name of the letter.</summary>
    public required IReadOnlyDictionary<string, uint> Words { get; init; }

    public required uint PositionDirectory { get; init; }

    /// <summary>Where each quarter begins among the documents, by the tie-break date.</summary>
    public required ImmutableArray<Quarter> Quarters { get; init; }

    /// <summary>Of each group of files.</summary>
    public required ImmutableArray<uint> Cards { get; init; }

    public required ImmutableArray<uint> Shards { get; init; }

    /// <summary>For each shard a byte string that is above all terms before it and not above its first term.</summary>
    public required ImmutableArray<byte[]> Separators { get; init; }

    /// <summary>Quarters since the year 0, and the first document that is not before it.</summary>
    public readonly record struct Quarter(int Number, int FirstDocument)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number / 4:0000}-Q{Number % 4 + 1}");
    }

    public DeflatedParts Write()
    {
        var (head, checks, separators) = (new ByteSink(4096), new ByteSink(4096), new ByteSink(4096));
        var json = IndexJson.Write(WriteJson);
        head.Varint(json.Length);
        head.Bytes(json);
        checks.Varint(Cards.Length);
        foreach (var check in Cards) checks.UInt32(check);
        checks.Varint(Shards.Length);
        foreach (var check in Shards) checks.UInt32(check);
        byte[] before = [];
        foreach (var separator in Separators)
        {
            FrontCoding.Write(separators, before, separator);
            before = separator;
        }
        return new(head.ToArray(), checks.ToArray(), separators.ToArray());
    }

    /// <exception cref="SearchIndexException">The bytes are no manifest.</exception>
    public static Manifest Read(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var length = cursor.Int();
        var start = cursor.Offset;
        _ = cursor.Bytes(length);
        using var json = IndexJson.Parse(bytes.Slice(start, length));
        var cards = ReadChecks(ref cursor);
        var shards = ReadChecks(ref cursor);
        var separators = ImmutableArray.CreateBuilder<byte[]>(shards.Length);
        for (var i = 0; i < shards.Length; i++) separators.Add(FrontCoding.Read(ref cursor, i == 0 ? [] : separators[i - 1]));
        return ManifestJson.Read(json.RootElement) with { Cards = cards, Shards = shards, Separators = separators.MoveToImmutable() };
    }

    private static ImmutableArray<uint> ReadChecks(ref ByteCursor cursor)
    {
        var checks = new uint[cursor.Int()];
        for (var i = 0; i < checks.Length; i++) checks[i] = cursor.UInt32();
        return [.. checks];
    }

    private void WriteJson(Utf8JsonWriter json) => ManifestJson.Write(json, this);
}
