using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Archive.Incidents.Model;

/// <summary>The written form of a closed vocabulary: <c>PostmortemKind.NearMiss</c> is <c>near-miss</c> in files, addresses and data.</summary>
public static class Words
{
    /// <summary>The word of a member.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Table<TEnum>.WordOf[value];

    /// <summary>All words of a vocabulary, in the order of its members.</summary>
    public static ImmutableArray<string> All<TEnum>() where TEnum : struct, Enum => Table<TEnum>.Words;

    /// <summary>The member that a word names, without regard to case; null where there is none.</summary>
    public static TEnum? Read<TEnum>(string word) where TEnum : struct, Enum =>
        Table<TEnum>.ByWord.TryGetValue(word, out var value) ? value : null;

    private static string KebabCase(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    private static class Table<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> WordOf =
            Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, v => KebabCase(v.ToString()));

        public static readonly ImmutableArray<string> Words = [.. Enum.GetValues<TEnum>().Select(v => WordOf[v])];

        public static readonly FrozenDictionary<string, TEnum> ByWord =
            Enum.GetValues<TEnum>().ToFrozenDictionary(v => WordOf[v], StringComparer.OrdinalIgnoreCase);
    }
}
