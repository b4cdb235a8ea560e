using System.Collections.Immutable;
using System.Text;

namespace Archive.Search.Indexing;

/// <summary>The separators of the shards in one text: of each a capital letter, which says how many characters it shares with the one before, and the others.</summary>
/// <remarks>No term has a capital letter or a line feed.</remarks>
internal static class SeparatorText
{
    private const int MostShared = 25;

    public static string Write(IEnumerable<byte[]> separators)
    {
        var (all, before) = (new StringBuilder(), "");
        foreach (var separator in separators.Select(Encoding.UTF8.GetString))
        {
            var shared = Math.Min(before.AsSpan().CommonPrefixLength(separator), MostShared);
            if (shared > 0 && char.IsHighSurrogate(separator[shared - 1])) shared--;
            all.Append((char)('A' + shared)).Append(separator, shared, separator.Length - shared);
            before = separator;
        }
        return all.ToString();
    }

    /// <exception cref="SearchIndexException">The text is no list of separators.</exception>
    public static ImmutableArray<byte[]> Read(string text)
    {
        var separators = ImmutableArray.CreateBuilder<byte[]>();
        var before = "";
        for (int at = 0, end; at < text.Length; at = end)
        {
            for (end = at + 1; end < text.Length && !char.IsAsciiLetterUpper(text[end]);) end++;
            var shared = text[at] - 'A';
            if (shared < 0 || shared > before.Length) throw ByteCursor.Broken();
            before = $"{before.AsSpan(0, shared)}{text.AsSpan(at + 1, end - at - 1)}";
            separators.Add(Encoding.UTF8.GetBytes(before));
        }
        return separators.ToImmutable();
    }
}
