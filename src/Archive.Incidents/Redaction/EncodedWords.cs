using System.Buffers;
using System.Collections;
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

    private readonly Dictionary<uint, List<EncodedForm>> _byKey = [];

    /// <summary>A bit for each of 2^20 groups of keys; most letters of a text need no more than one look at it.</summary>
    private readonly BitArray _groups = new(1 << 20);

    /// <param name="words">Folded.</param>
    public EncodedWords(ImmutableArray<PrivateWord> words)
    {
        foreach (var form in words.Where(w => w.Text.Length >= ShortestWord).SelectMany(FormsOf).Where(f => f.Text.Length >= KeyLength))
        {
            var key = 0u;
            foreach (var letter in form.Text.AsSpan(0, KeyLength)) key = WithLetter(key, letter);
            _groups[GroupOf(key)] = true;
            var filed = CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _) ??= [];
            filed.Add(form);
        }
    }

    /// <summary>What is found, and how it is written.</summary>
    /// <param name="bytes">Text in UTF-8, or bytes that are none, in which nothing is found.</param>
    public ImmutableArray<(string Form, Rule Rule)> In(ReadOnlySpan<byte> bytes)
    {
        var letters = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(bytes.Length));
        var joined = WithoutSpaces(letters.AsSpan(0, Encoding.UTF8.GetChars(bytes, letters)));
        var found = ImmutableArray.CreateBuilder<(string, Rule)>();
        var key = 0u;
        for (var at = 0; at < joined.Length; at++)
        {
            key = WithLetter(key, joined[at]);
            if (!_groups[GroupOf(key)] || at < KeyLength - 1 || !_byKey.TryGetValue(key, out var filed)) continue;
            foreach (var form in filed)
            {
                if (joined[(at - KeyLength + 1)..].StartsWith(form.Text, form.Comparison)) found.Add((form.Name, form.Rule));
            }
        }
        ArrayPool<char>.Shared.Return(letters);
        return found.DrainToImmutable();
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

    private static uint WithLetter(uint key, char letter) => ((key << 6) | (char.ToLowerInvariant(letter) & 63u)) & KeyBits;

    private static int GroupOf(uint key) => (int)((key * 2654435761) >> 12);

    private static IEnumerable<EncodedForm> FormsOf(PrivateWord word)
    {
        var bytes = Encoding.UTF8.GetBytes(word.Text);
        yield return new(Reversed(word.Text.Replace(" ", "", StringComparison.Ordinal)), "backwards", word.Rule, StringComparison.OrdinalIgnoreCase);
        yield return new(Convert.ToHexString(bytes), "in hexadecimal", word.Rule, StringComparison.OrdinalIgnoreCase);
        for (var shift = 0; shift < 3; shift++)
        {
            var first = shift == 0 ? 0 : shift + 1; // letters that depend on the word alone when it begins so many bytes into a group of three
            yield return new(Convert.ToBase64String([.. new byte[shift], .. bytes])[first..((shift + bytes.Length) * 8 / 6)], "in base64", word.Rule, StringComparison.Ordinal);
        }
    }

    private static string Reversed(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        from.CopyTo(letters);
        letters.Reverse();
    });

    /// <param name="Text">The word in this form, without spaces.</param>
    /// <param name="Name">How a finding calls the form.</param>
    /// <param name="Comparison">Whether case tells two such texts apart.</param>
    private sealed record EncodedForm(string Text, string Name, Rule Rule, StringComparison Comparison);
}
