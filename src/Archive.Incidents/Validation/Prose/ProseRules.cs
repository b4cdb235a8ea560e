using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation.Prose;

/// <summary>Blameless prose: looks through the words of a postmortem for turns of phrase that judge people instead of telling what happened.</summary>
internal static class ProseRules
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;");

    /// <summary>What a text has to hold for a pattern to be tried: a search for words is twenty times faster than a pattern, and few texts hold one.</summary>
    private static readonly SearchValues<string>
        Should = Words("should", "ought to"),
        OnlyIf = Words("if only"),
        Errors = Words("error", "mistake"),
        Forgetting = Words("forgot", "neglected to", "omitted to"),
        Failing = Words("failed to"),
        Erring = Words("missed", "ignored", "misread", "mistyped", "misunderstood", "misinterpreted", "misconfigured", "overlooked", "did not", "didn", "made a", "bothered", "cared", "thought"),
        Faults = Words("careless", "negligen", "incompeten", "stupid", "sloppy", "sloppiness", "reckless", "inattent", "lazy", "laziness", "screwed up", "messed up", "finger", "the ball", "asleep", "my bad", "fault", "mistake", "oversight", "to blame", "stamp", "judgement", "judgment", "advice"),
        Trying = Words("careful", "vigilant", "cautious", "attentive", "mindful", "remember to", "harder", "attention", "care ", "remind", "communication", "the process", "happen again", "awareness"),
        Hindsights = Words("obvious", "needless", "simply", "hindsight"),
        Conditionals = Words("could", "would", "might", "had "),
        Claiming = Words("industry", "knowledge", "wisdom", "best practice", "known", "accepted", "understood", "agreed", "knows", "studies", "research", "statistics", "experts"),
        Lacking = Words("insufficient", "inadequate", "lack", "enough", "poor", "sufficient", "adequate"),
        All = Words([.. "should|ought to|if only|error|mistake|forgot|neglected to|omitted to|failed to|missed|ignored|misread|mistyped|misunderstood|misinterpreted|misconfigured|overlooked|did not|didn|made a|careless|negligen|incompeten|stupid|sloppy|sloppiness|reckless|inattent|lazy|laziness|screwed up|messed up|finger|the ball|asleep|my bad|fault|oversight|to blame|careful|vigilant|cautious|attentive|mindful|remember to|harder|attention|care |remind|communication|the process|happen again|awareness|bothered|cared|thought|stamp|judgement|judgment|advice|obvious|needless|simply|hindsight|industry|knowledge|wisdom|best practice|known|accepted|understood|agreed|knows|studies|research|statistics|experts".Split('|')]);

    private static SearchValues<string> Words(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <returns>Words that may be the names of people who stand in other files.</returns>
    public static ImmutableArray<NameMention> Check(PostmortemDraft draft, SectionedText text, Policy policy, DiagnosticBag problems)
    {
        var names = PersonNames.Of(draft, policy);
        var named = new Dictionary<string, (SourceLocation First, int Count)>(StringComparer.OrdinalIgnoreCase);
        var mentions = new Dictionary<ulong, (SourceLocation First, int Count)>();
        var pairs = new List<(int Start, int Length)>();
        foreach (var part in ProsePart.Of(draft, text))
        {
            CheckPhrases(part, problems);
            foreach (var (start, length) in names.In(part)) Count(named, part.Text.Substring(start, length), part, start, length);
            if (part.Section == SectionKind.ActionItems) continue;
            CapitalisedWords.AddTo(pairs, part.Text);
            foreach (var (start, length) in pairs)
            {
                var key = NameKey.Of(part.Text.AsSpan(start, length));
                if (names.Keys.Contains(key)) Count(named, part.Text.Substring(start, length), part, start, length);
                else Count(mentions, key, part, start, length);
            }
        }
        foreach (var (name, (first, count)) in named) problems.Add(ProseProblems.NamedPerson(first, name, count)); // one finding a person: twenty say no more
        return [.. mentions.Select(m => new NameMention(m.Key, m.Value.First.Line, m.Value.First.Column, m.Value.First.Length, m.Value.Count))];
    }

    private static void Count<T>(Dictionary<T, (SourceLocation First, int Count)> found, T what, ProsePart part, int start, int length) where T : notnull =>
        found[what] = found.TryGetValue(what, out var known) ? (known.First, known.Count + 1) : (part.PlaceOf(start, length), 1);

    private static void CheckPhrases(ProsePart part, DiagnosticBag problems)
    {
        var text = part.Text;
        if (!part.IsCause && !text.AsSpan().ContainsAny(All)) return;
        Add(Should, ProsePatterns.PersonShouldHave(), m => !IsOpen(text, m) && !IsAdjective(text, m), ProseProblems.ShouldHave);
        Add(Should, ProsePatterns.WhoShouldHave(), m => !IsOpen(text, m), ProseProblems.ShouldHave);
        Add(Should, ProsePatterns.TheyShouldHave(), m => !IsOpen(text, m), ProseProblems.ShouldHave);
        Add(Should, ProsePatterns.ShouldHaveBeen(), m => !IsOpen(text, m) && (IsNever(text, m) || !IsSubordinate(text, m)) && !ProsePatterns.PersonShouldHave().IsMatch(Around(text, m)), ProseProblems.ShouldHave);
        Add(OnlyIf, ProsePatterns.IfOnly(), static _ => true, ProseProblems.Counterfactual);
        Add(Errors, ProsePatterns.HumanError(), m => !ProsePatterns.ErrorInGeneral().IsMatch(Before(text, m)), ProseProblems.HumanError);
        Add(Forgetting, ProsePatterns.Forgot(), m => !ProsePatterns.Negated().IsMatch(Before(text, m)) && !ProsePatterns.Machine().IsMatch(Before(text, m)), ProseProblems.PersonalFailure);
        Add(Failing, ProsePatterns.PersonFailedTo(), static _ => true, ProseProblems.PersonalFailure);
        Add(Failing, ProsePatterns.FailedAsPeopleDo(), m => !ProsePatterns.Machine().IsMatch(Before(text, m)) && !ProsePatterns.PersonFailedTo().IsMatch(Around(text, m)), ProseProblems.PersonalFailure);
        if (part.Section != SectionKind.WentWell) Add(Erring, ProsePatterns.PersonErred(), static _ => true, ProseProblems.PersonalFailure); // what somebody ignored was well ignored there
        Add(Faults, ProsePatterns.Fault(), m => !ProsePatterns.Negated().IsMatch(Before(text, m)) && !text.AsSpan(m.Index).StartsWith("no", StringComparison.OrdinalIgnoreCase), ProseProblems.Fault);
        Add(Trying, ProsePatterns.TryHarder(), m => !ProsePatterns.Negated().IsMatch(Before(text, m)), ProseProblems.TryHarder);
        Add(Hindsights, ProsePatterns.Hindsight(), m => !ProsePatterns.Negated().IsMatch(Before(text, m)), ProseProblems.Hindsight);
        if (part.Section != SectionKind.ActionItems && !part.HasSource) Add(Claiming, ProsePatterns.Unsourced(), m => !ProsePatterns.Negated().IsMatch(Before(text, m)) && !ProsePatterns.Source().IsMatch(text), ProseProblems.Unsourced);
        if (!part.IsCause) return;
        Add(Conditionals, ProsePatterns.Counterfactual(), m => !IsQuestion(text, m), ProseProblems.Counterfactual);
        Add(Lacking, ProsePatterns.Insufficient(), m => !ProsePatterns.Negated().IsMatch(Before(text, m)), ProseProblems.Insufficient);

        void Add(SearchValues<string> words, Regex pattern, Func<ValueMatch, bool> counts, Func<SourceLocation, string, Diagnostic> problem)
        {
            if (!text.AsSpan().ContainsAny(words)) return;
            foreach (var match in pattern.EnumerateMatches(text))
            {
                if (counts(match)) problems.Add(problem(part.PlaceOf(match.Index, match.Length), text.Substring(match.Index, match.Length)));
            }
        }
    }

    /// <summary>Some characters before a match, from the beginning of its sentence at the earliest.</summary>
    private static ReadOnlySpan<char> Before(string text, ValueMatch match)
    {
        var before = text.AsSpan(0, match.Index);
        before = before[Math.Max(0, before.Length - 60)..];
        return before[(before.LastIndexOfAny(SentenceEnds) + 1)..];
    }

    /// <summary>A match with what stands around it in its sentence.</summary>
    private static ReadOnlySpan<char> Around(string text, ValueMatch match)
    {
        var start = match.Index - Before(text, match).Length;
        return text.AsSpan(start, Math.Min(match.Index + match.Length + 20, text.Length) - start);
    }

    /// <summary>Asked, or left to be seen.</summary>
    private static bool IsOpen(string text, ValueMatch match) => IsQuestion(text, match) || ProsePatterns.Conditional().IsMatch(Before(text, match));

    private static bool IsQuestion(string text, ValueMatch match)
    {
        var rest = text.AsSpan(match.Index + match.Length);
        var end = rest.IndexOfAny('.', '!', '?');
        return end >= 0 && rest[end] == '?';
    }

    /// <summary><c>which should never have been merged</c> judges, where <c>which should have been merged</c> tells of a list.</summary>
    private static bool IsNever(string text, ValueMatch match) => text.AsSpan(match.Index, match.Length).Contains(" never", StringComparison.OrdinalIgnoreCase);

    private static bool IsSubordinate(string text, ValueMatch match) => ProsePatterns.Subordinate().IsMatch(Before(text, match));

    /// <summary><c>we should have automated tests</c> asks for tests, and blames nobody.</summary>
    private static bool IsAdjective(string text, ValueMatch match) =>
        ProsePatterns.HaveAdjective().IsMatch(text.AsSpan(match.Index, Math.Min(match.Length + 24, text.Length - match.Index)));
}
