using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation.Prose;

/// <summary>Blameless prose: looks through the words of a postmortem for turns of phrase that judge people instead of telling what happened.</summary>
internal static class ProseRules
{
    /// <param name="Kind">All that a sentence has to hold for the pattern to be tried.</param>
    /// <param name="Pattern">Made when a sentence first asks for it, as few ever do.</param>
    /// <param name="Counts">Whether what it finds is meant as it reads.</param>
    internal sealed record PhraseRule(PhraseKinds Kind, Func<Regex> Pattern, Func<SourceLocation, string, Diagnostic> Problem, Func<Phrase, bool> Counts);

    internal static ImmutableArray<PhraseRule> Phrases { get; } =
    [
        new(PhraseKinds.Should | PhraseKinds.Having, ProsePatterns.PersonShouldHave, ProseProblems.ShouldHave, p => !p.IsOpen && !p.IsAdjective),
        new(PhraseKinds.Should | PhraseKinds.Having, ProsePatterns.WhoShouldHave, ProseProblems.ShouldHave, p => !p.IsOpen),
        new(PhraseKinds.Should | PhraseKinds.Having, ProsePatterns.TheyShouldHave, ProseProblems.ShouldHave, p => !p.IsOpen),
        new(PhraseKinds.Should | PhraseKinds.Having, ProsePatterns.ShouldHaveBeen, ProseProblems.ShouldHave, p => !p.IsOpen && (p.IsNever || !p.IsSubordinate) && !ProsePatterns.PersonShouldHave().IsMatch(p.Around)),
        new(PhraseKinds.OnlyIf, ProsePatterns.IfOnly, ProseProblems.Counterfactual, _ => true),
        new(PhraseKinds.Error, ProsePatterns.HumanError, ProseProblems.HumanError, p => !ProsePatterns.ErrorInGeneral().IsMatch(p.Before)),
        new(PhraseKinds.Forgetting, ProsePatterns.Forgot, ProseProblems.PersonalFailure, p => !p.IsNegated && !p.IsOfMachine),
        new(PhraseKinds.Failing, ProsePatterns.PersonFailedTo, ProseProblems.PersonalFailure, _ => true),
        new(PhraseKinds.Failing, ProsePatterns.FailedAsPeopleDo, ProseProblems.PersonalFailure, p => !p.IsOfMachine && !ProsePatterns.PersonFailedTo().IsMatch(p.Around)),
        new(PhraseKinds.Erring, ProsePatterns.PersonErred, ProseProblems.PersonalFailure, _ => true),
        new(PhraseKinds.Fault, ProsePatterns.Fault, ProseProblems.Fault, p => !p.IsNegated),
        new(PhraseKinds.Blame, ProsePatterns.Blame, ProseProblems.Fault, p => !p.IsNegated && !p.Text.StartsWith("no", StringComparison.OrdinalIgnoreCase)),
        new(PhraseKinds.Trying, ProsePatterns.TryHarder, ProseProblems.TryHarder, p => !p.IsNegated),
        new(PhraseKinds.Hindsight, ProsePatterns.Hindsight, ProseProblems.Hindsight, p => !p.IsNegated),
        new(PhraseKinds.Claim, ProsePatterns.Unsourced, ProseProblems.Unsourced, p => !p.IsNegated && !ProsePatterns.Source().IsMatch(p.Part.Text)),
        new(PhraseKinds.Conditional, ProsePatterns.Counterfactual, ProseProblems.Counterfactual, p => !p.IsQuestion),
        new(PhraseKinds.Inverted, ProsePatterns.HadSomebody, ProseProblems.Counterfactual, p => !p.IsQuestion),
        new(PhraseKinds.Lacking, ProsePatterns.Insufficient, ProseProblems.Insufficient, p => !p.IsNegated),
    ];

    /// <returns>Words that may be the names of people who stand in other files.</returns>
    public static ImmutableArray<NameMention> Check(PostmortemDraft draft, KnownSections text, Policy policy, DiagnosticBag problems)
    {
        var names = new PersonNames(draft, policy.People);
        var named = new Dictionary<string, (SourceLocation First, int Count)>(StringComparer.OrdinalIgnoreCase);
        var mentions = new MentionCount();
        var found = new List<(int Start, int Length)>();
        foreach (var part in ProsePart.Of(draft, text))
        {
            CheckPhrases(part, problems);
            if (part.Section == SectionKind.ActionItems) continue; // where owners and contacts belong
            names.AddTo(found, part.Text);
            foreach (var (start, length) in found) AddNamed(part, start, length);
            CapitalisedWords.AddTo(found, part.Text);
            foreach (var (start, length) in found)
            {
                if (names.Has(part.Text.AsSpan(start, length))) AddNamed(part, start, length);
                else mentions.Add(part, start, length);
            }
        }
        foreach (var (name, (first, count)) in named) problems.Add(ProseProblems.NamedPerson(first, name, count)); // one finding a person: twenty say no more
        return mentions.All;

        void AddNamed(in ProsePart part, int start, int length)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(named, part.Text.Substring(start, length), out var isKnown);
            count = isKnown ? (count.First, count.Count + 1) : (part.PlaceOf(start, length), 1);
        }
    }

    /// <summary>Looks at the sentences that hold one of the words, and at no other.</summary>
    private static void CheckPhrases(in ProsePart part, DiagnosticBag problems)
    {
        var wanted = WantedIn(part);
        for (var from = 0; ProseWords.Next(part.Text, from, wanted) is >= 0 and var at;)
        {
            var (start, end) = SentenceAround(part.Text, from, at);
            CheckSentence(part, start, end, ProseWords.In(part.Text, start, end) & (wanted | PhraseKinds.Having), problems);
            from = end;
        }
    }

    private static PhraseKinds WantedIn(in ProsePart part)
    {
        var wanted = part.IsCause ? PhraseKinds.InCauses : PhraseKinds.Anywhere;
        if (part.Section == SectionKind.WentWell) wanted &= ~PhraseKinds.Erring; // what somebody ignored was well ignored there
        if (part.Section == SectionKind.ActionItems || part.HasSource) wanted &= ~PhraseKinds.Claim;
        return wanted;
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

    /// <param name="kinds">What the sentence holds of what is wanted, and needed for it.</param>
    private static void CheckSentence(in ProsePart part, int start, int end, PhraseKinds kinds, DiagnosticBag problems)
    {
        foreach (var rule in Phrases)
        {
            if ((rule.Kind & kinds) != rule.Kind) continue;
            foreach (var match in rule.Pattern().EnumerateMatches(part.Text.AsSpan(start, end - start)))
            {
                var phrase = new Phrase(part, start + match.Index, match.Length);
                if (rule.Counts(phrase)) problems.Add(rule.Problem(part.PlaceOf(phrase.Start, phrase.Length), phrase.Text.ToString()));
            }
        }
    }
}
