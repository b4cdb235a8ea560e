using System.Collections.Immutable;
using System.Text;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>A word that may correct another.</summary>
internal readonly record struct CountedWord(string Word, int Documents)
{
    public static ImmutableArray<CountedWord> ReadAll(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var words = ImmutableArray.CreateBuilder<CountedWord>();
        byte[] word = [];
        for (var left = cursor.Int(); left > 0; left--)
        {
            word = FrontCoding.Read(ref cursor, word);
            words.Add(new(Encoding.UTF8.GetString(word), cursor.Int()));
        }
        return cursor.IsAtEnd ? words.ToImmutable() : throw ByteCursor.Broken();
    }
}
