using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>Whether what is there says something: numbers in the impact, a voice in the sentiment, names below a final text, lessons that are more than the timeline.</summary>
internal static partial class SubstanceRules
{
    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>Fewer words that carry a sentence say too little to be the same.</summary>
    private const int FewestWordsOfLesson = 4;

    /// <summary>The share of a sentence's words that the row of a timeline has too.</summary>
    private const double SameWords = 0.75;

    /// <param name="rows">The rows of the timeline.</param>
    public static void Check(PostmortemDraft draft, SectionedText text, ImmutableArray<ReadMoment> rows, Severity? severity, Policy policy, DocumentStatus status, DiagnosticBag problems)
    {
        if (status < DocumentStatus.Review) return;
        CheckLessons(text, rows, problems);
        CheckImpact(draft, text, problems);
        CheckSentiment(text, problems);
        if (status == DocumentStatus.Final) CheckSignOff(draft, severity, policy, problems);
    }

    /// <summary>Only where an impact is told at all: a missing section is a finding of its own.</summary>
    private static void CheckImpact(PostmortemDraft draft, SectionedText text, DiagnosticBag problems)
    {
        if (draft.Kind?.Value is PostmortemKind.NearMiss or PostmortemKind.MissedLaunch or PostmortemKind.FailedExperiment) return;
        var place = draft.Impact?.Keys.Location ?? text.Find(SectionKind.Impact) switch { { IsEmpty: false } section => section.Location, _ => null };
        if (place is not { } at || HasNumbers(draft.Impact) || (draft.Summary is { } summary && Quantity().IsMatch(summary.Value))) return;
        if (!text.BlocksOf(SectionKind.Impact).Concat(text.BlocksOf(SectionKind.Summary)).Any(b => Quantity().IsMatch(b.Text))) problems.Add(SubstanceProblems.Impact(at));
    }

    private static bool HasNumbers(ImpactDraft? impact) => impact is { Customers: not null } or { RequestsFailed: not null } or { Revenue: not null } or { ErrorBudget: not null } or { HoursLost: not null } or { DataLoss: not null }
        || impact?.TeamsBlocked.IsEmpty == false || impact?.Segments.Any(s => Quantity().IsMatch(s.Value)) == true;

    private static void CheckSentiment(SectionedText text, DiagnosticBag problems)
    {
        if (text.Find(SectionKind.OwnerSentiment) is not { IsEmpty: false } section) return;
        if (!text.BlocksOf(SectionKind.OwnerSentiment).Any(b => b.IsQuoted || Voice().IsMatch(b.Text))) problems.Add(SubstanceProblems.Sentiment(section.Location));
    }

    private static void CheckSignOff(PostmortemDraft draft, Severity? severity, Policy policy, DiagnosticBag problems)
    {
        var wanted = policy.SignOffsOf(severity);
        var signed = draft.SignedOffBy.Select(h => h.Value.TrimStart('@')).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (signed < wanted) problems.Add(SubstanceProblems.SignOff(draft.Keys.PlaceOf("signed_off_by"), signed, wanted, severity is not null && policy.IsWorst(severity) ? $"the policy, for a {severity.Name}," : "the policy"));
    }

    private static void CheckLessons(SectionedText text, ImmutableArray<ReadMoment> rows, DiagnosticBag problems)
    {
        ImmutableArray<string>? told = null;
        foreach (var block in text.BlocksOf(SectionKind.LessonsLearned))
        {
            if (block.IsQuoted) continue;
            var events = told ??= [.. rows.Select(r => r.Moment.EventText.ToLowerInvariant())];
            var lower = block.Text.ToLowerInvariant();
            foreach (var sentence in lower.AsSpan().Split(". "))
            {
                var (start, length) = sentence.GetOffsetAndLength(lower.Length);
                if (AtTime().IsMatch(lower.AsSpan(start, length))) problems.Add(SubstanceProblems.Lesson(block.PlaceOf(start, length), null));
                else if (RowLike(new(lower, sentence), events) is { } row) problems.Add(SubstanceProblems.Lesson(block.PlaceOf(start, length), rows[row].Moment.EventText));
            }
        }
    }

    /// <summary>The first row that says what a sentence says; null where none does.</summary>
    private static int? RowLike(CarryingWords sentence, ImmutableArray<string> events)
    {
        var least = Math.Max(FewestWordsOfLesson, (int)Math.Ceiling(SameWords * sentence.Count));
        for (var i = 0; i < events.Length; i++)
        {
            if (sentence.AreIn(events[i], least)) return i;
        }
        return null;
    }

    /// <summary>Begins with a clock: <c>At 14:02 the job …</c></summary>
    [GeneratedRegex(@"^\W{0,3}(?:at|around|by) (?:about )?[0-9]{1,2}[:.][0-9]{2}\b", Usual)]
    private static partial Regex AtTime();

    /// <summary>A number that counts something, in digits or in words, or the word that nothing or nobody knows: no clock, date, version or id.</summary>
    [GeneratedRegex(
        @"(?<![\w:.\-/#])(?>[0-9]+(?:[.,][0-9]+)*)(?![:\-/][0-9])|" +
        @"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|a third(?!-)|thirds|a quarter|quarters|all|every|each|none|no|nobody|nothing|not (?:known|measured|counted|recorded|affected|hit|lost)|zero|both|once|twice|never|entire|whole|unknown|(?:an|per) hour|a (?:minute|day|week|month))\b", Usual)]
    private static partial Regex Quantity();

    /// <summary>Words between quotation marks, or somebody who says I or we.</summary>
    [GeneratedRegex(@"[""“„«][^""”“»]{10,}|\b(?:i|we|my|me|our|us|mine|ours)\b", Usual)]
    private static partial Regex Voice();
}

/// <summary>Sections by what they are.</summary>
internal static class SectionsByKind
{
    public static TextSection? Find(this SectionedText text, SectionKind kind) => text.Sections.FirstOrDefault(s => SectionKinds.Of(s.Heading) == kind);

    /// <summary>The words of all sections of a kind, without their headings.</summary>
    public static IEnumerable<ProseBlock> BlocksOf(this SectionedText text, SectionKind kind)
    {
        (string Heading, SectionKind? Kind) last = ("", null);
        foreach (var block in text.Prose)
        {
            if (block.Section != last.Heading) last = (block.Section, SectionKinds.Of(block.Section));
            if (last.Kind == kind && block.Kind != ProseKind.Heading) yield return block;
        }
    }
}
