using Archive.Search.Analysis;
using Xunit;

namespace Archive.Tests.Search.Analysis;

public sealed class TokenReaderTests
{
    [Theory]
    [InlineData("The pods were crashing", "the pod were crash")]
    [InlineData("can't open the user's file", "can't open the user file")]
    [InlineData("Café naïve straße ﬁle ＡＢＣ Łódź", "cafe naiv strass file abc lodz")]
    [InlineData("long-running jobs", "long-running long run job")]
    [InlineData("TCP/IP", "tcp/ip tcp ip")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("東京タワー", "東京 京タ タワ ワー")]
    [InlineData("京", "京")]
    [InlineData("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af")]
    [InlineData("😀 👩\u200d💻", "")]
    public void Prose_gives_these_terms(string text, string terms) => Assert.Equal(terms, Terms(text, TextKind.Prose));

    [Theory]
    [InlineData("java.lang.OutOfMemoryError", "java.lang.outofmemoryerror java lang outofmemoryerror out of memory error")]
    [InlineData("ORA-00060", "ora-00060 ora 00060")]
    [InlineData("ECONNRESET", "econnreset")]
    [InlineData("x509", "x509")]
    [InlineData("10.0.3.4:5432", "10.0.3.4:5432 10.0.3.4 10 0 3 4 5432")]
    [InlineData("--max-old-space-size", "--max-old-space-size max-old-space-size max old space size")]
    [InlineData("-Xmx512m", "-xmx512m xmx512m")]
    [InlineData("C++ C# F#", "c++ c c# c f# f")]
    [InlineData("php:", "php")]
    [InlineData("INC-031", "inc-031 inc 031")]
    [InlineData("snake_case", "snake_case snake case")]
    [InlineData("kebab-cases", "kebab-cases kebab cases")]
    [InlineData("/var/log/app.log", "var/log/app.log var log app.log app log")]
    [InlineData("HTTPServer APIs VMs Http2Server", "httpserver http server api vms http2server http2 server")]
    [InlineData("std::vector", "std::vector std vector")]
    [InlineData("1,234", "1,234 1 234")]
    public void Code_gives_names_whole_and_in_parts(string text, string terms) => Assert.Equal(terms, Terms(text, TextKind.Code));

    [Theory]
    [InlineData("the THE The", TokenKind.StopWord)]
    [InlineData("no not down out off", TokenKind.Word)]
    [InlineData("because you your where", TokenKind.StopWord)]
    [InlineData("thee becauses wherever a1", TokenKind.Word)]
    public void Stop_words_are_told_from_others(string text, TokenKind kind)
    {
        var tokens = new TokenReader(text, TextKind.Prose);
        while (tokens.MoveNext()) Assert.Equal(tokens.Word is "a1" ? TokenKind.Part : kind, tokens.Kind);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void A_word_is_cut_where_it_is_longer_than_64_letters(int length)
    {
        var tokens = new TokenReader(new string('x', length), TextKind.Prose);
        Assert.True(tokens.MoveNext());
        Assert.Equal(new string('x', 64), tokens.Word.ToString());
        Assert.Equal(length, tokens.Length);
        Assert.False(tokens.MoveNext());
    }

    /// <summary>Plain words have a way of their own; beside a word that has none they must come out the same.</summary>
    [Theory]
    [InlineData("Pods crash")]
    [InlineData("a+b c# d")]
    [InlineData("end. Next, word; (last)")]
    [InlineData("can't won't 'quoted' o'clock")]
    [InlineData("word- -word wo-rd x_y")]
    [InlineData("fiveletters sixteenletterss abcdefgh abcdefghi")]
    public void Plain_words_do_not_depend_on_what_follows(string text) =>
        Assert.Equal(Terms(text, TextKind.Prose), Terms($"{text} é", TextKind.Prose)[..^2]);

    [Fact]
    public void A_name_has_the_position_of_its_first_part()
    {
        var found = new List<(string, int)>();
        var tokens = new TokenReader("see foo.BarBaz now", TextKind.Code);
        while (tokens.MoveNext()) found.Add((tokens.Word.ToString(), tokens.Position));

        Assert.Equal([("see", 0), ("foo.barbaz", 1), ("foo", 1), ("barbaz", 2), ("bar", 2), ("baz", 3), ("now", 4)], found);
    }

    [Fact]
    public void A_token_knows_where_it_stands_in_the_text()
    {
        var text = "ﬁnd «Straße» in java.lang.Error!";
        var places = new List<string>();
        var tokens = new TokenReader(text, TextKind.Prose);
        while (tokens.MoveNext()) places.Add(text.Substring(tokens.Start, tokens.Length));

        Assert.Equal(["ﬁnd", "Straße", "in", "java.lang.Error", "java", "lang", "Error"], places);
    }

    [Fact]
    public void A_word_of_ten_thousand_characters_is_cut()
    {
        var tokens = new TokenReader(new string('x', 10_000), TextKind.Code);

        Assert.True(tokens.MoveNext());
        Assert.Equal((TokenReader.MaxLength, 10_000), (tokens.Word.Length, tokens.Length));
        Assert.False(tokens.MoveNext());
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("The java.lang.OutOfMemoryError hit Café 東京 at 10.0.3.4:5432 --again. ", 100));
        Count(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Count(text);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", " and then what follows it")]
    [InlineData("what came before it: ", "")]
    [InlineData("x ", ".")]
    [InlineData("x ", " – š\u8061")]
    public void A_word_is_the_same_in_every_length_and_place(string before, string after)
    {
        for (var length = 1; length <= TokenReader.MaxLength; length++)
        {
            var word = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i * 7 % 26)));
            Assert.Contains(word, Words($"{before}{word}{after}"));
            Assert.Contains(word, Words($"{before}{char.ToUpperInvariant(word[0])}{word[1..]}{after}"));
            Assert.Contains(word, Words($"{before}{word.ToUpperInvariant()}{after}"));
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var tokens = new TokenReader(text, TextKind.Prose);
        while (tokens.MoveNext()) words.Add(tokens.Word.ToString());
        return words;
    }

    private static int Count(string text)
    {
        var count = 0;
        var tokens = new TokenReader(text, TextKind.Prose);
        while (tokens.MoveNext()) count += tokens.Term.Length;
        return count;
    }

    private static string Terms(string text, TextKind kind)
    {
        var terms = new List<string>();
        var tokens = new TokenReader(text, kind);
        while (tokens.MoveNext()) terms.Add(tokens.Term.ToString());
        return string.Join(' ', terms);
    }
}
