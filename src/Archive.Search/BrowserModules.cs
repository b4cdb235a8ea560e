using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>The ES modules that read an index in a browser. They import each other by relative names, so they lie in one folder.</summary>
public static class BrowserModules
{
    private const string Folder = "Browser/";

    /// <summary>Name (<c>reader.js</c>) and bytes, by name, as they are written.</summary>
    public static ImmutableArray<BrowserModule> Files { get; } = Read();

    private static ImmutableArray<BrowserModule> Read()
    {
        var assembly = typeof(BrowserModules).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name => new BrowserModule(name[Folder.Length..], Bytes(assembly, name)))];
    }

    private static ReadOnlyMemory<byte> Bytes(System.Reflection.Assembly assembly, string name)
    {
        using var source = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        var bytes = new byte[source.Length];
        source.ReadExactly(bytes);
        return bytes;
    }
}

public sealed record BrowserModule(string Name, ReadOnlyMemory<byte> Bytes);
