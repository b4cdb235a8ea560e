using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>What a map of keys was read into, so that rules can tell a key that is absent from one that could not be read.</summary>
public interface IDraft
{
    DraftKeys Keys { get; set; }
}

/// <summary>The keys that a map had, and their places. The values themselves are in the draft.</summary>
/// <remarks>Kept in place of the map, whose nodes would weigh more than all else that is known of a document.</remarks>
/// <param name="Location">The place of the map; of the row, where a draft was read from a table.</param>
/// <param name="All">In the order of the text.</param>
public sealed record DraftKeys(SourceLocation Location, ImmutableArray<DraftKey> All)
{
    public static DraftKeys None { get; } = new(default, []);

    public static DraftKeys Of(YamlNode map) =>
        new(map.Location, ImmutableArray.CreateRange(map.Entries, e => new DraftKey(e.Key, IsEmpty(e.Value) ? e.KeyLocation with { Length = e.Key.Length } : e.Value.Location, IsEmpty(e.Value))));

    /// <summary>Whether a key stands there with a value, readable or not.</summary>
    public bool Has(string key) => Find(key) is { IsEmpty: false };

    /// <summary>The place of a key's value; of the key where its value is empty; of the whole map where the key is absent.</summary>
    public SourceLocation PlaceOf(string key) => Find(key)?.Place ?? Location;

    /// <summary>Nothing, or a list of nothing.</summary>
    private static bool IsEmpty(YamlNode value) => value.IsNull || (value.Kind == YamlKind.List && value.Items.All(i => i.IsNull));

    private DraftKey? Find(string key)
    {
        foreach (ref readonly var each in All.AsSpan())
        {
            if (each.Key == key) return each;
        }
        return null;
    }
}

/// <param name="Place">Of the value, or of the key where the value is empty.</param>
/// <param name="IsEmpty">Whether no value stands behind the key.</param>
public readonly record struct DraftKey(string Key, SourceLocation Place, bool IsEmpty);
