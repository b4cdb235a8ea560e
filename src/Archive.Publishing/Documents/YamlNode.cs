using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

public enum YamlKind
{
    Scalar,
    List,
    Map,
}

/// <summary>A value of a YAML text and its place. No anchors, no tags: what one reads is what stands there.</summary>
public sealed class YamlNode
{
    private YamlNode(YamlKind kind, SourceLocation location)
    {
        Kind = kind;
        Location = location;
    }

    public YamlKind Kind { get; }

    public SourceLocation Location { get; }

    /// <summary>A scalar's text; empty for lists and maps.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A scalar that stands for nothing: empty or nothing but space, or a plain <c>~</c> or <c>null</c>.</summary>
    public bool IsNull { get; private init; }

    public ImmutableArray<YamlNode> Items { get; private init; } = [];

    /// <summary>In the order of the text; each key once.</summary>
    public ImmutableArray<YamlEntry> Entries { get; private init; } = [];

    public static YamlNode Scalar(string text, bool isPlain, SourceLocation location) => new(YamlKind.Scalar, location)
    {
        Text = text,
        IsNull = string.IsNullOrWhiteSpace(text) || (isPlain && text is "~" or "null" or "Null" or "NULL"),
    };

    public static YamlNode List(ImmutableArray<YamlNode> items, SourceLocation location) => new(YamlKind.List, location) { Items = items };

    public static YamlNode Map(ImmutableArray<YamlEntry> entries, SourceLocation location) => new(YamlKind.Map, location) { Entries = entries };

    /// <summary>The entry with a key, or null.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key) return entry;
        }
        return null;
    }

    /// <summary>What it is, for messages: <c>a list</c>.</summary>
    public string Describe() => Kind switch
    {
        YamlKind.Scalar when IsNull => "nothing",
        YamlKind.Scalar => $"'{Excerpt.Of(Text)}'",
        YamlKind.List => "a list",
        YamlKind.Map => "a map of keys",
        _ => throw new InvalidOperationException($"No such kind: {Kind}."),
    };
}

/// <summary>A key of a map and its value.</summary>
public sealed record YamlEntry(string Key, SourceLocation KeyLocation, YamlNode Value);
