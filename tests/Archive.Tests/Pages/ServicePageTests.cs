using AngleSharp.Html.Dom;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class ServicePageTests
{
    private static IHtmlDocument Registry(params IEnumerable<Postmortem> postmortems) => new InternalRendering(Sample.ArchiveOf(postmortems)).Page("/services/device-registry/");

    [Fact]
    public void It_names_three_to_read_first_and_why()
    {
        var page = new InternalRendering(Sample.Whole).Page("/services/device-registry/");
        var first = page.QuerySelector("section:has(#first) li")!;
        Assert.Equal("Lanes graded by the wrong camera for the second time in four days", first.QuerySelector("h3")!.TextContent);
        Assert.Contains("Why: its severity, repeats INC-030, 1 item open, in the past 12 months.", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_how_they_were_chosen_and_whom_to_ask()
    {
        var words = Registry(Sample.Final()).QuerySelector("section:has(#first) .more")!;
        Assert.StartsWith("Chosen by points: up to 4 for severity", words.TextContent, StringComparison.Ordinal);
        Assert.Contains("Then ask team edge, which answers for this service and for Camera gateway.", words.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_broke_and_who_noticed()
    {
        var section = Registry(Sample.Final("INC-001"), Sample.Final("INC-002", "2026-03-10T05:30:00Z")).QuerySelector("section:has(#failures)")!;
        Assert.Contains("Noticed by a customer twice.", section.TextContent, StringComparison.Ordinal);
        Assert.Equal("Configuration overwritten 2× last 10 Mar 2026 INC-002 INC-001", string.Join(' ', section.QuerySelector("tbody tr")!.Children.Select(c => c.TextContent.Trim())));
    }

    [Fact]
    public void It_shows_the_error_texts_as_they_are()
    {
        var code = Registry(Sample.Full()).QuerySelector("section:has(#texts) code")!;
        Assert.Equal("FATAL: remaining <slots> are reserved", code.TextContent);
    }

    [Fact]
    public void It_shows_causes_that_nothing_addresses()
    {
        var page = Registry(Sample.Final() with { Causes = [new() { Id = "C1", Kind = CauseKind.Root, Text = "Any mapping is taken." }] });
        var link = page.QuerySelector("section:has(#unanswered) li a")!;
        Assert.Equal(("Any mapping is taken.", "/archive/postmortems/inc-030/#cause-c1"), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public void A_service_without_postmortems_has_no_dossier()
    {
        var page = Registry();
        Assert.Empty(page.QuerySelectorAll("section"));
        Assert.Equal("No postmortem names this service.", page.QuerySelector(".empty")!.TextContent);
    }
}
