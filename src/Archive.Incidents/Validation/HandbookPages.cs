using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Validation;

/// <summary>The pages of the handbook: each with a title, each with an address of its own.</summary>
internal static class HandbookPages
{
    /// <summary>By their order, then title.</summary>
    public static ImmutableArray<HandbookPage> Validate(ImmutableArray<DraftFile<HandbookPageDraft>> files, DiagnosticBag problems)
    {
        var pages = new List<HandbookPage>();
        var taken = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var found = new DiagnosticBag();
            found.AddRange(file.Findings);
            problems.AddRange(Suppressions.Apply(file.Suppressions, found, out var open));
            foreach (var idle in open.Where(s => s.IsIdle)) problems.Add(SuppressionProblems.Unused(idle.Place, idle.Code)); // in a handbook people may be named
            if (file.Draft is not { } draft) continue;
            if (draft.Title is not { } title)
            {
                problems.Add(SiteProblems.IncompleteEntry(new(file.Path, 1), "A page", "title"));
                continue;
            }
            var slug = Slug.Of(Path.GetFileNameWithoutExtension(file.Path));
            var place = new SourceLocation(file.Path, 1);
            if (!taken.TryAdd(slug, place)) problems.Add(SiteProblems.DuplicateEntry(new(slug, place), "page's address"));
            else pages.Add(new() { Title = title.Value, Slug = slug, Order = draft.Order?.Value ?? 0, Body = Bodies.Of(new KnownSections(file.Text)), Source = place });
        }
        return [.. pages.OrderBy(p => p.Order).ThenBy(p => p.Title, StringComparer.Ordinal)];
    }
}
