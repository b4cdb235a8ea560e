using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>Analyses one document after the other. Has state because it keeps its lexicon and its arrays between documents.</summary>
internal sealed class DocumentAnalysis
{
    /// <summary>So many positions lie between two passages that no phrase reaches over.</summary>
    private const int PassageGap = 16;

    private readonly Lexicon _lexicon = new();
    private Occurrence[] _occurrences = new Occurrence[4096];
    private int _count;

    /// <summary>By term number: its place among the terms of this document; valid where <see cref="_seenIn"/> says so.</summary>
    private int[] _places = [];
    private int[] _seenIn = [];
    private int[] _wordSeenIn = [];
    private int _document;
    private readonly List<int> _terms = [];
    private readonly List<int> _words = [];
    private readonly ByteSink _positions = new(4096);

    public AnalyzedDocument Of(SearchDocument document)
    {
        _document++;
        _count = 0;
        _terms.Clear();
        _words.Clear();
        var position = 0;
        var length = 0;
        Occur(_lexicon.Of(TermSpace.OfId(document.Id)), 0, 1);
        foreach (var passage in document.Passages)
        {
            length += Read(passage, ref position);
            position += PassageGap;
        }
        return Collected(document, length);
    }

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
        if (passage.Field is SearchField.Code or SearchField.Signature) ReadLines(passage.Text, weight, position);
        var tokens = new TokenReader(passage.Text, KindOf(passage.Field));
        var (first, last, words) = (position, position, 0);
        while (tokens.MoveNext())
        {
            var word = _lexicon.Of(tokens.Word);
            var term = tokens.Kind is TokenKind.Word or TokenKind.StopWord ? Stem(word, ref tokens) : word;
            last = first + tokens.Position;
            Occur(term, last, weight);
            if (scope != default) Occur(_lexicon.Of([scope, .. _lexicon[term]]), last, weight);
            if (tokens.Kind is TokenKind.Word or TokenKind.Part) words++;
            if (tokens.Kind != TokenKind.StopWord && _lexicon.IsPlainWord(word)) SeeWord(word);
        }
        position = last + 1;
        return words * weight;
    }

    public static TextKind KindOf(SearchField field) => field is SearchField.Code or SearchField.Signature ? TextKind.Code : TextKind.Prose;

    private void ReadLines(string text, int weight, int position)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Fingerprint.Of(line) is { } fingerprint) Occur(_lexicon.Of(TermSpace.OfFingerprint(fingerprint)), position, weight);
        }
    }

    private int Stem(int word, ref TokenReader tokens)
    {
        if (_lexicon.Stem(word) == Lexicon.None)
        {
            var stem = _lexicon.Of(tokens.Term);
            _lexicon.Stem(word) = stem;
        }
        return _lexicon.Stem(word);
    }

    private void SeeWord(int word)
    {
        if (word >= _wordSeenIn.Length) Array.Resize(ref _wordSeenIn, _lexicon.Count * 2);
        if (_wordSeenIn[word] == _document) return;
        _wordSeenIn[word] = _document;
        _words.Add(word);
    }

    private void Occur(int term, int position, int weight)
    {
        if (term >= _places.Length)
        {
            Array.Resize(ref _places, _lexicon.Count * 2);
            Array.Resize(ref _seenIn, _lexicon.Count * 2);
        }
        if (_seenIn[term] != _document)
        {
            _seenIn[term] = _document;
            _places[term] = _terms.Count;
            _terms.Add(term);
        }
        if (_count == _occurrences.Length) Array.Resize(ref _occurrences, _count * 2);
        _occurrences[_count++] = new(_places[term], position, weight);
    }

    private AnalyzedDocument Collected(SearchDocument document, int length)
    {
        var sorted = SortedByPlace(out var ends);
        var frequencies = new int[_terms.Count];
        var positionEnds = new int[_terms.Count];
        _positions.Clear();
        for (int place = 0, next = 0; place < _terms.Count; place++)
        {
            _positions.Varint(ends[place] - next);
            var before = 0;
            for (; next < ends[place]; next++)
            {
                _positions.Varint(sorted[next].Position - before);
                before = sorted[next].Position;
                frequencies[place] += sorted[next].Weight;
            }
            positionEnds[place] = _positions.Length;
        }
        return new(document, new()
        {
            Lexicon = _lexicon,
            Terms = [.. _terms],
            Frequencies = frequencies,
            Positions = _positions.ToArray(),
            PositionEnds = positionEnds,
            Words = [.. _words],
            Length = length,
            Text = PackedText.Of(document.Passages),
        });
    }

    /// <summary>A counting sort: occurrences of one term keep the order of the text.</summary>
    private Occurrence[] SortedByPlace(out int[] ends)
    {
        ends = new int[_terms.Count + 1];
        foreach (var occurrence in _occurrences.AsSpan(0, _count)) ends[occurrence.Place + 1]++;
        for (var place = 1; place < ends.Length; place++) ends[place] += ends[place - 1];
        var sorted = new Occurrence[_count];
        foreach (var occurrence in _occurrences.AsSpan(0, _count)) sorted[ends[occurrence.Place]++] = occurrence;
        return sorted;
    }

    private readonly record struct Occurrence(int Place, int Position, int Weight);
}
