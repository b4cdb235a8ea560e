using System.Collections.Immutable;
using System.Text;

namespace Archive.Search;

/// <summary>The ES modules that read an index in a browser. They import each other by relative names, so they lie in one folder.</summary>
public static class BrowserModules
{
    private const string Folder = "Browser/";

    /// <summary>Name (<c>reader.js</c>) and bytes, by name; without the comments of their sources.</summary>
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
        using var reader = new StreamReader(source);
        return Encoding.UTF8.GetBytes(WithoutComments(reader.ReadToEnd()));
    }

    /// <summary>Leaves out comments and indentation, a third of the bytes. In these modules a comment has lines of its own, and no string goes over a line.</summary>
    private static string WithoutComments(string module)
    {
        var text = new StringBuilder(module.Length);
        var isComment = false;
        foreach (var line in module.AsSpan().EnumerateLines())
        {
            var code = line.Trim();
            isComment |= code.StartsWith("/**");
            if (!isComment && !code.IsEmpty && !code.StartsWith("//")) text.Append(code).Append('\n');
            if (code.EndsWith("*/")) isComment = false;
        }

        return text.ToString();
    }
}

public sealed record BrowserModule(string Name, ReadOnlyMemory<byte> Bytes);
