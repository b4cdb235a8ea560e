using System.Collections.Immutable;
using System.IO.Enumeration;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Publishing.Files;

/// <summary>A file of the input folder, not yet read.</summary>
/// <param name="Path">Below the input folder, with forward slashes.</param>
/// <param name="FullPath">Where it is on disk.</param>
/// <param name="Length">Bytes.</param>
/// <param name="WrittenAt">When it was last written; with the length it tells whether a file has changed.</param>
public sealed record InputFile(string Path, string FullPath, long Length, DateTimeOffset WrittenAt)
{
    /// <summary>The last part of its path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Changes when the file does.</summary>
    public string Stamp => $"{Length}:{WrittenAt.UtcTicks}";

    /// <summary>
    /// Whether there is anything to read. What is empty is never opened: a named pipe, a socket and a device have no length either, and opening
    /// one can wait for ever for whoever writes to it.
    /// </summary>
    public bool IsEmpty => Length == 0;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[] ReadAllBytes() => IsEmpty ? [] : File.ReadAllBytes(FullPath);
}

/// <summary>What an input folder holds.</summary>
public static class InputFolder
{
    /// <summary>All files below a folder in ordinal order of their paths. Names that begin with a dot are passed over; symbolic links are findings.</summary>
    public static ImmutableArray<InputFile> List(string folder, DiagnosticBag problems)
    {
        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var entries = new FileSystemEnumerable<Found>(root, (ref FileSystemEntry entry) => Of(root, ref entry), options)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsHidden(ref entry) && !IsLink(ref entry),
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsHidden(ref entry) && (!entry.IsDirectory || IsLink(ref entry)),
        };
        var files = ImmutableArray.CreateBuilder<InputFile>();
        foreach (var (file, isLink) in entries.OrderBy(f => f.File.Path, StringComparer.Ordinal))
        {
            if (isLink) problems.Add(DocumentProblems.SymbolicLink(file.Path));
            else files.Add(file);
        }
        return files.DrainToImmutable();
    }

    private static Found Of(string root, ref FileSystemEntry entry)
    {
        var full = entry.ToFullPath();
        var below = full[root.Length..].TrimStart(Path.DirectorySeparatorChar).Replace('\\', '/');
        var isLink = IsLink(ref entry);
        return new(new(below, full, entry.IsDirectory || isLink ? 0 : entry.Length, entry.LastWriteTimeUtc), isLink);
    }

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName.StartsWith('.');

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private sealed record Found(InputFile File, bool IsLink);
}
