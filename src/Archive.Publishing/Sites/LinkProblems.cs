using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Sites;

/// <summary>What can be wrong with a link that a person wrote.</summary>
public static class LinkProblems
{
    private const string Family = "structure";

    public static Rule BrokenLink { get; } = new()
    {
        Code = "broken-link",
        Family = Family,
        Level = FindingLevel.Error,
        Title = "A link leads to nothing",
        Explanation = """
            A link to a file of the archive, or to an address of the site, has to lead somewhere: a reader who follows it at night
            has no time to look for what was meant.

            Write the path of the other file from the file that holds the link, or the address of a page from the root of the
            site. Files move; a mention of an id is found wherever its file stands.
            """,
        Bad = new(ExampleKind.Body, "## Summary\n\nThe queue filled up, as told in [the earlier one](no-such-file.md).\n"),
        Good = new(ExampleKind.Body, "## Summary\n\nThe queue filled up, as told in [the home page](/).\n"),
    };

    public static Rule BrokenAnchor { get; } = new()
    {
        Code = "broken-anchor",
        Family = Family,
        Level = FindingLevel.Error,
        Title = "A link leads to a place that its page does not have",
        Explanation = """
            The part of a link after `#` names a place on a page, mostly a heading: its words in lower case with hyphens between.
            When the heading was reworded, the link silently leads to the top of the page.

            Write the anchor of a heading that is there, or leave out the `#` and what follows.
            """,
        Bad = new(ExampleKind.Body, "## Summary\n\nThe queue filled up; [this is when](#no-such-heading).\n"),
        Good = new(ExampleKind.Body, "## Summary\n\nThe queue filled up; [this is when](#timeline).\n"),
    };

    public static ImmutableArray<Rule> All { get; } = [BrokenLink, BrokenAnchor];

    public static Diagnostic LinkToNothing(PageLink link, string? nearest) => new(BrokenLink, BrokenLink.Level, link.Location,
        $"The link '{link.Written}' leads to nothing.",
        nearest is null ? "Write the path of a file of the archive, or an address of the site." : $"Did you mean '{nearest}'?");

    public static Diagnostic AnchorToNothing(PageLink link, string anchor, string page, string? nearest) => new(BrokenAnchor, BrokenAnchor.Level, link.Location,
        $"The link '{link.Written}' leads to '#{anchor}', and '{page}' has no such place.",
        nearest is null ? "Write the anchor of a heading on that page, or leave it out." : $"Did you mean '#{nearest}'?");
}
