using System.Text.Json;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>Reads whole files of an index, and lets no file pass that is not what its name says.</summary>
/// <param name="Read">By name; null where there is no such file.</param>
internal sealed record IndexSource(Func<string, ReadOnlyMemory<byte>?> Read)
{
    public static IndexSource OfFolder(string folder) => new(name =>
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : (ReadOnlyMemory<byte>?)null;
    });

    public static IndexSource Of(IReadOnlyList<IndexFile> files)
    {
        var byName = files.ToDictionary(f => f.Name, f => f.Bytes, StringComparer.Ordinal);
        return new(name => byName.TryGetValue(name, out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);
    }

    public Manifest ReadManifest()
    {
        var entry = Read(IndexFormat.Entry) ?? throw new SearchIndexException(IndexFault.Missing, $"There is no search index: {IndexFormat.Entry} is not there.");
        using var json = Parsed(entry);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || !format.TryGetInt32(out var version))
        {
            throw new SearchIndexException(IndexFault.Corrupt, $"{IndexFormat.Entry} of the search index is broken.");
        }
        if (version != IndexFormat.Version)
        {
            throw new SearchIndexException(IndexFault.UnknownFormat, $"The search index has format {version}; this program reads format {IndexFormat.Version}. Build the site again.");
        }
        var name = root.TryGetProperty("manifest", out var manifest) ? manifest.GetString() : null;
        if (!uint.TryParse(name, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var check)) throw ByteCursor.Broken();
        return Manifest.Read(Opened(IndexFormat.Manifest, check));
    }

    /// <summary>A deflated file, opened; its first byte is to be skipped.</summary>
    public ReadOnlyMemory<byte> Opened(string kind, uint check) => Deflated.Open(Plain(kind, check));

    /// <summary>One of the deflated files that have one checksum together.</summary>
    public ReadOnlyMemory<byte> Opened(string kind, uint check, int place) => Deflated.Open(There(IndexFormat.NameOf(kind, check, place)));

    public ReadOnlyMemory<byte> Plain(string kind, uint check)
    {
        var name = IndexFormat.NameOf(kind, check);
        var bytes = There(name);
        if (IndexFormat.CheckOf(kind, bytes.Span) != check) throw new SearchIndexException(IndexFault.Corrupt, $"{name} of the search index is truncated or broken. Build the site again.");
        return bytes;
    }

    private ReadOnlyMemory<byte> There(string name) =>
        Read(name) ?? throw new SearchIndexException(IndexFault.Stale, $"The search index has changed: {name} is gone. Open it again.");

    private static JsonDocument Parsed(ReadOnlyMemory<byte> entry)
    {
        try
        {
            return JsonDocument.Parse(entry);
        }
        catch (JsonException)
        {
            throw new SearchIndexException(IndexFault.Corrupt, $"{IndexFormat.Entry} of the search index is broken.");
        }
    }
}
