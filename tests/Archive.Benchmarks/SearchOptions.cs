namespace Archive.Benchmarks;

/// <summary>The files a search benchmark is asked for: <c>--docs D.jsonl --queries Q.jsonl</c>.</summary>
public sealed record SearchOptions(IReadOnlyDictionary<string, string> Values)
{
    /// <returns>Null unless exactly these options are there, each with a value.</returns>
    public static SearchOptions? Read(IReadOnlyList<string> words, params IReadOnlyList<string> names)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i + 1 < words.Count; i += 2) values[words[i]] = words[i + 1];
        return words.Count == 1 + 2 * names.Count && names.All(values.ContainsKey) ? new(values) : null;
    }

    public string this[string name] => Values[name];
}
