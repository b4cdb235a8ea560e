using System.Collections.Frozen;

namespace Archive.Publishing.Documents;

/// <summary>Words that stand in nearly every document, such as the keys of its front matter, each as one string for all of them.</summary>
public sealed class KnownWords(IEnumerable<string> words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static KnownWords None { get; } = new([]);

    /// <summary>A text as a string: the known one, or a new one.</summary>
    public string Of(ReadOnlySpan<char> text) => _words.TryGetValue(text, out var known) ? known : text.ToString();
}
