using System.Collections.Immutable;
using Archive.Search.Querying;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Search.Querying;

public sealed class SearchQueryTests
{
    private static readonly ImmutableArray<QueryField> Fields =
    [
        new(["title"], QueryFieldKind.Text, []),
        new(["error"], QueryFieldKind.Text, []),
        new(["service"], QueryFieldKind.Facet, ["checkout", "payments", "two words"]),
        new(["severity", "sev"], QueryFieldKind.OrderedFacet, ["sev1", "sev2", "sev3"]),
        new(["started"], QueryFieldKind.Date, []),
        new(["duration"], QueryFieldKind.Duration, []),
    ];

    [Theory]
    [InlineData("disk full", "disk full")]
    [InlineData("\"no space left\"~2 word* wrod~ wrod~1", "\"no space left\"~2 word* wrod~ wrod~1")]
    [InlineData("a AND b OR c", "+a +b c")]
    [InlineData("a && (b || c) NOT d", "+a +(b c) -d")]
    [InlineData("title:foo title:(a \"b c\")", "title:foo (title:a title:\"b c\")")]
    [InlineData("SERVICE:Checkout disk", "service:checkout disk")]
    [InlineData("service:\"two words\" OR service:pay*", "service:\"two words\" OR service:pay*")]
    [InlineData("sev:>=sev2", "severity:>=sev2")]
    [InlineData("started:[ 2026-01  TO 2026-03 ]", "started:[2026-01 TO 2026-03]")]
    [InlineData("exit code -1", "exit code \\-1")]
    [InlineData("C++ 10.0.3.4:5432", "C++ 10.0.3.4:5432")]
    public void Syntax_is_understood(string text, string printed)
    {
        var query = SearchQuery.Parse(text, Fields);

        Assert.Equal((printed, false), (query.ToString(), query.IsLiteral));
    }

    [Theory]
    [InlineData("service:chekout disk", "service:chekout")]
    [InlineData("+disk (SERVICE:chekout OR full) -sev:sev9", "SERVICE:chekout", "sev:sev9")]
    [InlineData("started:yesterday", "started:yesterday")]
    [InlineData("service:checkout sev:>=sev2 started:2026 title:none")]
    [InlineData("servic:checkout service disk:service:x")]
    [InlineData("service:\"three words\" {broken")]
    public void A_filter_that_no_document_has_is_named(string text, params string[] stray) =>
        Assert.Equal(stray, SearchQuery.Parse(text, Fields).StrayFilters(Fields));

    [Theory]
    [InlineData("x509: certificate has expired or is not yet valid")]
    [InlineData("docker run -it --rm -v $PWD:/x")]
    [InlineData("error: connection refused (os error 111)")]
    [InlineData("java.lang.OutOfMemoryError: Java heap space")]
    [InlineData("{\"status\": 500, \"error\": \"timeout\"}")]
    [InlineData("https://example.test/a?b=c&d=[1]")]
    [InlineData("SELECT * FROM t WHERE a = 1 AND NOT b")]
    [InlineData("-foo")]
    [InlineData("NOT")]
    [InlineData("a (b")]
    [InlineData("\"unclosed")]
    [InlineData("C:\\temp\\x")]
    public void What_looks_pasted_is_text(string text)
    {
        var query = SearchQuery.Parse(text, Fields);

        Assert.True(query.IsLiteral);
        Assert.Equal(text.Split(' '), query.Root.Clauses.Select(clause => Assert.IsType<WordQuery>(clause.Node).Text));
        Assert.All(query.Root.Clauses, clause => Assert.Equal(Occurrence.Should, clause.Occurrence));
    }

    [Theory]
    [InlineData("service:nowhere")]
    [InlineData("kind:Pod")]
    [InlineData("started:yesterday")]
    [InlineData("started:2026-02-30")]
    [InlineData("duration:long")]
    [InlineData("severity:sev9")]
    public void An_unknown_field_or_value_is_text(string text)
    {
        var clause = Assert.Single(SearchQuery.Parse(text, Fields).Root.Clauses);

        Assert.Equal(new WordQuery(null, text), clause.Node);
    }

    [Theory]
    [InlineData("started:1970", 0, (365 * 1440) - 1)]
    [InlineData("started:1970-01-02", 1440, 2879)]
    [InlineData("started:1970-Q2", 90 * 1440, (181 * 1440) - 1)]
    [InlineData("started:>1970-01-01T00:05", 6, QueryRanges.MaxValue)]
    [InlineData("started:{1970-01-01 TO 1970-01-03}", 1440, 2879)]
    [InlineData("duration:<=1h30m", -QueryRanges.MaxValue, 90)]
    [InlineData("duration:2d", 2880, 2880)]
    [InlineData("severity:>=sev2", 0, 1)]
    [InlineData("severity:<sev2", 2, 2)]
    [InlineData("severity:>sev1", 0, -1)]
    [InlineData("severity:[sev1 TO sev2]", 0, 1)]
    [InlineData("severity:[sev2 TO *]", 0, 1)]
    [InlineData("severity:[* TO sev2}", 2, 2)]
    public void A_range_has_these_bounds(string text, long low, long high)
    {
        var range = Assert.IsType<RangeQuery>(Assert.Single(SearchQuery.Parse(text, Fields).Root.Clauses).Node);

        Assert.Equal((low, high), (range.Low, range.High));
    }

    [Fact]
    public void A_pasted_trace_is_reduced_to_what_identifies_it()
    {
        var query = SearchQuery.Parse(
            """
            2026-03-04T10:30:00Z INFO [main] starting request 4711
            2026-03-04T10:30:01Z ERROR Connection to 10.0.3.4:5432 refused after 3012ms
                at com.acme.Checkout.charge(PaymentService.java:214)
            Caused by: java.net.ConnectException: Connection refused
            """,
            Fields);

        Assert.Equal("connection to # refused after", query.Fingerprints[0]);
        Assert.Equal(
            ["com.acme.checkout.charge", "java.net.connectexception", "starting", "request", "connection", "refused", "after", "caused"],
            query.Root.Clauses.Select(clause => ((WordQuery)clause.Node).Text).Where(word => word is not ("main" or "info" or "error")));
    }

    [Fact]
    public void Any_text_is_a_query_that_survives_printing_and_parsing()
    {
        var scraps = Gen.Elements(
            "a", "foo", "AND", "OR", "NOT", "(", ")", "\"", "\"a b\"", "~2", "*", "~", "+", "-", "--x", "\\", "\\(", ":", "title:", "service:", "checkout", "severity:>=sev2",
            "started:[2026 TO *]", "duration:1h", "12", "[", "}", "\n", "\t", "\ud800", "é", "'", "=", "&&", "||");
        var texts = scraps.Zip(Gen.Elements("", " ", "  "), (scrap, space) => scrap + space).ArrayOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), Survives).Check(Fixed);
        Prop.ForAll<string>(text => Survives(text ?? "")).Check(Fixed);
    }

    private static Config Fixed => Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2026, 3);

    private static bool Survives(string text)
    {
        var query = SearchQuery.Parse(text, Fields);
        return SearchQuery.Parse(query.ToString(), Fields).Root.Equals(query.Root);
    }

    [Fact]
    public void A_query_of_a_hundred_kilobytes_is_small()
    {
        var query = SearchQuery.Parse(string.Concat(Enumerable.Range(0, 2500).Select(i => $"line {i} of java.lang.Error{(char)('a' + (i % 26))} and foo\n")), Fields);

        Assert.InRange(query.Root.Clauses.Length, 1, 18);
        Assert.InRange(query.Fingerprints.Length, 1, 8);
    }
}
