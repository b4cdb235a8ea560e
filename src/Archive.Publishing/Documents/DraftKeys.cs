using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>What a map of keys was read into, so that rules can tell a key that is absent from one that could not be read.</summary>
public interface IDraft
{
    DraftKeys Keys { get; set; }
}

/// <summary>The keys that a map had, and their places. The values themselves are in the draft.</summary>
/// <param name="Location">The place of the map; of the row, where a draft was read from a table.</param>
/// <param name="Entries">In the order of the text.</param>
public sealed record DraftKeys(SourceLocation Location, ImmutableArray<YamlEntry> Entries)
{
    public static DraftKeys None { get; } = new(default, []);

    public static DraftKeys Of(YamlNode map) => new(map.Location, map.Entries);

    /// <summary>Whether a key stands there with a value, readable or not.</summary>
    public bool Has(string key) => Find(key) is { } entry && !IsEmpty(entry.Value);

    /// <summary>The place of a key's value; of the key where its value is empty; of the whole map where the key is absent.</summary>
    public SourceLocation PlaceOf(string key) => Find(key) switch
    {
        null => Location,
        { } entry when IsEmpty(entry.Value) => entry.KeyLocation with { Length = entry.Key.Length },
        { } entry => entry.Value.Location,
    };

    /// <summary>Nothing, or a list of nothing.</summary>
    private static bool IsEmpty(YamlNode value) => value.IsNull || (value.Kind == YamlKind.List && value.Items.All(i => i.IsNull));

    private YamlEntry? Find(string key)
    {
        foreach (ref readonly var each in Entries.AsSpan())
        {
            if (each.Key == key) return each;
        }
        return null;
    }
}
