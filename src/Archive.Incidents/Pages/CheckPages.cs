using System.Collections.Immutable;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record CheckIndexView(PageFrame Frame, LinkView Up, string Lead, ImmutableArray<CheckFamily> Families);

public sealed record CheckFamily(string Heading, string Anchor, string Count, ImmutableArray<CheckRow> Rows);

public sealed record CheckRow(string Code, string Href, string Title, MarkView Level);

public sealed record CheckView
{
    public required PageFrame Frame { get; init; }

    public required LinkView Up { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Family { get; init; }

    public required MarkView Level { get; init; }

    /// <summary>Safe HTML.</summary>
    public required FilledHtml? Explanation { get; init; }

    public required ExampleView Bad { get; init; }

    public required ExampleView Good { get; init; }
}

/// <param name="IsCode">Whether the text stands in a file, or only describes one.</param>
/// <param name="Where">Where the example stands: <c>in the front matter</c>.</param>
public sealed record ExampleView(string Where, string Text, bool IsCode);

/// <summary>The manual of checks: what each finding means, with an example that provokes it and one that does not.</summary>
public static class CheckPages
{
    public static readonly Template<CheckIndexView> IndexTemplate = new("internal/checks");

    public static readonly Template<CheckView> Template = new("internal/check");

    private static readonly MarkdownReader Markdown = new(new());

    public static IEnumerable<Page> Plan(IReadOnlyList<Rule> rules, SitePlan site) =>
    [
        Page.Of(SitePaths.Checks, IndexTemplate, () => Index(rules, site)) with { Anchors = [.. rules.Select(r => Slug.Of(r.Family)).Distinct()] },
        .. rules.Select(r => Page.Of(SitePaths.Check(r.Code), Template, () => View(r, site))),
    ];

    public static CheckIndexView Index(IReadOnlyList<Rule> rules, SitePlan site) => new(
        site.Frame("Checks", SiteArea.None, "What archive check looks for, and how each finding is mended."),
        new("Handbook", site.Address.Href(SitePaths.Handbook)),
        $"Everything that archive check looks for: {Wording.Count(rules.Count, "rule")}. An error stops the build, a warning is worth mending, advice is what a reviewer would say. How strict it is follows the status: a draft may be unfinished.",
        [
            .. rules.GroupBy(r => r.Family).Select(g => new CheckFamily(
                Wording.Sentence(Wording.Plain(g.Key)),
                Slug.Of(g.Key),
                Wording.Number(g.Count()),
                [.. g.Select(r => new CheckRow(r.Code, site.Address.Href(SitePaths.Check(r.Code)), r.Title, Level(r.Level)))])),
        ]);

    public static CheckView View(Rule rule, SitePlan site) => new()
    {
        Frame = site.Frame(rule.Code, SiteArea.None, rule.Title),
        Up = new("Checks", site.Address.Href(SitePaths.Checks)),
        Code = rule.Code,
        Title = rule.Title,
        Family = Wording.Plain(rule.Family),
        Level = Level(rule.Level),
        Explanation = Rendered(rule.Explanation, site),
        Bad = Example(rule.Bad),
        Good = Example(rule.Good),
    };

    // What the manual says is ours, so that nothing in it can be wrong with its links.
    private static FilledHtml? Rendered(string markdown, SitePlan site) =>
        site.Prose.Fill(Markdown.Read(markdown, "", 0, new()).Preamble, SitePaths.Checks);

    private static MarkView Level(FindingLevel level) => new(
        level switch
        {
            FindingLevel.Error => "is-bad",
            FindingLevel.Warning => "is-warn",
            FindingLevel.Advice => "is-idea",
        },
        Diagnostic.LevelName(level));

    private static ExampleView Example(RuleExample example) => new(
        example.Kind switch
        {
            ExampleKind.FrontMatter => "in the front matter",
            ExampleKind.Body => "in the body",
            ExampleKind.Postmortem => "a postmortem",
            ExampleKind.PublicNote => "a public note",
            ExampleKind.Settings => "in archive.yml",
            ExampleKind.Services => "services.yml",
            ExampleKind.FailureClasses => "failure-classes.yml",
            ExampleKind.Words => "in words",
        },
        example.Text,
        example.Kind != ExampleKind.Words);
}
