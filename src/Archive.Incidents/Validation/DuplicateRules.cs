using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Search.Analysis;

namespace Archive.Incidents.Validation;

/// <summary>Looks for one incident that two people wrote about. Only pairs that are near in time and share a service are read, so that it costs next to nothing.</summary>
internal static class DuplicateRules
{
    private static readonly TimeSpan Near = TimeSpan.FromDays(1);

    /// <summary>The share of the shorter text's words that the other one has too.</summary>
    private const double SameWords = 0.75;

    /// <summary>Fewer words say too little.</summary>
    private const int FewestWords = 3;

    public static void Check(IReadOnlyList<Postmortem> postmortems, DiagnosticBag problems)
    {
        Postmortem[] inTime = [.. postmortems.OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal)];
        for (var later = 1; later < inTime.Length; later++)
        {
            for (var earlier = later - 1; earlier >= 0 && inTime[later].Times.StartedAt - inTime[earlier].Times.StartedAt <= Near; earlier--)
            {
                if (IsCandidate(inTime[earlier], inTime[later]) && Likeness(inTime[earlier], inTime[later]) is { } because)
                    problems.Add(DuplicateProblems.PossibleDuplicate(inTime[later], inTime[earlier], because));
            }
        }
    }

    private static bool IsCandidate(Postmortem one, Postmortem other) =>
        one.Services.AsSpan().ContainsAny(other.Services.AsSpan()) && !Names(one, other) && !Names(other, one);

    private static bool Names(Postmortem one, Postmortem other) => one.RecurrenceOf == other.Id || one.Related.Contains(other.Id);

    /// <summary>Why two are alike, in words; null where they are not.</summary>
    private static string? Likeness(Postmortem one, Postmortem other)
    {
        if (Signatures(one).Overlaps(Signatures(other))) return "both began within a day on the same service, with the same error text";
        var (words, others) = (WordsOf(one), WordsOf(other));
        var fewer = Math.Min(words.Count, others.Count);
        if (fewer < FewestWords) return null;
        words.IntersectWith(others);
        return words.Count >= SameWords * fewer ? "both began within a day on the same service, and say the same" : null;
    }

    private static HashSet<string> Signatures(Postmortem postmortem) =>
        postmortem.ErrorSignatures.SelectMany(s => s.Split('\n')).Select(line => Fingerprint.Of(line)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> WordsOf(Postmortem postmortem)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new TokenReader($"{postmortem.Title}\n{postmortem.Summary}", TextKind.Prose);
        while (tokens.MoveNext())
        {
            if (tokens.Kind is TokenKind.Word or TokenKind.Part) words.Add(tokens.Term.ToString());
        }
        return words;
    }
}
