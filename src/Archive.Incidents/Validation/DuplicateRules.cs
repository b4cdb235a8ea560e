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
        Words[] inTime = [.. postmortems.OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => new Words(p))];
        for (var later = 1; later < inTime.Length; later++)
        {
            for (var earlier = later - 1; earlier >= 0 && inTime[later].Of.Times.StartedAt - inTime[earlier].Of.Times.StartedAt <= Near; earlier--)
            {
                if (IsCandidate(inTime[earlier].Of, inTime[later].Of) && Likeness(inTime[earlier], inTime[later]) is { } because)
                    problems.Add(DuplicateProblems.PossibleDuplicate(inTime[later].Of, inTime[earlier].Of, because));
            }
        }
    }

    private static bool IsCandidate(Postmortem one, Postmortem other) =>
        one.Services.AsSpan().ContainsAny(other.Services.AsSpan()) && !Names(one, other) && !Names(other, one);

    private static bool Names(Postmortem one, Postmortem other) => one.RecurrenceOf == other.Id || one.Related.Contains(other.Id);

    /// <summary>Why two are alike, in words; null where they are not.</summary>
    private static string? Likeness(Words one, Words other)
    {
        if (one.Signatures.Overlaps(other.Signatures)) return "both began within a day on the same service, with the same error text";
        var (fewer, more) = one.Said.Count <= other.Said.Count ? (one.Said, other.Said) : (other.Said, one.Said);
        return fewer.Count >= FewestWords && fewer.Count(more.Contains) >= SameWords * fewer.Count ? "both began within a day on the same service, and say the same" : null;
    }

    /// <summary>What a postmortem is compared by.</summary>
    /// <remarks>Has state because most are compared with no other, and some with many: it is made once, when first asked for.</remarks>
    private sealed class Words(Postmortem of)
    {
        private HashSet<string>? _signatures;
        private HashSet<string>? _said;

        public Postmortem Of => of;

        /// <summary>Fingerprints of its error texts.</summary>
        public HashSet<string> Signatures => _signatures ??=
            of.ErrorSignatures.SelectMany(s => s.Split('\n')).Select(line => Fingerprint.Of(line)).OfType<string>().ToHashSet(StringComparer.Ordinal);

        /// <summary>The stems in its title and summary.</summary>
        public HashSet<string> Said => _said ??= Stems();

        private HashSet<string> Stems()
        {
            var stems = new HashSet<string>(StringComparer.Ordinal);
            var tokens = new TokenReader($"{of.Title}\n{of.Summary}", TextKind.Prose);
            while (tokens.MoveNext())
            {
                if (tokens.Kind is TokenKind.Word or TokenKind.Part) stems.Add(tokens.Term.ToString());
            }
            return stems;
        }
    }
}
