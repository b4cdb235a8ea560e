using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Searching;
using Archive.Search;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Pages.Searching;

/// <summary>What of a postmortem can be found, and where a hit leads.</summary>
public sealed class PostmortemDocumentTests
{
    private static readonly Postmortem Postmortem = SoundArchive.Whole
        .WithKeys("error_signatures:\n  - \"FATAL: sorry, too many clients already\"\ntrigger_paths: [src/pool/**]\ndetected_by: customer\n")
        .WithSection("## Impact\n\n400 customers waited.\n\n### In figures\n\nNine seconds each.\n\n```\npool: 0 of 40 free\n```\n")
        .ReadIncident();

    private static readonly SearchDocument Document = PostmortemDocument.Of(Postmortem, Presets.Sre, new());

    [Fact]
    public void A_brief_document_is_title_labels_and_summary()
    {
        var brief = PostmortemDocument.Brief(Postmortem with { Summary = "Sign-in took a minute." }, Presets.Sre);
        Assert.Equal([SearchField.Title, SearchField.Label, SearchField.Summary], brief.Passages.Select(p => p.Field));
        Assert.Equal("Sign-in took a minute.", brief.Passages[^1].Text);
    }

    [Fact]
    public void It_is_known_by_its_id_and_the_address_of_its_page() =>
        Assert.Equal(("INC-042", "/postmortems/inc-042/", "Sign-in took nine seconds for an hour"), (Document.Id, Document.Url, Document.Title));

    [Theory]
    [InlineData(SearchField.Title, "Sign-in took nine seconds for an hour", null)]
    [InlineData(SearchField.Signature, "FATAL: sorry, too many clients already", "error-signatures")]
    [InlineData(SearchField.Heading, "Root cause analysis", "root-cause-analysis")]
    [InlineData(SearchField.Heading, "In figures", "in-figures")]
    [InlineData(SearchField.Body, "400 customers waited.", "impact")]
    [InlineData(SearchField.Body, "Nine seconds each.", "in-figures")]
    [InlineData(SearchField.Code, "pool: 0 of 40 free", "in-figures")]
    [InlineData(SearchField.Code, "src/pool/**", "files-to-be-careful-with")]
    [InlineData(SearchField.Body, "Monthly job paused; waits fall", "timeline")]
    [InlineData(SearchField.Body, "Nothing bounds how many connections one job may hold.", "cause-c1")]
    [InlineData(SearchField.Body, "Page when a request waits 300 ms for a connection", "item-ai-2")]
    public void A_text_leads_to_the_heading_that_it_stands_under(SearchField field, string text, string? anchor) =>
        Assert.Contains(new(field, text, anchor), Document.Passages);

    [Fact]
    public void The_summary_is_one_passage_and_not_body_too() =>
        Assert.Equal([(SearchField.Summary, "summary")], Document.Passages.Where(p => p.Text.StartsWith("Sign-in took nine seconds for 400", StringComparison.Ordinal)).Select(p => (p.Field, p.Anchor!)));

    [Fact]
    public void The_names_of_its_services_class_and_severity_are_labels()
    {
        var labels = Document.Passages.Single(p => p.Field == SearchField.Label).Text;
        Assert.All((string[])["INC-042", "Web shop", "shop", "sales", "Connection pool exhaustion", "pool-exhaustion", "Sev 2", "sev-2", "incident"], word => Assert.Contains(word, labels, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_anchor_is_one_of_its_page()
    {
        var anchors = PostmortemOutline.AnchorsOf(Postmortem);
        Assert.All(Document.Passages, p => Assert.True(p.Anchor is null || anchors.Contains(p.Anchor), p.Anchor));
    }

    [Fact]
    public void It_is_filtered_by_the_words_of_its_front_matter() => Assert.Equal(
        ["service:shop", "severity:sev2", "class:pool-exhaustion", "kind:incident", "year:2026", "status:final", "team:sales", "owner:ada", "owner:bo", "detected:customer"],
        Document.Facets.Select(f => $"{f.Facet}:{f.Value}"));

    [Fact]
    public void Its_numbers_are_minutes() => Assert.Equal(
        [("started", 29_618_762L), ("duration", 78), ("detection", 8)],
        Document.Numbers.Select(n => (n.Name, n.Value)));

    [Fact]
    public void Its_start_is_what_the_clock_said_where_the_site_counts_its_days()
    {
        var there = PostmortemDocument.Of(Postmortem, Presets.Sre with { TimeZone = "Asia/Tokyo" }, new());
        Assert.Equal(Document.Numbers[0].Value + 9 * 60, there.Numbers[0].Value);
    }

    [Fact]
    public void Every_facet_and_number_of_a_document_is_in_the_schema()
    {
        var schema = SearchFacets.SchemaOf(SoundArchive.Whole.Read().Archive);
        Assert.Subset(schema.Facets.Select(f => f.Name).ToHashSet(), Document.Facets.Select(f => f.Facet).ToHashSet());
        Assert.Subset(schema.Numbers.Select(n => n.Name).ToHashSet(), Document.Numbers.Select(n => n.Name).ToHashSet());
        Assert.Subset(schema.Facets.Select(f => f.Name).ToHashSet(), SearchFacets.Offered.ToHashSet());
    }

    [Fact]
    public void Severities_are_ordered_the_worst_first_and_years_the_newest() => Assert.Equal(
        ["sev0, sev1, sev2, sev3, sev4", "2026"],
        SearchFacets.SchemaOf(SoundArchive.Whole.Read().Archive).Facets.Where(f => f.IsOrdered).Select(f => string.Join(", ", f.Values.Select(v => v.Value))));
}
