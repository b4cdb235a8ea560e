using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Data;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record HandbookIndexView(PageFrame Frame, ImmutableArray<LinkView> Pages, ImmutableArray<ReferenceRow> Reference, string EmptyWords);

/// <param name="What">What it is, in a few words.</param>
public sealed record ReferenceRow(string Text, string Href, string What);

public sealed record HandbookView
{
    public required PageFrame Frame { get; init; }

    public required LinkView Up { get; init; }

    public required string Heading { get; init; }

    public required FilledHtml? Preamble { get; init; }

    public required ImmutableArray<ProseSection> Sections { get; init; }

    public required ImmutableArray<Sibling> Siblings { get; init; }

    public required string? SourceHref { get; init; }
}

/// <summary>A section of prose under its heading.</summary>
public sealed record ProseSection(string Heading, string Anchor, FilledHtml? Html);

/// <summary>The pages of <c>input/pages</c>: how postmortems are written here.</summary>
public static class HandbookPages
{
    public static readonly Template<HandbookIndexView> IndexTemplate = new("internal/handbook");

    public static readonly Template<HandbookView> Template = new("internal/handbook-page");

    public static IEnumerable<Page> Plan(SitePlan site) =>
        [Page.Of(SitePaths.Handbook, IndexTemplate, () => Index(site)), .. InOrder(site).Select(p => Plan(p, site))];

    public static HandbookIndexView Index(SitePlan site) => new(
        site.Frame("Handbook", SiteArea.None, "How postmortems are written here."),
        [.. InOrder(site).Select(p => new LinkView(p.Title, site.Address.Href(SitePaths.HandbookPage(p.Slug))))],
        [
            new("Checks", site.Address.Href(SitePaths.Checks), "what archive check looks for, with an example that provokes each finding"),
            .. SchemaFiles.All.Select(s => new ReferenceRow(s.Name, site.Address.Href(SchemaPages.Path(s)), $"JSON Schema of {s.Describes}")),
        ],
        "No page is written yet. What stands in input/pages appears here.");

    public static HandbookView View(HandbookPage page, SitePlan site)
    {
        var own = SitePaths.HandbookPage(page.Slug);
        return new()
        {
            Frame = site.Frame(page.Title, SiteArea.None),
            Up = new("Handbook", site.Address.Href(SitePaths.Handbook)),
            Heading = page.Title,
            Preamble = site.Prose.Fill(page.Body.Preamble, own),
            Sections = [.. page.Body.Sections.Select(s => new ProseSection(s.Heading, s.Anchor, site.Prose.Fill(s.Html, own)))],
            Siblings = [.. InOrder(site).Select(p => new Sibling(p.Title, p == page ? null : site.Address.Href(SitePaths.HandbookPage(p.Slug)), ""))],
            SourceHref = site.SourceHref(page.Source),
        };
    }

    private static Page Plan(HandbookPage page, SitePlan site) =>
        Page.Of(SitePaths.HandbookPage(page.Slug), Template, () => View(page, site)) with
        {
            Links = site.Prose.LinksOf(page.Body, SitePaths.HandbookPage(page.Slug)),
            Anchors = [.. page.Body.Sections.SelectMany(s => s.Subheadings.Select(h => h.Anchor).Prepend(s.Anchor))],
        };

    private static IEnumerable<HandbookPage> InOrder(SitePlan site) =>
        site.Archive.Pages.OrderBy(p => p.Order).ThenBy(p => p.Title, StringComparer.Ordinal);
}
