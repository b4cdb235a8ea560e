using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>What each shape takes and what it refuses.</summary>
public sealed class ShapesTests
{
    [Theory]
    [InlineData("one", "one")]
    [InlineData("' one '", "one")]
    [InlineData("42", "42")]
    [InlineData("true", "true")]
    [InlineData("2026-04-25", "2026-04-25")]
    [InlineData("'@ada'", "@ada")]
    [InlineData("{ a: 1 }", "wrong-type")]
    [InlineData("[one]", "wrong-type")]
    public void Text(string yaml, string read) => Assert.Equal(read, Read(Shapes.Text, yaml, v => v));

    [Theory]
    [InlineData("true", "True")]
    [InlineData("yes", "True")]
    [InlineData("false", "False")]
    [InlineData("'no'", "False")]
    [InlineData("1", "unknown-word")]
    [InlineData("[true]", "wrong-type")]
    public void Flag(string yaml, string read) => Assert.Equal(read, Read(Shapes.Flag, yaml, v => v.ToString()));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("182000", "182000")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("1000000000000000", "not-a-number")]
    [InlineData("99999999999999999999999999", "not-a-number")]
    [InlineData("-1", "not-a-number")]
    [InlineData("1.5", "not-a-number")]
    [InlineData("1e3", "not-a-number")]
    [InlineData("0x10", "not-a-number")]
    [InlineData("'1,000'", "not-a-number")]
    [InlineData("1_000", "not-a-number")]
    [InlineData("about 4", "not-a-number")]
    [InlineData("٤", "not-a-number")]
    [InlineData(".inf", "not-a-number")]
    public void Count(string yaml, string read) => Assert.Equal(read, Read(Shapes.Count, yaml, v => $"{v}"));

    [Theory]
    [InlineData("-3", "-3")]
    [InlineData("3", "3")]
    [InlineData("3000000000", "not-a-number")]
    [InlineData("3.0", "not-a-number")]
    public void Integer(string yaml, string read) => Assert.Equal(read, Read(Shapes.Integer, yaml, v => $"{v}"));

    [Theory]
    [InlineData("42", "42")]
    [InlineData("4.5", "4.5")]
    [InlineData("'4,5'", "not-a-number")]
    [InlineData("-1", "not-a-number")]
    [InlineData(".nan", "not-a-number")]
    public void Amount(string yaml, string read) => Assert.Equal(read, Read(Shapes.Amount, yaml, v => $"{v}"));

    [Theory]
    [InlineData("34%", "34")]
    [InlineData("34 %", "34")]
    [InlineData("0.5%", "0.5")]
    [InlineData("140", "140")]
    [InlineData("-4%", "not-a-number")]
    [InlineData("'%'", "not-a-number")]
    [InlineData("a third", "not-a-number")]
    public void Percent(string yaml, string read) => Assert.Equal(read, Read(Shapes.Percent, yaml, v => $"{v}"));

    [Theory]
    [InlineData("2026-04-25", "2026-04-25")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("2026-02-29", "not-a-date")]
    [InlineData("2026-4-25", "not-a-date")]
    [InlineData("25.04.2026", "not-a-date")]
    [InlineData("20202-04-25", "not-a-date")]
    [InlineData("1969-12-31", "not-a-date")]
    [InlineData("0000-00-00", "not-a-date")]
    [InlineData("2026-04-25T00:00:00Z", "not-a-date")]
    [InlineData("２０２６-04-25", "not-a-date")]
    [InlineData("[2026-04-25]", "wrong-type")]
    public void Date(string yaml, string read) => Assert.Equal(read, Read(Shapes.Date, yaml, v => $"{v:yyyy-MM-dd}"));

    [Theory]
    [InlineData("2026-04-25T14:02:00Z", "2026-04-25T14:02:00.0000000+00:00")]
    [InlineData("2026-04-25t14:02:00z", "2026-04-25T14:02:00.0000000+00:00")]
    [InlineData("2026-04-25 14:02 +02:00", "2026-04-25T14:02:00.0000000+02:00")]
    [InlineData("2026-04-25T14:02+05:45", "2026-04-25T14:02:00.0000000+05:45")]
    [InlineData("2026-04-25T14:02:00.123456789-03:30", "2026-04-25T14:02:00.1234567-03:30")]
    [InlineData("2026-04-25T14:02:00", "time-without-offset")]
    [InlineData("2026-04-25", "time-without-offset")]
    [InlineData("2026-04-25T14:02:00+2", "not-a-time")]
    [InlineData("2026-04-25T14:02:00 CEST", "not-a-time")]
    [InlineData("2026-04-25T24:00:00Z", "not-a-time")]
    [InlineData("2026-04-25T14:02:60Z", "not-a-time")]
    [InlineData("2026-04-25T14:02:00+14:30", "not-a-time")]
    [InlineData("2026-02-30T14:02:00Z", "not-a-time")]
    [InlineData("20202-04-25T14:02:00Z", "not-a-time")]
    [InlineData("9999-12-31T23:59:59-12:00", "not-a-time")]
    [InlineData("0001-01-01T00:00:00+01:00", "not-a-time")]
    [InlineData("1745589720", "not-a-time")]
    [InlineData("yesterday", "not-a-time")]
    public void Instant(string yaml, string read) => Assert.Equal(read, Read(Shapes.Instant, yaml, v => $"{v:O}"));

    [Theory]
    [InlineData("https://example.com/a b", "https://example.com/a%20b")]
    [InlineData("' HTTP://Example.com '", "http://example.com/")]
    [InlineData("mailto:ops@example.com", "mailto:ops@example.com")]
    [InlineData("javascript:alert(1)", "unsafe-address")]
    [InlineData("data:text/html,x", "unsafe-address")]
    [InlineData("file:///etc/passwd", "unsafe-address")]
    [InlineData("/etc/passwd", "unsafe-address")]
    [InlineData("//evil.example", "unsafe-address")]
    [InlineData("example.com", "unsafe-address")]
    [InlineData("'https://'", "unsafe-address")]
    public void Address(string yaml, string read) => Assert.Equal(read, Read(Shapes.Address, yaml, v => v.AbsoluteUri));

    [Theory]
    [InlineData("one", "one")]
    [InlineData("[one, two]", "one two")]
    [InlineData("[]", "")]
    [InlineData("[one, ~, '', two]", "one two")]
    [InlineData("[one, [two], three]", "one three wrong-type")]
    [InlineData("{ a: 1 }", " wrong-type")]
    public void A_list_takes_one_value_too_and_leaves_out_what_it_cannot_read(string yaml, string read)
    {
        var problems = new DiagnosticBag();
        var items = Shapes.ListOf(Shapes.Text).Read(Node(yaml), problems)!.Value.Value; // a list is always read
        Assert.Equal(read, $"{string.Join(' ', items.Select(i => i.Value))} {string.Join(' ', problems.Sorted().Codes())}".TrimEnd());
    }

    [Fact]
    public void The_places_of_a_draft_tell_a_key_that_is_absent_from_one_that_is_empty_or_unreadable()
    {
        var problems = new DiagnosticBag();
        var draft = new MapShape<Draft>("a thing", "A thing.")
            .With("day", Shapes.Date, (d, v) => d.Day = v, "A day.")
            .Read(YamlReader.Read("x: 1\nday: never\nempty:\n", "f.yml", 0, problems)!, problems)!; // the text is a map
        Assert.Null(draft.Day);
        Assert.Equal((true, false, false), (draft.Keys.Has("day"), draft.Keys.Has("empty"), draft.Keys.Has("absent")));
        Assert.Equal(("f.yml:2:6", "f.yml:3:1", "f.yml:1:1"), (draft.Keys.PlaceOf("day").ToString(), draft.Keys.PlaceOf("empty").ToString(), draft.Keys.PlaceOf("absent").ToString()));
        Assert.Equal(["1:1 unknown-key", "2:6 not-a-date", "3:1 unknown-key"], problems.Sorted().Places("f.yml"));
    }

    /// <summary>What was read, or the code of why not.</summary>
    private static string Read<T>(Shape<T> shape, string yaml, Func<T, string> show)
    {
        var problems = new DiagnosticBag();
        var value = shape.Read(Node(yaml), problems);
        Assert.Equal(value is null, problems.HasErrors);
        return value is { } read ? show(read.Value) : problems.Sorted().Single().Code;
    }

    private static YamlNode Node(string yaml) => YamlReader.Read($"key: {yaml}", "f.yml", 0, new())!.Find("key")!.Value.Value; // both are in the text

    private sealed class Draft : IDraft
    {
        public DraftKeys Keys { get; set; } = DraftKeys.None;

        public Located<DateOnly>? Day { get; set; }
    }
}
