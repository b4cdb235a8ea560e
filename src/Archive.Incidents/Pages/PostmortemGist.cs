using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>A line below the facts of a postmortem: why it happened, or what is different since.</summary>
/// <param name="State">How the item stands; null of a cause.</param>
/// <param name="More">How many more of the kind there are, in words, or null.</param>
public sealed record GistLine(string Label, string Text, string Href, MarkView? State, string? More);

/// <summary>The first root cause and the first structural fix: what somebody in a hurry takes along.</summary>
public static class PostmortemGist
{
    public static IEnumerable<GistLine> Of(Postmortem postmortem, SitePlan site)
    {
        ImmutableArray<Cause> roots = [.. postmortem.Causes.Where(c => c.Kind == CauseKind.Root)];
        if (roots is [var root, ..])
            yield return new("Cause", root.Text, $"#{SiteLinks.Anchor(root)}", null, More(roots.Length, "root cause"));
        ImmutableArray<ActionItem> fixes = [.. postmortem.ActionItems.Where(i => i is { IsStructuralFix: true, IsCommitted: true })];
        if (fixes is [var fix, ..])
            yield return new("Fix", fix.Title, $"#{fix.Anchor}", MarkView.Of(ActionLedger.Entry(postmortem, fix, site.Archive)), More(fixes.Length, "structural fix", "structural fixes"));
    }

    private static string? More(int all, string one, string? many = null) => all == 1 ? null : $"and {Wording.Count(all - 1, $"more {one}", many is null ? null : $"more {many}")}";
}
