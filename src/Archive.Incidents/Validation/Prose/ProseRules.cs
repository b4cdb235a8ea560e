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

    /// <returns>Words that may be the names of people who stand in other files.</returns>
    public static ImmutableArray<NameMention> Check(PostmortemDraft draft, SectionedText text, Policy policy, DiagnosticBag problems)
    {
        var names = PersonNames.Of(draft, policy);
        var named = new Dictionary<string, (SourceLocation First, int Count)>(StringComparer.OrdinalIgnoreCase);
        var mentions = new Dictionary<string, (SourceLocation First, int Count)>(StringComparer.Ordinal);
        var pairs = new List<(int Start, int Length)>();
        foreach (var part in ProsePart.Of(draft, text))
        {
            CheckPhrases(part, problems);
            foreach (var (start, length) in names.In(part)) Count(named, part.Text.Substring(start, length), part, start, length);
            if (part.Section == SectionKind.ActionItems) continue;
            CapitalisedWords.AddTo(pairs, part.Text);
            foreach (var (start, length) in pairs)
            {
                var name = part.Text.Substring(start, length);
                Count(names.Names.Contains(name) ? named : mentions, name, part, start, length);
            }
        }
        foreach (var (name, (first, count)) in named) problems.Add(ProseProblems.NamedPerson(first, name, count)); // one finding a person: twenty say no more
        return [.. mentions.Select(m => new NameMention(NameKey.Of(m.Key), m.Value.First.Line, m.Value.First.Column, m.Value.First.Length, m.Value.Count))];
    }

    private static void Count(Dictionary<string, (SourceLocation First, int Count)> found, string what, ProsePart part, int start, int length) =>
        found[what] = found.TryGetValue(what, out var known) ? (known.First, known.Count + 1) : (part.PlaceOf(start, length), 1);

    /// <summary>Looks at the sentences that hold one of the words, and at no other.</summary>
    private static void CheckPhrases(ProsePart part, DiagnosticBag problems)
    {
        var wanted = part.IsCause ? PhraseKinds.InCauses : PhraseKinds.Anywhere;
        for (var from = 0; from < part.Text.Length && ProseWords.Next(part.Text, from, wanted) is >= 0 and var at;)
        {
            var (start, end) = SentenceAround(part.Text, from, at);
            CheckSentence(new(part, start, end - start, ProseWords.In(part.Text, start, end)), problems);
            from = end;
        }
    }

    /// <summary>From the first letter of a sentence to its mark; marks inside of words and numbers end none.</summary>
    private static (int Start, int End) SentenceAround(string text, int from, int at)
    {
        var start = at;
        while (start > from && !(char.IsWhiteSpace(text[start - 1]) && (start - 1 == from || text[start - 2] is '.' or '!' or '?'))) start--;
        var end = at;
        while (end < text.Length && !(text[end] is '.' or '!' or '?' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])))) end++;
        return (start, Math.Min(end + 1, text.Length));
    }

    private readonly record struct Sentence(ProsePart Part, int Start, int Length, PhraseKinds Kinds)
    {
        public ReadOnlySpan<char> Text => Part.Text.AsSpan(Start, Length);
    }

    private static void CheckSentence(Sentence sentence, DiagnosticBag problems)
    {
        var part = sentence.Part;
        var text = part.Text;
        Add(PhraseKinds.Should, ProsePatterns.PersonShouldHave(), m => !IsOpen(text, m) && !IsAdjective(text, m), ProseProblems.ShouldHave);
        Add(PhraseKinds.Should, ProsePatterns.WhoShouldHave(), m => !IsOpen(text, m), ProseProblems.ShouldHave);
        Add(PhraseKinds.Should, ProsePatterns.TheyShouldHave(), m => !IsOpen(text, m), ProseProblems.ShouldHave);
        Add(PhraseKinds.Should, ProsePatterns.ShouldHaveBeen(), m => !IsOpen(text, m) && (IsNever(text, m) || !IsSubordinate(text, m)) && !ProsePatterns.PersonShouldHave().IsMatch(Around(text, m)), ProseProblems.ShouldHave);
        Add(PhraseKinds.OnlyIf, ProsePatterns.IfOnly(), static _ => true, ProseProblems.Counterfactual);
        Add(PhraseKinds.Error, ProsePatterns.HumanError(), m => !ProsePatterns.ErrorInGeneral().IsMatch(Before(text, m)), ProseProblems.HumanError);
        Add(PhraseKinds.Forgetting, ProsePatterns.Forgot(), m => !IsNegated(text, m) && !ProsePatterns.Machine().IsMatch(Before(text, m)), ProseProblems.PersonalFailure);
        Add(PhraseKinds.Failing, ProsePatterns.PersonFailedTo(), static _ => true, ProseProblems.PersonalFailure);
        Add(PhraseKinds.Failing, ProsePatterns.FailedAsPeopleDo(), m => !ProsePatterns.Machine().IsMatch(Before(text, m)) && !ProsePatterns.PersonFailedTo().IsMatch(Around(text, m)), ProseProblems.PersonalFailure);
        if (part.Section != SectionKind.WentWell) Add(PhraseKinds.Erring, ProsePatterns.PersonErred(), static _ => true, ProseProblems.PersonalFailure); // what somebody ignored was well ignored there
        Add(PhraseKinds.Fault, ProsePatterns.Fault(), m => !IsNegated(text, m), ProseProblems.Fault);
        Add(PhraseKinds.Blame, ProsePatterns.Blame(), m => !IsNegated(text, m) && !text.AsSpan(m.Start).StartsWith("no", StringComparison.OrdinalIgnoreCase), ProseProblems.Fault);
        Add(PhraseKinds.Trying, ProsePatterns.TryHarder(), m => !IsNegated(text, m), ProseProblems.TryHarder);
        Add(PhraseKinds.Hindsight, ProsePatterns.Hindsight(), m => !IsNegated(text, m), ProseProblems.Hindsight);
        if (part.Section != SectionKind.ActionItems && !part.HasSource) Add(PhraseKinds.Claim, ProsePatterns.Unsourced(), m => !IsNegated(text, m) && !ProsePatterns.Source().IsMatch(text), ProseProblems.Unsourced);
        if (!part.IsCause) return;
        Add(PhraseKinds.Conditional, ProsePatterns.Counterfactual(), m => !IsQuestion(text, m), ProseProblems.Counterfactual);
        Add(PhraseKinds.Lacking, ProsePatterns.Insufficient(), m => !IsNegated(text, m), ProseProblems.Insufficient);

        void Add(PhraseKinds kind, Regex pattern, Func<Phrase, bool> counts, Func<SourceLocation, string, Diagnostic> problem)
        {
            if ((sentence.Kinds & kind) == PhraseKinds.None) return;
            foreach (var match in pattern.EnumerateMatches(sentence.Text))
            {
                var phrase = new Phrase(sentence.Start + match.Index, match.Length);
                if (counts(phrase)) problems.Add(problem(part.PlaceOf(phrase.Start, phrase.Length), text.Substring(phrase.Start, phrase.Length)));
            }
        }
    }

    /// <summary>A turn of phrase in the text of a part.</summary>
    private readonly record struct Phrase(int Start, int Length);

    private static bool IsNegated(string text, Phrase match) => ProsePatterns.Negated().IsMatch(Before(text, match));

    /// <summary>Some characters before a match, from the beginning of its sentence at the earliest.</summary>
    private static ReadOnlySpan<char> Before(string text, Phrase match)
    {
        var before = text.AsSpan(0, match.Start);
        before = before[Math.Max(0, before.Length - 60)..];
        return before[(before.LastIndexOfAny(SentenceEnds) + 1)..];
    }

    /// <summary>A match with what stands around it in its sentence.</summary>
    private static ReadOnlySpan<char> Around(string text, Phrase match)
    {
        var start = match.Start - Before(text, match).Length;
        return text.AsSpan(start, Math.Min(match.Start + match.Length + 20, text.Length) - start);
    }

    /// <summary>Asked, or left to be seen.</summary>
    private static bool IsOpen(string text, Phrase match) => IsQuestion(text, match) || ProsePatterns.Conditional().IsMatch(Before(text, match));

    private static bool IsQuestion(string text, Phrase match)
    {
        var rest = text.AsSpan(match.Start + match.Length);
        var end = rest.IndexOfAny('.', '!', '?');
        return end >= 0 && rest[end] == '?';
    }

    /// <summary><c>which should never have been merged</c> judges, where <c>which should have been merged</c> tells of a list.</summary>
    private static bool IsNever(string text, Phrase match) => text.AsSpan(match.Start, match.Length).Contains(" never", StringComparison.OrdinalIgnoreCase);

    private static bool IsSubordinate(string text, Phrase match) => ProsePatterns.Subordinate().IsMatch(Before(text, match));

    /// <summary><c>we should have automated tests</c> asks for tests, and blames nobody.</summary>
    private static bool IsAdjective(string text, Phrase match) =>
        ProsePatterns.HaveAdjective().IsMatch(text.AsSpan(match.Start, Math.Min(match.Length + 24, text.Length - match.Start)));
}
