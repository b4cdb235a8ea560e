using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class PostmortemPageTests
{
    private static IHtmlDocument Page(Postmortem postmortem, params IEnumerable<Postmortem> others) =>
        new InternalRendering(Sample.ArchiveOf([postmortem, .. others])).Page($"/postmortems/{postmortem.Id.ToLowerInvariant()}/");

    private static string Words(IParentNode parent, string selector) =>
        string.Join(' ', (parent.QuerySelector(selector) ?? throw new ArgumentException(selector, nameof(selector))).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Fact(IParentNode page, string label) =>
        string.Join(" | ", page.QuerySelectorAll(".facts > div").First(d => d.QuerySelector("dt")!.TextContent == label).QuerySelectorAll("dd").Select(d => d.TextContent));

    [Fact]
    public void Its_cause_and_its_fix_stand_below_the_facts_and_lead_to_their_places()
    {
        var page = new InternalRendering(Sample.ArchiveOf(Sample.Full())).Page("/postmortems/inc-031/");
        Assert.Equal(["Cause The registry accepts any mapping.", "Fix Title of AI-1 done"], page.QuerySelectorAll(".gist > div").Select(d => string.Join(' ', d.Children.Select(c => c.TextContent.Trim()))));
        Assert.All(page.QuerySelectorAll(".gist a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")!.TrimStart('#'))));
    }

    [Fact]
    public void The_first_screen_says_what_when_how_long_and_who_noticed()
    {
        var page = Page(Sample.Full());
        Assert.Equal("Lanes graded by the wrong camera for the second time in four days", Words(page, "h1"));
        Assert.Equal("14 Feb 2026, 05:40 UTC | the fault was put in 13 h 38 min before", Fact(page, "Began"));
        Assert.Equal("2026-02-14T05:40:00Z", page.QuerySelector(".facts time")!.GetAttribute("datetime"));
        Assert.Equal("3 h 25 min | mitigated after 1 h 40 min", Fact(page, "Lasted"));
        Assert.Equal("after 51 min | by a customer", Fact(page, "Noticed"));
        Assert.Equal("4,200 customers | packing houses in Kent", Fact(page, "Hit"));
    }

    [Fact]
    public void Document_and_follow_through_are_two_marks()
    {
        var marks = Page(Sample.Full()).QuerySelectorAll(".standing .mark");
        Assert.Equal([("mark is-final", "final"), ("mark is-overdue", "1 of 2 items done, 1 overdue")], marks.Take(2).Select(m => (m.ClassName!, m.TextContent)));
    }

    [Fact]
    public void What_happened_again_is_documented_and_not_repaired()
    {
        var marks = Page(Sample.Full()).QuerySelectorAll(".standing .mark"); // a line in it tells of a repeat
        Assert.Equal(("mark is-bad", "documented, not repaired"), (marks[2].ClassName!, marks[2].TextContent));
        Assert.Equal(2, Page(Sample.Final()).QuerySelectorAll(".standing .mark").Length);
    }

    [Fact]
    public void A_stub_that_happened_again_documented_nothing()
    {
        var marks = Page(Sample.Full() with { Status = DocumentStatus.Stub }).QuerySelectorAll(".standing .mark");
        Assert.Contains("came back before it was written up", marks.Select(m => m.TextContent));
    }

    [Fact]
    public void A_recurrence_that_nobody_named_says_how_it_is_known()
    {
        var (earlier, later) = (Sample.Final(), Sample.Final("INC-031", "2026-02-14T05:40:00Z"));
        Assert.Contains("Inferred: both share the failure class and a service, within 90 days.", Words(Page(earlier, later), ".ribbon"), StringComparison.Ordinal);
        Assert.DoesNotContain("missed", Words(Page(later, earlier), ".ribbon"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_later_page_leads_to_what_the_earlier_one_missed()
    {
        var later = Sample.Full() with { Body = new() { Preamble = Sample.Html(""), Sections = [Sample.Section(SectionKind.EarlierMissed, "What INC-030 missed", "<p>The hook.</p>")] } };
        var link = Page(later, Sample.Final()).QuerySelectorAll(".ribbon a")[^1];
        Assert.Equal(("What INC-030 missed", "/archive/postmortems/inc-031/#what-inc-030-missed"), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public void A_stub_says_what_is_owed_and_since_when()
    {
        var stub = Sample.Stub() with { Times = new() { StartedAt = Sample.Utc("2026-10-06T08:00:00Z"), ResolvedAt = Sample.Utc("2026-10-07T08:00:00Z") } };
        var page = Page(stub);
        Assert.Equal("This postmortem is owed: nothing but what stands on this page is written yet. It was due on 14 Oct 2026, 38 days ago.", Words(page, ".notice.bad"));
        Assert.Empty(page.QuerySelectorAll("article section"));
    }

    [Fact]
    public void A_recurrence_says_on_both_pages_what_was_open()
    {
        var earlier = Sample.Final() with { ActionItems = [Sample.Item("AI-1", ItemStatus.Done, done: "2026-02-18"), Sample.Item("AI-2")] };
        var later = Sample.Full();
        Assert.Equal("Recurred 4 days later as INC-031 Lanes graded by the wrong camera for the second time in four days; 2 of 2 items were open. never shipped Open then: AI-1 Title of AI-1, AI-2 Title of AI-2.", Words(Page(earlier, later), ".ribbon"));
        Assert.Equal("This repeats, 4 days later, INC-030 Title of INC-030; 2 of 2 items were open when it began. never shipped Open then: AI-1 Title of AI-1, AI-2 Title of AI-2. What INC-030 missed is not written here.", Words(Page(later, earlier), ".ribbon"));
    }

    [Fact]
    public void Causes_and_items_lead_to_each_other()
    {
        var page = Page(Sample.Full());
        var toItem = page.QuerySelector("#cause-c1 a")!;
        Assert.Equal(("#item-ai-1", "to-i1"), (toItem.GetAttribute("href"), toItem.ClassName));
        Assert.Equal("root, preflight · addressed by AI-1 done", Words(page, "#cause-c1 .sub"));
        var toCause = page.QuerySelector("#item-ai-1.i1 a")!;
        Assert.Equal(("#cause-c1", "to-c1"), (toCause.GetAttribute("href"), toCause.ClassName));
        Assert.Contains("accepted: Backups are kept as they are.", Words(page, "#cause-c2"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_says_how_it_stands_and_what_proves_it()
    {
        var page = Page(Sample.Full());
        Assert.Equal("done25 Feb 2026", Words(page, "#item-ai-1 td:nth-child(3)").Replace(" 25", "25", StringComparison.Ordinal));
        Assert.Contains("edge/registry/hooks/check_mapping.sh", Words(page, "#item-ai-1"), StringComparison.Ordinal);
        Assert.Equal("144 days overdue", Words(page, "#item-ai-2 .is-overdue"));
        Assert.Equal("https://tickets.example/EDGE-431", page.QuerySelector("#item-ai-2 td:last-child a")!.GetAttribute("href"));
        Assert.Equal("EDGE-431", Words(page, "#item-ai-2 td:last-child"));
        Assert.Null(page.QuerySelector("#item-ai-1 td:last-child a"));
        Assert.Contains("Declined: The gain is smaller than the risk.", Words(page, "#item-ai-3"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_that_nothing_addresses_and_nobody_accepted_says_so()
    {
        var page = Page(Sample.Full() with { Causes = [new() { Id = "C1", Kind = CauseKind.Root, Text = "Nobody knows." }] });
        Assert.Equal("nothing addresses it, nobody accepted it", Words(page, "#cause-c1 .mark"));
    }

    [Theory]
    [InlineData(true, "root, code, structural · nothing addresses it, nobody accepted it")]
    [InlineData(false, "root, code · personal: somebody else would not have met it · nothing addresses it, nobody accepted it")]
    [InlineData(null, "root, code · nothing addresses it, nobody accepted it")]
    public void A_cause_says_how_it_stood_the_substitution_test(bool? isStructural, string words)
    {
        var page = Page(Sample.Full() with { Causes = [new() { Id = "C1", Kind = CauseKind.Root, Text = "Nobody knows.", Layer = "code", IsStructural = isStructural }] });
        Assert.Equal(words, Words(page, "#cause-c1 .sub"));
    }

    [Fact]
    public void A_pull_request_with_an_address_is_a_link()
    {
        var item = Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01") with { Evidence = [new() { PullRequest = "https://git.example/edge/pull/42", Test = "Mapping_is_refused" }] };
        var page = Page(Sample.Full() with { ActionItems = [item] });
        Assert.Equal(("42", "https://git.example/edge/pull/42"), (Words(page, "#item-ai-1 .sub a[href^=http]"), page.QuerySelector("#item-ai-1 .sub a[href^=http]")!.GetAttribute("href")));
        Assert.Equal("Mapping_is_refused", Words(page, "#item-ai-1 code"));
    }

    [Fact]
    public void Sections_stand_in_the_authors_order_with_causes_and_items_after_the_analysis()
    {
        var headings = Page(Sample.Full()).QuerySelectorAll("article h2").Select(h => h.Id);
        Assert.Equal(["summary", "error-signatures", "impact", "timeline", "root-cause-analysis", "causes", "action-items", "lessons-learned", "it-happened-again", "files-to-be-careful-with", "links"], headings);
    }

    [Fact]
    public void The_contents_lead_to_every_section()
    {
        var page = Page(Sample.Full());
        Assert.Equal(page.QuerySelectorAll("article h2").Select(h => $"#{h.Id}"), page.QuerySelectorAll(".contents a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_heading_of_the_author_keeps_its_anchor_where_ours_would_be_the_same()
    {
        var body = new PostmortemBody { Preamble = Archive.Publishing.Documents.HtmlText.Empty, Sections = [Sample.Section(null, "Causes", "<p>Prose.</p>")] };
        var page = Page(Sample.Full() with { Body = body });
        Assert.Equal(["Prose."], page.QuerySelectorAll("section:has(> #causes) > .prose p").Select(p => p.TextContent));
        Assert.NotNull(page.QuerySelector("section:has(> #causes-2) #cause-c1"));
    }

    [Fact]
    public void The_timelines_rows_say_the_day_once_and_the_distance_from_the_start()
    {
        var rows = Page(Sample.Full()).QuerySelectorAll(".moments tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.StartsWith("1 13 Feb 2026 16:02 −13 h 38 min Mapping uploaded", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("2 14 Feb 2026 05:40 0 trigger", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("3 06:31 +51 min detection", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Error_signatures_are_shown_letter_by_letter() =>
        Assert.Equal("FATAL: remaining <slots> are reserved", Page(Sample.Full()).QuerySelector(".signature code")!.TextContent);

    [Fact]
    public void Neighbours_are_the_next_in_time_and_in_the_class()
    {
        var before = Sample.Final("INC-029", "2026-02-01T00:00:00Z") with { FailureClass = Sample.PoolExhaustion };
        var sameClass = Sample.Final("INC-020", "2026-01-01T00:00:00Z");
        var page = Page(Sample.Final(), before, sameClass);
        Assert.Equal(["/archive/postmortems/inc-029/", "/archive/postmortems/inc-020/"], page.QuerySelectorAll("[rel=prev]").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("[rel=next]"));
    }

    [Theory]
    [InlineData(NoteStatus.Approved, null, "Some lots were graded with the wrong lane's camera")]
    [InlineData(NoteStatus.Approved, "2026-11-21", "Some lots were graded with the wrong lane's camera")]
    [InlineData(NoteStatus.Approved, "2026-11-22", "embargoed | until 22 Nov 2026")]
    [InlineData(NoteStatus.Draft, null, "draft | not approved yet")]
    public void The_page_says_what_the_public_is_told(NoteStatus status, string? after, string words)
    {
        var note = Sample.Note with { Status = status, PublishAfter = after is null ? null : DateOnly.Parse(after, null) };
        Assert.Equal(words, Fact(Page(Sample.Full() with { PublicNote = note }), "In public"));
    }

    [Fact]
    public void A_published_note_is_linked_to() => Assert.Equal(
        "https://status.example/incidents/2026-02-14-wrong-lane-grades/",
        Page(Sample.Full()).QuerySelectorAll(".colophon a").Select(a => a.GetAttribute("href")).First());

    [Fact]
    public void Html_in_a_field_is_text()
    {
        const string Nasty = "<script>alert(1)</script>\"'&";
        var page = Page(Sample.Full() with { Title = Nasty, Summary = Nasty, ErrorSignatures = [Nasty], Authors = [Nasty], ActionItems = [Sample.Item("AI-1") with { Title = Nasty, Owner = Nasty, Ticket = Nasty }] });
        Assert.Equal(Nasty, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public void A_ticket_that_is_no_web_address_is_no_link() =>
        Assert.Null(Page(Sample.Full() with { ActionItems = [Sample.Item("AI-1") with { Ticket = "javascript:alert(1)" }] }).QuerySelector("#item-ai-1 td:last-child a"));

    [Fact]
    public void Every_anchor_of_the_page_is_planned_and_stands_on_it()
    {
        var rendering = new InternalRendering(Sample.Whole);
        var planned = rendering.Site.ByFile["postmortems/inc-031/index.html"].Anchors;
        var page = rendering.Page("/postmortems/inc-031/");
        Assert.All(planned, a => Assert.NotNull(page.GetElementById(a)));
        Assert.All(page.QuerySelectorAll("article [id]"), e => Assert.Contains(e.Id, planned));
    }
}
