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
        var recurrences = site.History.RecurrencesOf(postmortem);
        var naming = site.History.NamedBy(postmortem);
        return [.. site.Search.SimilarTo(postmortem).Where(p => !IsShown(p)).Take(AtMost)];

        bool IsShown(Postmortem other) =>
            recurrences.Any(r => ReferenceEquals(r.Earlier, other) || ReferenceEquals(r.Later, other))
            || postmortem.Related.Contains(other.Id, StringComparer.OrdinalIgnoreCase)
            || naming.Contains(other, ReferenceEqualityComparer.Instance);
    }
}
