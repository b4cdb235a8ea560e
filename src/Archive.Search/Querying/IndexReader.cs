using System.Collections.Immutable;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>What lies in the files of an index, by what it means. Keeps what it has opened.</summary>
internal sealed class IndexReader
{
    private readonly IndexSource _source;
    private readonly Dictionary<int, ShardReader> _shards = [];
    private readonly Dictionary<int, ImmutableArray<Card>> _cards = [];
    private readonly Dictionary<int, FacetColumn> _facets = [];
    private readonly Dictionary<int, long?[]> _numbers = [];
    private readonly Dictionary<string, ImmutableArray<CountedWord>> _words = new(StringComparer.Ordinal);
    private PlaceReader? _places;

    private ImmutableArray<Quarter>? _quarters;
    private long[]? _ties;
    private double[]? _norms;

    public IndexReader(IndexSource source)
    {
        _source = source;
        Manifest = source.ReadManifest();
        var schema = Manifest.Schema;
        Manifest = Manifest with { Schema = schema with { Facets = [.. schema.Facets.Select((f, i) => f.Values.IsDefault ? f with { Values = Facet(i).Labels } : f)] } };
    }

    /// <summary>With the values of all facets.</summary>
    public Manifest Manifest { get; }

    public int Documents => Manifest.Documents;

    public TermPostings? Find(ReadOnlySpan<byte> term)
    {
        if (Manifest.Shards.IsEmpty) return null;
        var shard = ShardAt(ShardOf(term));
        var index = shard.FirstFrom(term);
        return index < shard.Count && shard.TermAt(index).SequenceEqual(term) ? shard.PostingsAt(index, Norms) : null;
    }

    /// <summary>Terms that begin so, in their order; no more than these numbers allow.</summary>
    public List<TermPostings> StartingWith(ReadOnlySpan<byte> prefix, int mostShards, int mostTerms)
    {
        var found = new List<TermPostings>();
        if (Manifest.Shards.IsEmpty) return found;
        var first = ShardOf(prefix);
        for (var number = first; number < Manifest.Shards.Length && number < first + mostShards; number++)
        {
            var shard = ShardAt(number);
            for (var index = shard.FirstFrom(prefix); index < shard.Count; index++)
            {
                if (found.Count == mostTerms || !shard.TermAt(index).StartsWith(prefix)) return found;
                found.Add(shard.PostingsAt(index, Norms));
            }
        }
        return found;
    }

    /// <summary>For each document of the postings the positions of the term.</summary>
    public int[][] PlacesOf(TermPostings postings)
    {
        _places ??= new PlaceReader(_source, Manifest.PositionDirectory);
        return _places.Read(postings);
    }

    /// <summary>By document the place of its first value of the facet that decides between equals; without one after all others.</summary>
    public long[] Ties => _ties ??= ReadTies(_source.Opened(IndexFormat.Ties, Manifest.Ties));

    public ImmutableArray<Quarter> Quarters => _quarters ??= [.. Quarter.Read(_source.Opened(IndexFormat.Quarters, Manifest.Quarters)[1..])];

    public Card CardOf(int document)
    {
        var file = document / IndexFormat.CardsInFile;
        if (!_cards.TryGetValue(file, out var cards))
        {
            cards = Card.ReadAll(_source.Opened(IndexFormat.Cards, Manifest.Cards[file / IndexFormat.CardsInGroup], file % IndexFormat.CardsInGroup), Manifest.Schema);
            _cards.Add(file, cards);
        }
        var place = document % IndexFormat.CardsInFile;
        return place < cards.Length ? cards[place] : throw ByteCursor.Broken();
    }

    public ImmutableArray<Passage> TextOf(int document)
    {
        var card = CardOf(document);
        var file = _source.Plain(IndexFormat.Texts, card.TextFile);
        if (card.TextStart + card.TextLength > file.Length) throw ByteCursor.Broken();
        return PackedText.Open(file.Slice(card.TextStart, card.TextLength));
    }

    /// <param name="facet">The place in the schema.</param>
    public FacetColumn Facet(int facet)
    {
        if (!_facets.TryGetValue(facet, out var column))
        {
            column = FacetColumn.Read(_source.Opened(IndexFormat.Column, Manifest.Columns[facet]), Documents, Manifest.Schema.Facets[facet].Values);
            _facets.Add(facet, column);
        }
        return column;
    }

    /// <summary>By document; null where it has none.</summary>
    /// <param name="number">The place in the schema.</param>
    public long?[] Number(int number)
    {
        if (!_numbers.TryGetValue(number, out var column))
        {
            column = ReadNumbers(_source.Opened(IndexFormat.Column, Manifest.Columns[Manifest.Schema.Facets.Length + number]));
            _numbers.Add(number, column);
        }
        return column;
    }

    /// <summary>Words that begin with a letter, with the number of documents; sorted by their bytes.</summary>
    /// <param name="letter">As <see cref="IndexFormat.WordFileOf"/> names it.</param>
    public ImmutableArray<CountedWord> Words(string letter)
    {
        if (!_words.TryGetValue(letter, out var words))
        {
            words = Manifest.Words.TryGetValue(letter, out var check) ? CountedWord.ReadAll(_source.Opened(IndexFormat.Words, check)) : [];
            _words.Add(letter, words);
        }
        return words;
    }

    /// <summary>By document: see <see cref="FieldWeights.Norm"/>.</summary>
    private double[] Norms => _norms ??= ReadNorms(_source.Opened(IndexFormat.Lengths, Manifest.Lengths));

    private ShardReader ShardAt(int number)
    {
        if (!_shards.TryGetValue(number, out var shard))
        {
            shard = new(number, _source.Opened(IndexFormat.Terms, Manifest.Shards[number]), Documents);
            _shards.Add(number, shard);
        }
        return shard;
    }

    /// <summary>The last shard whose separator is not above the term.</summary>
    private int ShardOf(ReadOnlySpan<byte> term)
    {
        var (low, high) = (1, Manifest.Separators.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Manifest.Separators[middle].AsSpan().SequenceCompareTo(term) <= 0) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private long?[] ReadNumbers(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var numbers = new long?[Documents];
        var before = 0L;
        for (var document = 0; document < numbers.Length; document++)
        {
            var coded = cursor.Varint();
            if (coded == 0) continue;
            before += (coded - 1) % 2 == 0 ? (coded - 1) / 2 : -coded / 2;
            numbers[document] = before;
        }
        return cursor.IsAtEnd ? numbers : throw ByteCursor.Broken();
    }

    private long[] ReadTies(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var ties = new long[Documents];
        for (var document = 0; document < ties.Length; document++) ties[document] = cursor.Varint();
        return cursor.IsAtEnd ? ties : throw ByteCursor.Broken();
    }

    private double[] ReadNorms(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var least = cursor.Int();
        var norms = new double[Documents];
        for (var document = 0; document < norms.Length; document++) norms[document] = FieldWeights.Norm(checked(least + cursor.Int()), Manifest.AverageLength);
        return cursor.IsAtEnd ? norms : throw ByteCursor.Broken();
    }
}
