using System.Collections.Concurrent;
using Archive.Publishing.Files;

namespace Archive.Incidents.Drafting;

/// <summary>What files were read into, so that an unchanged file is not read again by the next build of the same process.</summary>
/// <remarks>
/// Has state by its nature: a memo. A file counts as unchanged while its length and its time of writing are the same. The same path
/// through the build, only faster: with an empty cache everything is read. Safe for use by several threads.
/// </remarks>
public sealed class ReadCache
{
    private readonly ConcurrentDictionary<(string Path, Type Type), (long Length, DateTimeOffset WrittenAt, string Context, object Value)> _values = new();

    /// <summary>The value of a file, read now or before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="context">Whatever else the value depends on.</param>
    /// <param name="read">Reads the file.</param>
    public T Get<T>(InputFile file, string context, Func<InputFile, T> read) where T : class
    {
        var key = (file.FullPath, typeof(T));
        if (_values.TryGetValue(key, out var known) && known.Length == file.Length && known.WrittenAt == file.WrittenAt && known.Context == context)
            return (T)known.Value;
        var value = read(file);
        _values[key] = (file.Length, file.WrittenAt, context, value);
        return value;
    }
}
