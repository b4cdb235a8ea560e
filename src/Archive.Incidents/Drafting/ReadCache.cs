using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Archive.Publishing.Files;

namespace Archive.Incidents.Drafting;

/// <summary>What files were read into, so that an unchanged file is not read again by the next build of the same process.</summary>
/// <remarks>
/// Has state by its nature: a memo. A file counts as unchanged while its length and its time of writing are the same. The same path
/// through the build, only faster: with an empty cache everything is read. Safe for use by several threads.
/// </remarks>
public sealed class ReadCache
{
    private readonly ConcurrentDictionary<(string Key, Type Type), (string Stamp, object Value)> _values = new();
    private readonly ConditionalWeakTable<object, object> _derived = [];

    /// <summary>The value of a file, read now or before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="context">Whatever else the value depends on.</param>
    /// <param name="read">Reads the file.</param>
    public T Get<T>(InputFile file, string context, Func<InputFile, T> read) where T : class =>
        Get(file.FullPath, $"{file.Stamp}|{context}", () => read(file));

    /// <summary>A value that stays the same while its stamp does.</summary>
    public T Get<T>(string key, string stamp, Func<T> read) where T : class
    {
        if (_values.TryGetValue((key, typeof(T)), out var known) && known.Stamp == stamp) return (T)known.Value;
        var value = read();
        _values[(key, typeof(T))] = (stamp, value);
        return value;
    }

    /// <summary>What was made of a value that this cache gave, while that value is still in use. Of one value, one thing is made.</summary>
    public T Of<T>(object value, Func<T> make) where T : class => (T)_derived.GetValue(value, _ => make());
}
