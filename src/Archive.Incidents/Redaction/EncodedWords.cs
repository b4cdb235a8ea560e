using System.Buffers;
using System.Collections.Immutable;
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
    private const int GroupBits = 24;
    private const int ChainBits = 18;

    /// <summary>Letters of a form; longer ones, which are rare, are written elsewhere.</summary>
    private const int RoomOnStack = 512;

    /// <summary>A bit for each of 2^24 groups of keys; most letters of a text need no more than one look at it.</summary>
    private readonly uint[] _groups = new uint[1 << (GroupBits - 5)];

    /// <summary>The last form that is filed in a chain of groups, by its number counted from one; each names the one before it.</summary>
    private readonly int[] _chains = new int[1 << ChainBits];
    private readonly List<EncodedForm> _forms;

    /// <param name="words">Folded.</param>
    /// <param name="free">Those of them that may be read after all.</param>
    public EncodedWords(ImmutableArray<PrivateWord> words, IReadOnlySet<string> free)
    {
        _forms = new(words.Length * Forms.Length);
        Span<char> letters = stackalloc char[RoomOnStack];
        foreach (var word in words)
        {
            if (word.Text.Length < ShortestWord || free.Contains(word.Text)) continue;
            foreach (var form in Forms) File(word, form, Written(word.Text, form, letters));
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
            if ((_groups[group >> 5] & (1u << (int)(group & 31))) == 0 || at < KeyLength - 1) continue;
            for (var number = _chains[ChainOf(key)]; number > 0; number = _forms[number - 1].Before)
            {
                if (_forms[number - 1] is var form && form.Key == key && Begins(joined[(at - KeyLength + 1)..], form)) found.Add((NameOf(form.Form), form.Word.Rule));
            }
        }
        ArrayPool<char>.Shared.Return(letters);
        return found;
    }

    private static bool Begins(ReadOnlySpan<char> text, EncodedForm with) => text.StartsWith(
        Written(with.Word.Text, with.Form, stackalloc char[RoomOnStack]),
        with.Form is WordForm.Backwards or WordForm.Hexadecimal ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private void File(PrivateWord word, WordForm form, ReadOnlySpan<char> written)
    {
        if (written.Length < KeyLength) return;
        var key = 0u;
        foreach (var letter in written[..KeyLength]) key = WithLetter(key, letter);
        _groups[GroupOf(key) >> 5] |= 1u << (int)(GroupOf(key) & 31);
        ref var last = ref _chains[ChainOf(key)];
        _forms.Add(new(word, form, key, last));
        last = _forms.Count;
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

    private static uint ChainOf(uint key) => GroupOf(key) >> (GroupBits - ChainBits);

    /// <summary>A word in a form, without spaces. Written anew whenever it is asked for: to keep them all would take more memory than the words.</summary>
    /// <param name="to">Room that is used where it is enough.</param>
    private static ReadOnlySpan<char> Written(string word, WordForm form, Span<char> to)
    {
        var most = 4 * Encoding.UTF8.GetMaxByteCount(word.Length);
        if (to.Length < most) to = new char[most];
        if (form == WordForm.Backwards) return Backwards(word, to);
        Span<byte> bytes = most <= RoomOnStack ? stackalloc byte[RoomOnStack / 4 + 2] : new byte[most];
        if (form == WordForm.Hexadecimal)
        {
            Convert.TryToHexString(bytes[..Encoding.UTF8.GetBytes(word, bytes)], to, out var digits);
            return to[..digits];
        }
        // the letters that depend on the word alone where it begins so many bytes into a group of three
        var shift = form - WordForm.Base64;
        bytes[..shift].Clear();
        var length = shift + Encoding.UTF8.GetBytes(word, bytes[shift..]);
        Convert.TryToBase64Chars(bytes[..length], to, out _);
        return to[(shift == 0 ? 0 : shift + 1)..(length * 8 / 6)];
    }

    private static ReadOnlySpan<char> Backwards(string word, Span<char> to)
    {
        var length = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            if (word[i] != ' ') to[length++] = word[i];
        }
        return to[..length];
    }

    /// <summary>How a finding calls the form.</summary>
    private static string NameOf(WordForm form) => form switch
    {
        WordForm.Backwards => "backwards",
        WordForm.Hexadecimal => "in hexadecimal",
        WordForm.Base64 or WordForm.Base64BehindOne or WordForm.Base64BehindTwo => "in base64",
    };

    private static readonly WordForm[] Forms = Enum.GetValues<WordForm>();

    /// <summary>How a word may be written so that nobody reads it at once.</summary>
    private enum WordForm
    {
        Backwards,
        Hexadecimal,
        Base64,

        /// <summary>Behind one byte of a group of three.</summary>
        Base64BehindOne,
        Base64BehindTwo,
    }

    /// <param name="Before">The number of another form of the same chain; 0 where there is none.</param>
    private readonly record struct EncodedForm(PrivateWord Word, WordForm Form, uint Key, int Before);
}
