using System.Collections.Immutable;
using System.Text.Json;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>The values of one facet.</summary>
/// <param name="Starts">Where the values of each document begin, and one more for the end.</param>
/// <param name="Values">Places in the list of values, ascending in a document.</param>
/// <param name="Labels">The list, where it stands in the column; else default.</param>
internal sealed record FacetColumn(int[] Starts, int[] Values, ImmutableArray<FacetLabel> Labels)
{
    public ReadOnlySpan<int> Of(int document) => Values.AsSpan(Starts[document], Starts[document + 1] - Starts[document]);

    public static FacetColumn Read(ReadOnlyMemory<byte> bytes, int documents, ImmutableArray<FacetLabel> labels)
    {
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var own = labels.IsDefault ? ReadLabels(ref cursor, bytes) : default;
        var values = (labels.IsDefault ? own : labels).Length;
        var isSingle = cursor.Int() == 1;
        var starts = new int[documents + 1];
        for (var document = 0; document < documents; document++) starts[document + 1] = checked(starts[document] + (isSingle ? 1 : cursor.Int()));
        if (starts[^1] > bytes.Length) throw ByteCursor.Broken();
        var all = new int[starts[^1]];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = cursor.Int();
            if (all[i] >= values) throw ByteCursor.Broken();
        }
        return cursor.IsAtEnd ? new(starts, all, own) : throw ByteCursor.Broken();
    }

    private static ImmutableArray<FacetLabel> ReadLabels(ref ByteCursor cursor, ReadOnlyMemory<byte> bytes)
    {
        var length = cursor.Int();
        var start = cursor.Offset;
        _ = cursor.Bytes(length);
        using var json = IndexJson.Parse(bytes.Slice(start, length));
        return json.RootElement.ValueKind == JsonValueKind.Array ? ManifestJson.ReadValues(json.RootElement) : throw ByteCursor.Broken();
    }
}
