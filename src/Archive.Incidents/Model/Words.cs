using System.Collections.Immutable;
using System.Text;

namespace Archive.Incidents.Model;

/// <summary>The written form of a closed vocabulary: <c>PostmortemKind.NearMiss</c> is <c>near-miss</c> in files, addresses and data.</summary>
public static class Words
{
    /// <summary>The word of a member.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Table<TEnum>.WordOf(value);

    /// <summary>All words of a vocabulary, in the order of its members.</summary>
    public static ImmutableArray<string> All<TEnum>() where TEnum : struct, Enum => Table<TEnum>.Words;

    /// <summary>The member that a word names, without regard to case; null where there is none.</summary>
    public static TEnum? Read<TEnum>(string word) where TEnum : struct, Enum =>
        Table<TEnum>.Find(word);

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

    /// <remarks>Arrays that are walked through: a dictionary of each vocabulary would be compiled anew at every start, which costs more than all look-ups.</remarks>
    private static class Table<TEnum> where TEnum : struct, Enum
    {
        public static readonly TEnum[] Members = Enum.GetValues<TEnum>();

        public static readonly ImmutableArray<string> Words = [.. Members.Select(v => KebabCase(v.ToString()))];

        public static string WordOf(TEnum value)
        {
            var index = Array.IndexOf(Members, value);
            return index >= 0 ? Words[index] : throw new ArgumentOutOfRangeException(nameof(value), value, null);
        }

        public static TEnum? Find(string word)
        {
            for (var i = 0; i < Members.Length; i++)
            {
                if (Words[i].Equals(word, StringComparison.OrdinalIgnoreCase)) return Members[i];
            }
            return null;
        }
    }
}
