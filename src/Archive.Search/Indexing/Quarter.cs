using System.Collections.Immutable;
using System.Globalization;

namespace Archive.Search.Indexing;

/// <summary>Where a quarter begins among the documents, by the tie-break date.</summary>
/// <param name="Number">Quarters since the year 0.</param>
/// <param name="FirstDocument">The first document that is not before it.</param>
internal readonly record struct Quarter(int Number, int FirstDocument)
{
    /// <summary>Of the years that a date may have, from 1970 in both directions, with room to spare.</summary>
    private const long LastMinute = 1900L * 365 * 24 * 60;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number / 4:0000}-Q{Number % 4 + 1}");

    public static ImmutableArray<Quarter> Of(SearchSchema schema, AnalyzedDocument[] ordered)
    {
        if (schema.TieBreakNumber is not { } name || schema.Numbers.All(n => n.Name != name || n.Kind != NumberKind.Date)) return [];
        var quarters = ImmutableArray.CreateBuilder<Quarter>();
        for (var document = 0; document < ordered.Length; document++)
        {
            if (ordered[document].Document.NumberOf(name) is not { } minutes || Math.Abs(minutes) > LastMinute) continue;
            var at = DateTime.UnixEpoch.AddMinutes(minutes);
            var number = at.Year * 4 + (at.Month - 1) / 3;
            if (quarters.Count == 0 || quarters[^1].Number != number) quarters.Add(new(number, document));
        }
        return quarters.ToImmutable();
    }

    /// <summary><c>[[number, first document], …]</c></summary>
    public static byte[] Write(ImmutableArray<Quarter> quarters) => IndexJson.Write(json =>
    {
        json.WriteStartArray();
        foreach (var quarter in quarters)
        {
            json.WriteStartArray();
            json.WriteNumberValue(quarter.Number);
            json.WriteNumberValue(quarter.FirstDocument);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    });

    /// <exception cref="SearchIndexException">The bytes are no quarters.</exception>
    public static ImmutableArray<Quarter> Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = IndexJson.Parse(bytes);
        try
        {
            return [.. json.RootElement.EnumerateArray().Select(q => new Quarter(q[0].GetInt32(), q[1].GetInt32()))];
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw ByteCursor.Broken();
        }
    }
}
