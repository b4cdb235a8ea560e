using System.Collections.Immutable;
using Archive.Search.Analysis;

namespace Archive.Search.Querying;

/// <summary>One token of a query's text, and the terms it is looked up by.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Terms">Its stem, and itself: what stands in code is not stemmed.</param>
/// <param name="Position">In its text.</param>
internal sealed record QueryToken(string Word, ImmutableArray<string> Terms, int Position, TokenKind Kind)
{
    public static ImmutableArray<QueryToken> Of(string text)
    {
        var found = ImmutableArray.CreateBuilder<QueryToken>();
        var tokens = new TokenReader(text, TextKind.Prose);
        while (tokens.MoveNext())
        {
            var word = tokens.Word.ToString();
            var stem = tokens.Kind == TokenKind.Identifier ? word : Stem(word);
            found.Add(new(word, stem == word ? [word] : [stem, word], tokens.Position, tokens.Kind));
        }
        return found.ToImmutable();
    }

    public static string Stem(string word)
    {
        Span<char> letters = stackalloc char[word.Length];
        word.CopyTo(letters);
        return letters[..Porter2.Stem(letters)].ToString();
    }
}
