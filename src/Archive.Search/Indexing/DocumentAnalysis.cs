using System.Buffers;
using System.Runtime.CompilerServices;
using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>Analyses one document after the other. Has state because it keeps its arrays between documents.</summary>
internal sealed class DocumentAnalysis(Lexicon lexicon)
{
    /// <summary>So many positions lie between two passages that no phrase reaches over.</summary>
    private const int PassageGap = 16;

    private readonly Occurrences _occurrences = new();
    private readonly RecentWords _words = new(lexicon);
    private readonly char[] _fingerprint = new char[Fingerprint.MaxLength];
    private readonly char[] _named = new char[Fingerprint.MaxLength];
    private readonly ArrayBufferWriter<byte> _json = new(1 << 14);

    public AnalyzedDocument Of(SearchDocument document)
    {
        _occurrences.Clear();
        var position = 0;
        var length = 0;
        _occurrences.Add(lexicon.Of(TermSpace.OfId(document.Id)), Occurrences.NoPosition, 1);
        foreach (var passage in document.Passages)
        {
            length += Read(passage, ref position);
            position += PassageGap;
        }
        return new(document, _occurrences.ToCounted(lexicon), length, PackedText.Of(document.Passages, _json));
    }

    public static TextKind KindOf(SearchField field) => field is SearchField.Code or SearchField.Signature ? TextKind.Code : TextKind.Prose;

    /// <returns>The weighted length of the passage.</returns>
    private int Read(in Passage passage, ref int position)
    {
        var weight = FieldWeights.Of[(int)passage.Field];
        var scope = passage.Field switch
        {
            SearchField.Title => TermSpace.Title,
            SearchField.Signature => TermSpace.Signature,
            _ => default,
        };
        var text = passage.Characters.Span;
        if (passage.Field is SearchField.Code or SearchField.Signature) ReadLines(text, weight);
        var tokens = new TokenReader(text, KindOf(passage.Field));
        var (first, last, words) = (position, position, 0);
        while (tokens.MoveNext())
        {
            ref var word = ref _words.Of(ref tokens);
            var kind = word.Known.IsStopWord && tokens.KindOfAnyWord == TokenKind.Word ? TokenKind.StopWord : tokens.KindOfAnyWord;
            var term = kind is TokenKind.Identifier or TokenKind.Part ? word.Number : word.Known.Stem;
            if (term == Lexicon.None) term = Stem(ref word, ref tokens);
            last = first + tokens.Position;
            var place = kind == TokenKind.Identifier ? Occurrences.NoPosition : last;
            _occurrences.Add(term, place, weight, word.Known.IsPlainWord && kind != TokenKind.StopWord ? word.Number : Occurrences.NoWord);
            if (scope != default) _occurrences.Add(Scoped(scope, term), place, weight);
            if (kind is TokenKind.Word or TokenKind.Part) words++;
        }
        position = last + 1;
        return words * weight;
    }

    /// <summary>What each line is recognised by.</summary>
    private void ReadLines(ReadOnlySpan<char> text, int weight)
    {
        foreach (var line in text.EnumerateLines())
        {
            var fingerprint = Fingerprint.Of(line, keepsQuoted: false, _fingerprint);
            if (fingerprint.IsEmpty) continue;
            AddFingerprint(fingerprint, weight);
            if (!Fingerprint.HasQuotes(line)) continue;
            var named = Fingerprint.Of(line, keepsQuoted: true, _named);
            if (!named.IsEmpty && !named.SequenceEqual(fingerprint)) AddFingerprint(named, weight);
        }
    }

    private void AddFingerprint(ReadOnlySpan<char> fingerprint, int weight)
    {
        Span<char> term = stackalloc char[TermSpace.FingerprintLength];
        TermSpace.WriteFingerprint(fingerprint, term);
        _occurrences.Add(lexicon.Of(term), Occurrences.NoPosition, weight);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Stem(ref RecentWord word, ref TokenReader tokens)
    {
        var stem = lexicon.Of(tokens.Term);
        word.Known.Stem = stem;
        lexicon.Remember(word.Number, stem);
        return stem;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Scoped(char scope, int term)
    {
        var text = lexicon[term];
        Span<char> scoped = stackalloc char[TokenReader.MaxLength + 1];
        scoped[0] = scope;
        text.CopyTo(scoped[1..]);
        return lexicon.Of(scoped[..(text.Length + 1)]);
    }
}
