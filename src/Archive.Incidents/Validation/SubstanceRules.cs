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

    /// <param name="rows">The rows of the timeline.</param>
    public static void Check(PostmortemDraft draft, KnownSections text, ImmutableArray<ReadMoment> rows, Severity? severity, Policy policy, DocumentStatus status, DiagnosticBag problems)
    {
        if (status < DocumentStatus.Review) return;
        CheckLessons(text, rows, problems);
        CheckImpact(draft, text, problems);
        CheckSentiment(text, problems);
        if (status == DocumentStatus.Final) CheckSignOff(draft, severity, policy, problems);
    }

    /// <summary>Only where an impact is told at all: a missing section is a finding of its own.</summary>
    private static void CheckImpact(PostmortemDraft draft, KnownSections text, DiagnosticBag problems)
    {
        if (draft.Kind?.Value is PostmortemKind.NearMiss or PostmortemKind.MissedLaunch or PostmortemKind.FailedExperiment) return;
        var place = draft.Impact?.Keys.Location ?? text.Find(SectionKind.Impact) switch { { IsEmpty: false } section => section.Location, _ => null };
        if (place is not { } at || HasNumbers(draft.Impact) || (draft.Summary is { } summary && Quantity().IsMatch(summary.Value))) return;
        if (!Has(text, SectionKind.Impact, static b => Quantity().IsMatch(b.Text)) && !Has(text, SectionKind.Summary, static b => Quantity().IsMatch(b.Text))) problems.Add(SubstanceProblems.Impact(at));
    }

    private static bool HasNumbers(ImpactDraft? impact) => impact is { Customers: not null } or { RequestsFailed: not null } or { Revenue: not null } or { ErrorBudget: not null } or { HoursLost: not null } or { DataLoss: not null }
        || impact?.TeamsBlocked.IsEmpty == false || impact?.Segments.Any(s => Quantity().IsMatch(s.Value)) == true;

    private static void CheckSentiment(KnownSections text, DiagnosticBag problems)
    {
        if (text.Find(SectionKind.OwnerSentiment) is not { IsEmpty: false } section) return;
        if (!Has(text, SectionKind.OwnerSentiment, static b => b.IsQuoted || Voice().IsMatch(b.Text))) problems.Add(SubstanceProblems.Sentiment(section.Location));
    }

    private static void CheckSignOff(PostmortemDraft draft, Severity? severity, Policy policy, DiagnosticBag problems)
    {
        var wanted = policy.SignOffsOf(severity);
        var signed = draft.SignedOffBy.Select(h => h.Value.TrimStart('@')).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (signed < wanted) problems.Add(SubstanceProblems.SignOff(draft.Keys.PlaceOf("signed_off_by"), signed, wanted, severity is not null && policy.IsWorst(severity) ? $"the policy, for a {severity.Name}," : "the policy"));
    }

    /// <summary>Whether one of the blocks in the sections of a kind is as wanted; their headings are not asked.</summary>
    private static bool Has(KnownSections text, SectionKind kind, Func<ProseBlock, bool> isWanted)
    {
        foreach (var run in text.Prose)
        {
            if (run.Kind != kind) continue;
            foreach (var block in run.Blocks)
            {
                if (block.Kind != ProseKind.Heading && isWanted(block)) return true;
            }
        }
        return false;
    }

    private static void CheckLessons(KnownSections text, ImmutableArray<ReadMoment> rows, DiagnosticBag problems)
    {
        if (!Has(text, SectionKind.LessonsLearned, static b => !b.IsQuoted)) return;
        using var told = new TimelineWords(rows);
        foreach (var run in text.Prose)
        {
            if (run.Kind != SectionKind.LessonsLearned) continue;
            foreach (var block in run.Blocks)
            {
                if (!block.IsQuoted && block.Kind != ProseKind.Heading) CheckLesson(block, told, problems);
            }
        }
    }

    private static void CheckLesson(ProseBlock block, TimelineWords told, DiagnosticBag problems)
    {
        var lower = told.Lower(block.Text);
        foreach (var sentence in lower.Span.Split(". "))
        {
            var (start, length) = sentence.GetOffsetAndLength(lower.Length);
            if (AtTime().IsMatch(lower.Span[sentence])) problems.Add(SubstanceProblems.Lesson(block.PlaceOf(start, length), null));
            else if (told.RowLike(lower[sentence]) is { } row) problems.Add(SubstanceProblems.Lesson(block.PlaceOf(start, length), row));
        }
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
