using Archive.Search;
using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Querying;

public sealed class SearchTests
{
    private static readonly SearchIndex Three = Index(
        Document("INC-001", "Disk full on the primary", "The database stopped since no space was left.").With("checkout", "sev2", 28_000_000, 30),
        Document("INC-002", "Certificate expired", "Clients saw x509 errors. The certificate had not been renewed.").With("edge", "sev1", 28_100_000, 600),
        Document("INC-003", "Memory leak", "The pods were evicted; the disk was fine.", new Passage(SearchField.Code, "java.lang.OutOfMemoryError: Java heap space", "log"))
            .With("checkout", "sev3", 28_200_000));

    [Fact]
    public void A_word_of_the_title_counts_more_than_one_of_the_body() => Assert.Equal(["INC-001", "INC-003"], Three.Ids("disk"));

    [Fact]
    public void A_word_is_found_in_its_other_forms() => Assert.Equal(["INC-002"], Three.Ids("certificates renewing"));

    [Theory]
    [InlineData("OutOfMemoryError")]
    [InlineData("java.lang.OutOfMemoryError")]
    public void An_identifier_is_found_whole_and_in_part(string text) => Assert.Equal("INC-003", Three.Ids(text)[0]);

    [Fact]
    public void A_phrase_needs_its_words_in_their_order()
    {
        Assert.Equal(["INC-001"], Three.Ids("\"space was left\""));
        Assert.Empty(Three.Ids("\"left was space\""));
    }

    [Fact]
    public void A_phrase_does_not_reach_over_two_passages() => Assert.Empty(Three.Ids("\"primary the database\""));

    [Fact]
    public void The_word_being_typed_stands_for_all_it_begins()
    {
        Assert.Empty(Three.Search(new() { Text = "primar", IsCorrecting = false }).Hits);
        Assert.Equal("INC-001", Three.Search(new() { Text = "primar", IsTyping = true }).Hits.Single().Id);
    }

    [Fact]
    public void A_word_that_no_document_has_is_corrected_and_the_answer_says_so()
    {
        var index = Index(Document("1", "Prometheus down"), Document("2", "Prometheus slow"), Document("3", "Grafana"));
        var answer = index.Search(new() { Text = "promethues" });
        Assert.Equal(2, answer.Total);
        Assert.Equal(new("prometheus", "promethues"), answer.Showing);
    }

    [Fact]
    public void Of_two_corrections_the_one_that_stands_with_the_other_words_is_taken()
    {
        var index = Index(
            Document("1", "Berth lost"), Document("2", "Berth found"), Document("3", "Berth moved"), Document("4", "Berth closed in fog"),
            Document("5", "Fog at night"), Document("6", "Fog, tide and a bertha"));

        Assert.Equal("bertha", index.Search(new() { Text = "berthx fog tide" }).Showing?.Text.Split(' ')[0]);
        Assert.Equal("berth", index.Search(new() { Text = "berthx" }).Showing?.Text);
    }

    [Fact]
    public void A_word_of_one_document_corrects_where_documents_are_few() =>
        Assert.Equal("INC-002", Three.Search(new() { Text = "certifcate renewd" }).Hits[0].Id);

    [Fact]
    public void Nothing_is_corrected_where_that_is_not_wanted()
    {
        var index = Index(Document("1", "Prometheus down"), Document("2", "Prometheus slow"));
        Assert.Equal(0, index.Search(new() { Text = "promethues", IsCorrecting = false }).Total);
    }

    [Fact]
    public void Its_own_id_is_above_all()
    {
        var index = Index(Document("INC-007", "Nothing to see"), Document("INC-008", "INC-007 again", "INC-007 INC-007"));
        Assert.Equal("INC-007", index.Ids("inc-007")[0]);
    }

    [Fact]
    public void The_same_line_with_other_values_is_above_all()
    {
        var index = Index(
            Document("1", "Connection to host timed out, timed out, connection, connection", "connection to host timed out after"),
            Document("2", "Other", "", new Passage(SearchField.Code, "ERROR connection to host 10.0.3.4:5432 timed out after 30s", null)));
        Assert.Equal("2", index.Ids("ERROR connection to host 10.9.9.9:5432 timed out after 45s")[0]);
    }

    [Fact]
    public void Among_documents_with_the_same_line_the_one_that_names_the_same_thing_is_first()
    {
        var index = Index(
            Document("1", "Tables", "orders orders orders orders", new Passage(SearchField.Code, "relation \"users\" does not exist", null)),
            Document("2", "Nothing", more: new Passage(SearchField.Code, "relation \"orders\" does not exist", null)));

        Assert.Equal(["2", "1"], index.Ids("ERROR: relation \"orders\" does not exist"));
    }

