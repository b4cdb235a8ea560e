using System.Buffers;
using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>Analyses one document after the other. Has state because it keeps its arrays between documents.</summary>
internal sealed class DocumentAnalysis(Lexicon lexicon)
{
    /// <summary>So many positions lie between two passages that no phrase reaches over.</summary>
    private const int PassageGap = 16;

    private readonly Occurrences _occurrences = new();
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
    private int Read(Passage passage, ref int position)
    {
        var weight = FieldWeights.Of[(int)passage.Field];
        var scope = passage.Field switch
        {
            SearchField.Title => TermSpace.Title,
            SearchField.Signature => TermSpace.Signature,
            _ => default,
        };
        if (passage.Field is SearchField.Code or SearchField.Signature) ReadLines(passage.Text, weight);
        var tokens = new TokenReader(passage.Text, KindOf(passage.Field));
        var (first, last, words) = (position, position, 0);
        while (tokens.MoveNext())
        {
            var word = lexicon.Of(tokens.Word);
            var known = lexicon.Known(word);
            var kind = known.IsStopWord && tokens.KindOfAnyWord == TokenKind.Word ? TokenKind.StopWord : tokens.KindOfAnyWord;
            var term = kind is TokenKind.Identifier or TokenKind.Part ? word : known.Stem == Lexicon.None ? Stem(word, ref tokens) : known.Stem;
            last = first + tokens.Position;
            var place = kind == TokenKind.Identifier ? Occurrences.NoPosition : last;
            _occurrences.Add(term, place, weight);
            if (scope != default) _occurrences.Add(Scoped(scope, term), place, weight);
            if (kind is TokenKind.Word or TokenKind.Part) words++;
            if (known.IsPlainWord && kind != TokenKind.StopWord) _occurrences.AddWord(word);
        }
        position = last + 1;
        return words * weight;
    }

    private void ReadLines(string text, int weight)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Fingerprint.Of(line) is { } fingerprint) _occurrences.Add(lexicon.Of(TermSpace.OfFingerprint(fingerprint)), Occurrences.NoPosition, weight);
            if (Fingerprint.WithNames(line) is { } named) _occurrences.Add(lexicon.Of(TermSpace.OfFingerprint(named)), Occurrences.NoPosition, weight);
        }
    }

    private int Stem(int word, ref TokenReader tokens)
    {
        var stem = lexicon.Of(tokens.Term);
        lexicon.Remember(word, stem);
        return stem;
    }

    private int Scoped(char scope, int term)
    {
        var text = lexicon[term];
        Span<char> scoped = stackalloc char[TokenReader.MaxLength + 1];
        scoped[0] = scope;
        text.CopyTo(scoped[1..]);
        return lexicon.Of(scoped[..(text.Length + 1)]);
    }
}
