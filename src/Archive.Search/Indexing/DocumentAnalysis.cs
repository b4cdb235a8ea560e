using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>Analyses one document after the other. Has state because it keeps its lexicon and its arrays between documents.</summary>
internal sealed class DocumentAnalysis
{
    /// <summary>So many positions lie between two passages that no phrase reaches over.</summary>
    private const int PassageGap = 16;

    /// <summary>Of an identifier, whose parts have positions, and of terms that are no words.</summary>
    private const int NoPosition = -1;

    private readonly Lexicon _lexicon = new();
    private Occurrence[] _occurrences = new Occurrence[4096];
    private int _count;

    /// <summary>By number in the lexicon.</summary>
    private Seen[] _seen = [];
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
        Occur(_lexicon.Of(TermSpace.OfId(document.Id)), NoPosition, 1);
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
        if (passage.Field is SearchField.Code or SearchField.Signature) ReadLines(passage.Text, weight);
        var tokens = new TokenReader(passage.Text, KindOf(passage.Field));
        var (first, last, words) = (position, position, 0);
        while (tokens.MoveNext())
        {
            var word = _lexicon.Of(tokens.Word);
            var term = tokens.Kind is TokenKind.Word or TokenKind.StopWord ? Stem(word, ref tokens) : word;
            last = first + tokens.Position;
            var place = tokens.Kind == TokenKind.Identifier ? NoPosition : last;
            Occur(term, place, weight);
            if (scope != default) Occur(_lexicon.Of([scope, .. _lexicon[term]]), place, weight);
            if (tokens.Kind is TokenKind.Word or TokenKind.Part) words++;
            if (tokens.Kind != TokenKind.StopWord && _lexicon.IsPlainWord(word)) SeeWord(word);
        }
        position = last + 1;
        return words * weight;
    }

    public static TextKind KindOf(SearchField field) => field is SearchField.Code or SearchField.Signature ? TextKind.Code : TextKind.Prose;

    private void ReadLines(string text, int weight)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Fingerprint.Of(line) is { } fingerprint) Occur(_lexicon.Of(TermSpace.OfFingerprint(fingerprint)), NoPosition, weight);
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
        ref var seen = ref SeenOf(word);
        if (seen.AsWordIn == _document) return;
        seen.AsWordIn = _document;
        _words.Add(word);
    }

    private void Occur(int term, int position, int weight)
    {
        ref var seen = ref SeenOf(term);
        if (seen.AsTermIn != _document)
        {
            seen.AsTermIn = _document;
            seen.Place = _terms.Count;
            _terms.Add(term);
        }
        if (_count == _occurrences.Length) Array.Resize(ref _occurrences, _count * 2);
        _occurrences[_count++] = new(seen.Place, position, weight);
    }

    private ref Seen SeenOf(int number)
    {
        if (number >= _seen.Length) Array.Resize(ref _seen, _lexicon.Count * 2);
        return ref _seen[number];
    }

    private AnalyzedDocument Collected(SearchDocument document, int length)
    {
        var sorted = SortedByPlace(out var ends);
        var frequencies = new int[_terms.Count];
        var positionEnds = new int[_terms.Count];
        _positions.Clear();
        for (int place = 0, next = 0; place < _terms.Count; place++)
        {
            frequencies[place] = WritePositions(sorted.AsSpan(next, ends[place] - next));
            next = ends[place];
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

    /// <summary>0 for no position; else, and one more for the first, twice the position or the difference to the last one, and 1 where more follow.</summary>
    /// <returns>The weighted frequency.</returns>
    private int WritePositions(ReadOnlySpan<Occurrence> occurrences)
    {
        var (frequency, before, last) = (0, 0, NoPosition);
        var first = 1;
        foreach (var occurrence in occurrences)
        {
            frequency += occurrence.Weight;
            if (occurrence.Position == NoPosition) continue;
            if (last != NoPosition)
            {
                _positions.Varint(first + 2L * (last - before) + 1);
                (before, first) = (last, 0);
            }
            last = occurrence.Position;
        }
        _positions.Varint(last == NoPosition ? 0 : first + 2L * (last - before));
        return frequency;
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

    private struct Seen
    {
        /// <summary>The last document that had it.</summary>
        public int AsTermIn;

        /// <summary>Among the terms of that document.</summary>
        public int Place;

        /// <summary>The last document that had it as a plain word.</summary>
        public int AsWordIn;
    }

    private readonly record struct Occurrence(int Place, int Position, int Weight);
}