    [Fact]
    public void Among_documents_with_the_same_line_the_one_with_its_values_is_first()
    {
        var index = Index(
            Document("1", "Timeout waiting for a connection", "Connection timeout waiting. Connection timeout waiting.", new Passage(SearchField.Code, "timeout after 3012 ms waiting for connection to port 5432", null)),
            Document("2", "Slow", "Nobody knew.", new Passage(SearchField.Code, "timeout after 17 ms waiting for connection to port 8080", null)));

        Assert.Equal(["2", "1"], index.Ids("timeout after 17 ms waiting for connection to port 8080"));
    }

    [Fact]
    public void A_phrase_finds_no_line_with_other_values()
    {
        var index = Index(Document("1", "Slow", more: new Passage(SearchField.Code, "timeout after 3012 ms waiting", null)));

        Assert.Equal(["1"], index.Ids("\"timeout after 3012 ms waiting\""));
        Assert.Empty(index.Ids("\"timeout after 17 ms waiting\""));
    }

    [Fact]
    public void Of_a_few_words_a_document_with_all_of_them_is_above_one_that_has_some_often()
    {
        var index = Index(
            Document("1", "Queue berth queue berth", "The queue of the berth: queue, berth, queue, berth."),
            Document("2", "Fog", "A queue at one berth waited for the tide."),
            Document("3", "Queue"), Document("4", "Berth"), Document("5", "Queue berth"), Document("6", "Tide"), Document("7", "Tide"), Document("8", "Tide"));

        Assert.Equal("2", index.Ids("queue berth tide")[0]);
    }

    [Fact]
    public void An_empty_query_finds_all_the_most_severe_first() => Assert.Equal(["INC-002", "INC-001", "INC-003"], Three.Ids(""));

    [Theory]
    [InlineData(SearchSort.Newest, "INC-003")]
    [InlineData(SearchSort.Severity, "INC-002")]
    [InlineData(SearchSort.Longest, "INC-002")]
    public void Found_documents_are_sorted(SearchSort sort, string first) => Assert.Equal(first, Three.Search(new() { Text = "", Sort = sort }).Hits[0].Id);

    [Fact]
    public void Ties_go_to_the_more_severe_then_to_the_more_recent()
    {
        var index = Index(Document("a", "Same words").With("x", "sev2", 1), Document("b", "Same words").With("x", "sev1", 0), Document("c", "Same words").With("x", "sev2", 2));
        Assert.Equal(["b", "c", "a"], index.Ids("same"));
    }

    [Fact]
    public void The_parts_of_an_explanation_add_up_to_the_score()
    {
        var index = Index(Random(60));
        var answer = index.Search(new() { Text = "disk memory leak", IsExplaining = true });
        Assert.All(answer.Hits, hit => Assert.Equal(hit.Score, hit.Explanation.Sum(p => p.Score)));
        Assert.Contains(answer.Hits[0].Explanation, part => part.What == "disk");
    }

    [Fact]
    public void A_snippet_marks_the_words_and_names_the_heading()
    {
        var answer = Three.Search(new() { Text = "heap spaces" });
        var snippet = Three.Snippet(answer.Hits[0], answer);
        Assert.Equal("log", snippet.Anchor);
        Assert.Equal(["heap", "space"], snippet.Parts.Where(p => p.IsMatch).Select(p => p.Text));
        Assert.Equal("java.lang.OutOfMemoryError: Java heap space", string.Concat(snippet.Parts.Select(p => p.Text)));
    }

    [Fact]
    public void Similar_documents_share_telling_words_and_are_not_the_document_itself()
    {
        var index = Index(Document("1", "Redis snapshot failed"), Document("2", "Redis snapshot failed again"), Document("3", "Grafana down"), Document("4", "Quota"));
        Assert.Equal(["2"], index.Similar("1", 5).Select(h => h.Id));
        Assert.Empty(index.Similar("none", 5));
    }

    [Fact]
    public void A_page_of_results_begins_at_its_offset()
    {
        var index = Index(Random(60));
        var all = index.Search(new() { Text = "disk", Limit = 100 });
        var page = index.Search(new() { Text = "disk", Offset = 3, Limit = 2 });
        Assert.Equal(all.Hits.Skip(3).Take(2).Select(h => h.Id), page.Hits.Select(h => h.Id));
        Assert.Equal(all.Total, page.Total);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(29)]
    [InlineData(30)]
    public void A_word_of_few_or_most_documents_is_found_in_those_that_have_it(int having)
    {
        var index = Index(Enumerable.Range(0, 30).Select(i => Document($"INC-{i:00}", "Title", i * 7 % 30 < having ? "kestrel kestrel" : "heron")));
        Assert.Equal(Enumerable.Range(0, 30).Where(i => i * 7 % 30 < having).Select(i => $"INC-{i:00}"), index.Ids("+kestrel").Order(StringComparer.Ordinal));
    }
}
