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
        var near = new List<Read>(); // what began within a day before, the earliest first
        foreach (var postmortem in postmortems.OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            near.RemoveAll(r => postmortem.Times.StartedAt - r.Postmortem.Times.StartedAt > Near);
            var later = new Read(postmortem);
            for (var i = near.Count - 1; i >= 0; i--)
            {
                if (IsCandidate(near[i].Postmortem, postmortem) && Likeness(near[i], later) is { } because)
                    problems.Add(DuplicateProblems.PossibleDuplicate(postmortem, near[i].Postmortem, because));
            }
            near.Add(later);
        }
    }

    private static bool IsCandidate(Postmortem one, Postmortem other) =>
        one.Services.AsSpan().ContainsAny(other.Services.AsSpan()) && !Names(one, other) && !Names(other, one);

    private static bool Names(Postmortem one, Postmortem other) => one.RecurrenceOf == other.Id || one.Related.Contains(other.Id);

    /// <summary>Why two are alike, in words; null where they are not.</summary>
    private static string? Likeness(Read one, Read other)
    {
        if (one.Signatures.Overlaps(other.Signatures)) return "both began within a day on the same service, with the same error text";
        var fewer = Math.Min(one.Words.Count, other.Words.Count);
        if (fewer < FewestWords) return null;
        return one.Words.Count(other.Words.Contains) >= SameWords * fewer ? "both began within a day on the same service, and say the same" : null;
    }

    private static HashSet<string> SignaturesOf(Postmortem postmortem) =>
        postmortem.ErrorSignatures.IsEmpty ? [] : postmortem.ErrorSignatures.SelectMany(s => s.Split('\n')).Select(line => Fingerprint.Of(line)).OfType<string>().ToHashSet(StringComparer.Ordinal);

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

    /// <summary>What is compared of a postmortem. Has state because most are never asked for, and some are near many.</summary>
    private sealed class Read(Postmortem postmortem)
    {
        public Postmortem Postmortem => postmortem;

        public HashSet<string> Signatures => field ??= SignaturesOf(postmortem);

        public HashSet<string> Words => field ??= WordsOf(postmortem);
    }
}
