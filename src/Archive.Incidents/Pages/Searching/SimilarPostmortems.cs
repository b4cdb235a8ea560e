using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Searching;

/// <summary>What reads like a postmortem: the same words, and above all the same rare ones.</summary>
public static class SimilarPostmortems
{
    private const int AtMost = 4;

    /// <summary>The nearest first. What is named or repeated on either side is left out: it is shown with its reason.</summary>
    public static ImmutableArray<Postmortem> Of(Postmortem postmortem, SitePlan site)
    {
        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        shown.UnionWith(site.History.RecurrencesOf(postmortem).SelectMany(r => (string[])[r.Earlier.Id, r.Later.Id]));
        shown.UnionWith(postmortem.Related);
        shown.UnionWith(site.History.NamedBy(postmortem).Select(p => p.Id));
        return [.. site.Search.SimilarTo(postmortem).Where(p => !shown.Contains(p.Id)).Take(AtMost)];
    }
}
