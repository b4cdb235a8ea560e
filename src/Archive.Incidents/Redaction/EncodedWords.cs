using System.Buffers;
using System.Buffers.Text;
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

    /// <summary>So many letters make a key, six bits of each. A letter is a byte of UTF-8; those outside ASCII are all alike to a key.</summary>
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
        Span<byte> letters = stackalloc byte[RoomOnStack];
        foreach (var word in words)
        {
            if (word.Text.Length < ShortestWord || free.Contains(word.Text)) continue;
            foreach (var form in Forms) File(word, form, Written(word.Text, form, letters));
            if (!Ascii.IsValid(word.Text)) FileUpperCase(word, letters);
        }
    }

    /// <summary>What is found, and how it is written.</summary>
    /// <param name="utf8">A text, or bytes that are none, in which nothing is found.</param>
    public List<(string Form, Rule Rule)> In(ReadOnlySpan<byte> utf8)
    {
        var letters = ArrayPool<byte>.Shared.Rent(utf8.Length);
        var places = new List<int>();
        var joined = Joined(utf8, letters, places);
        var found = new List<(string, Rule)>();
        foreach (var place in places)
        {
            var text = joined[place..];
            var key = KeyOf(text);
            for (var number = _chains[ChainOf(key)]; number > 0; number = _forms[number - 1].Before)
            {
                if (_forms[number - 1] is var form && form.Key == key && LengthOf(form, text) is > 0 and var length && !IsByChance(form.Form, utf8, place, length)) found.Add((NameOf(form.Form), form.Word.Rule));
            }
        }
        ArrayPool<byte>.Shared.Return(letters);
        return found;
    }

    /// <summary>The letters of a text without the spaces between them.</summary>
    /// <param name="to">Room for all of them.</param>
    /// <param name="places">Where a form may begin.</param>
    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> utf8, Span<byte> to, List<int> places)
    {
        ReadOnlySpan<uint> groups = _groups;
        var (length, key) = (0, 0u);
        for (var at = 0; at < utf8.Length; at++)
        {
            uint letter = utf8[at];
            if (letter is <= ' ' or >= 0x80 && SpaceAt(utf8[at..]) is var space and > 0)
            {
                at += space - 1;
                continue;
            }
            to[length++] = (byte)letter;
            key = WithLetter(key, letter);
            var group = GroupOf(key);
            if ((groups[(int)(group >> 5)] >> (int)(group & 31) & 1) != 0 && length >= KeyLength) places.Add(length - KeyLength);
        }
        return to[..length];
    }

    /// <summary>The bytes of the space with which a text begins; 0 where it begins with none.</summary>
    private static int SpaceAt(ReadOnlySpan<byte> utf8)
    {
        if (utf8[0] < 0x80) return utf8[0] is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r') ? 1 : 0;
        Rune.DecodeFromUtf8(utf8, out var letter, out var bytes); // a letter's second byte is no letter, and so no space
        return Rune.IsWhiteSpace(letter) ? bytes : 0;
    }

    /// <summary>The letters that a form takes at the beginning of a text; 0 where the text begins otherwise.</summary>
    private static int LengthOf(EncodedForm form, ReadOnlySpan<byte> text)
    {
        if (form.Form == WordForm.Backwards) return LengthBackwards(form.Word.Text, text);
        var written = Written(form.Word.Text, form.Form, stackalloc byte[RoomOnStack]);
        if (text.Length < written.Length) return 0;
        var isWritten = form.Form == WordForm.Hexadecimal ? Ascii.EqualsIgnoreCase(text[..written.Length], written) : text.StartsWith(written);
        return isWritten ? written.Length : 0;
    }

    /// <summary>Letter by letter, without writing the word: every date looks like the beginning of a few ids backwards.</summary>
    private static int LengthBackwards(ReadOnlySpan<char> word, ReadOnlySpan<byte> text)
    {
        var rest = text;
        while (word is [.., var last])
        {
            if (last == ' ' || (rest is [< 0x80 and var first, ..] && first == last))
            {
                word = word[..^1];
                if (last != ' ') rest = rest[1..];
                continue;
            }
            Rune.DecodeLastFromUtf16(word, out var letter, out var length);
            word = word[..^length];
            if (Rune.DecodeFromUtf8(rest, out var other, out length) != OperationStatus.Done || Rune.ToUpperInvariant(other) != Rune.ToUpperInvariant(letter)) return 0;
            rest = rest[length..];
        }
        return text.Length - rest.Length;
    }

    /// <summary>
    /// Whether letters are cut out of words that stand beside each other: among tens of thousands of names there is one that <c>an[ylop to]wer</c> is
    /// backwards. Who writes a name over several words begins it with one and ends it with one; within a word it may stand anywhere.
    /// </summary>
    /// <param name="place">Of the first, among the letters of the text.</param>
    private static bool IsByChance(WordForm form, ReadOnlySpan<byte> utf8, int place, int letters)
    {
        if (form != WordForm.Backwards) return false;
        var (start, end) = (IndexOfLetter(utf8, place), IndexOfLetter(utf8, place + letters - 1) + 1);
        if (end - start == letters) return false;
        var before = Rune.DecodeLastFromUtf8(utf8[..start], out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
        var after = Rune.DecodeFromUtf8(utf8[end..], out rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
        return before || after;
    }

    /// <summary>Where a letter stands in a text with its spaces.</summary>
    private static int IndexOfLetter(ReadOnlySpan<byte> utf8, int letter)
    {
        for (var at = 0; ;)
        {
            if (SpaceAt(utf8[at..]) is > 0 and var space) at += space;
            else if (letter-- == 0) return at;
            else at++;
        }
    }

    private void File(PrivateWord word, WordForm form, ReadOnlySpan<byte> written)
    {
        if (written.Length < KeyLength) return;
        var key = KeyOf(written);
        _groups[GroupOf(key) >> 5] |= 1u << (int)(GroupOf(key) & 31);
        ref var last = ref _chains[ChainOf(key)];
        _forms.Add(new(word, form, key, last));
        last = _forms.Count;
    }

    /// <summary>A word backwards once more, where the first letters in upper case are longer or shorter.</summary>
    private void FileUpperCase(PrivateWord word, Span<byte> letters)
    {
        var written = Written(word.Text, WordForm.Backwards, letters);
        if (written.Length < KeyLength) return;
        var key = KeyOf(written);
        var upper = Written(word.Text.ToUpperInvariant(), WordForm.Backwards, letters);
        if (upper.Length >= KeyLength && KeyOf(upper) != key) File(word, WordForm.Backwards, upper);
    }

    private static uint KeyOf(ReadOnlySpan<byte> letters)
    {
        var key = 0u;
        foreach (var letter in letters[..KeyLength]) key = WithLetter(key, letter);
        return key;
    }

    private static uint WithLetter(uint key, uint letter) => ((key << 6) | (letter < 0x80 ? (letter | 0x20u) & 63 : 0)) & KeyBits;

    private static uint GroupOf(uint key) => (key * 2654435761) >> (32 - GroupBits);

    private static uint ChainOf(uint key) => GroupOf(key) >> (GroupBits - ChainBits);

    /// <summary>A word in a form, without spaces. Written anew whenever it is asked for: to keep them all would take more memory than the words.</summary>
    /// <param name="to">Room that is used where it is enough.</param>
    private static ReadOnlySpan<byte> Written(string word, WordForm form, Span<byte> to)
    {
        var most = 4 * Encoding.UTF8.GetMaxByteCount(word.Length);
        if (to.Length < most) to = new byte[most];
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
        Base64.EncodeToUtf8(bytes[..length], to, out _, out _);
        return to[(shift == 0 ? 0 : shift + 1)..(length * 8 / 6)];
    }

    private static ReadOnlySpan<byte> Backwards(ReadOnlySpan<char> word, Span<byte> to)
    {
        var written = 0;
        while (Rune.DecodeLastFromUtf16(word, out var letter, out var length) == OperationStatus.Done)
        {
            word = word[..^length];
            if (letter.Value != ' ') written += letter.EncodeToUtf8(to[written..]);
        }
        return to[..written];
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
