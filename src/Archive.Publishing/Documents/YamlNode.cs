using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    /// <summary>A string, an array of nodes or an array of entries: three fields would make an archive's nodes half as large again.</summary>
    private readonly object _content;

    private readonly bool _isPlain;

    private YamlNode(YamlKind kind, object content, bool isPlain, SourceLocation location)
    {
        (Kind, _content, _isPlain, Location) = (kind, content, isPlain, location);
    }

    public YamlKind Kind { get; }

    public SourceLocation Location { get; }

    /// <summary>A scalar's text; empty for lists and maps.</summary>
    public string Text => _content as string ?? "";

    /// <summary>A scalar that stands for nothing: empty or nothing but space, or a plain <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Kind == YamlKind.Scalar && (string.IsNullOrWhiteSpace(Text) || (_isPlain && Text is "~" or "null" or "Null" or "NULL"));

    public ImmutableArray<YamlNode> Items => Kind == YamlKind.List ? ImmutableCollectionsMarshal.AsImmutableArray((YamlNode[])_content) : [];

    /// <summary>In the order of the text; each key once.</summary>
    public ImmutableArray<YamlEntry> Entries => Kind == YamlKind.Map ? ImmutableCollectionsMarshal.AsImmutableArray((YamlEntry[])_content) : [];

    public static YamlNode Scalar(string text, bool isPlain, SourceLocation location) => new(YamlKind.Scalar, text, isPlain, location);

    public static YamlNode List(ImmutableArray<YamlNode> items, SourceLocation location) => new(YamlKind.List, ImmutableCollectionsMarshal.AsArray(items)!, isPlain: false, location); // never default

    public static YamlNode Map(ImmutableArray<YamlEntry> entries, SourceLocation location) => new(YamlKind.Map, ImmutableCollectionsMarshal.AsArray(entries)!, isPlain: false, location);

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
public readonly record struct YamlEntry(string Key, SourceLocation KeyLocation, YamlNode Value);
