using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Redaction;

/// <summary>Finds private words that are written backwards, in hexadecimal or in base64, also across lines.</summary>
/// <remarks>Every encoded form is filed under its first letters; a text is read once, and asked at each of its letters, however many words there are.</remarks>
internal sealed class EncodedWords
{
    /// <summary>Shorter words turn up in encoded bytes by chance.</summary>
    private const int ShortestWord = 8;

    /// <summary>So many letters make a key, six bits of each.</summary>
    private const int KeyLength = 5;
    private const uint KeyBits = (1u << (6 * KeyLength)) - 1;
    private const int GroupBits = 22;

    /// <summary>The number of the last form that is filed under a key; each names the one before it.</summary>
    private readonly Dictionary<uint, int> _lastByKey = [];
    private readonly List<EncodedForm> _forms = [];

    /// <summary>A bit for each of 2^22 groups of keys; most letters of a text need no more than one look at it.</summary>
    private readonly uint[] _groups = new uint[1 << (GroupBits - 5)];

    /// <param name="words">Folded.</param>
    public EncodedWords(ImmutableArray<PrivateWord> words)
    {
        foreach (var word in words.Where(w => w.Text.Length >= ShortestWord))
        {
            var bytes = Encoding.UTF8.GetBytes(word.Text);
            File(Reversed(word.Text.Replace(" ", "", StringComparison.Ordinal)), "backwards", word.Rule, StringComparison.OrdinalIgnoreCase);
            File(Convert.ToHexString(bytes), "in hexadecimal", word.Rule, StringComparison.OrdinalIgnoreCase);
            for (var shift = 0; shift < 3; shift++) File(Base64(bytes, shift), "in base64", word.Rule, StringComparison.Ordinal);
        }
    }

    /// <summary>What is found, and how it is written.</summary>
    /// <param name="bytes">Text in UTF-8, or bytes that are none, in which nothing is found.</param>
    public List<(string Form, Rule Rule)> In(ReadOnlySpan<byte> bytes)
    {
        var letters = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(bytes.Length));
        var joined = WithoutSpaces(letters.AsSpan(0, Encoding.UTF8.GetChars(bytes, letters)));
        var found = new List<(string, Rule)>();
        var key = 0u;
        for (var at = 0; at < joined.Length; at++)
        {
            key = WithLetter(key, joined[at]);
            var group = GroupOf(key);
            if ((_groups[group >> 5] & (1u << (int)(group & 31))) == 0 || at < KeyLength - 1 || !_lastByKey.TryGetValue(key, out var number)) continue;
            for (; number >= 0; number = _forms[number].Before)
            {
                var form = _forms[number];
                if (joined[(at - KeyLength + 1)..].StartsWith(form.Text, form.Comparison)) found.Add((form.Name, form.Rule));
            }
        }
        ArrayPool<char>.Shared.Return(letters);
        return found;
    }

    private void File(string text, string name, Rule rule, StringComparison comparison)
    {
        if (text.Length < KeyLength) return;
        var key = 0u;
        foreach (var letter in text.AsSpan(0, KeyLength)) key = WithLetter(key, letter);
        _groups[GroupOf(key) >> 5] |= 1u << (int)(GroupOf(key) & 31);
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastByKey, key, out var isFiled);
        _forms.Add(new(text, name, rule, comparison, isFiled ? last : -1));
        last = _forms.Count - 1;
    }

    /// <summary>Moves the letters together over the spaces between them.</summary>
    private static ReadOnlySpan<char> WithoutSpaces(Span<char> letters)
    {
        var length = 0;
        foreach (var letter in letters)
        {
            if (!char.IsWhiteSpace(letter)) letters[length++] = letter;
        }
        return letters[..length];
    }

    /// <summary>Letters outside ASCII are all alike to a key.</summary>
    private static uint WithLetter(uint key, char letter) => ((key << 6) | (char.IsAscii(letter) ? (letter | 0x20u) & 63 : 0)) & KeyBits;

    private static uint GroupOf(uint key) => (key * 2654435761) >> (32 - GroupBits);

    /// <summary>The letters that depend on the word alone where it begins so many bytes into a group of three.</summary>
    private static string Base64(byte[] word, int shift) =>
        Convert.ToBase64String([.. new byte[shift], .. word])[(shift == 0 ? 0 : shift + 1)..((shift + word.Length) * 8 / 6)];

    private static string Reversed(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        from.CopyTo(letters);
        letters.Reverse();
    });

    /// <param name="Text">The word in this form, without spaces.</param>
    /// <param name="Name">How a finding calls the form.</param>
    /// <param name="Comparison">Whether case tells two such texts apart.</param>
    /// <param name="Before">The number of another form with the same key; -1 where there is none.</param>
    private readonly record struct EncodedForm(string Text, string Name, Rule Rule, StringComparison Comparison, int Before);
}
