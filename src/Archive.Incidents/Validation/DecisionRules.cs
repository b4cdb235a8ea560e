using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>Holds items and text against what was decided, and looks for questions that nobody answered.</summary>
internal static partial class DecisionRules
{
    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private sealed record Decision(string Id, string Text);

    public static void Check(ImmutableArray<ActionItemDraft> items, KnownSections sections, DocumentStatus status, DiagnosticBag problems)
    {
        if (status < DocumentStatus.Review) return;
        var text = sections.Text;
        var unknown = UnknownHeadings(sections);
        var (registers, questions) = (HeadingsLike(unknown, Register), HeadingsLike(unknown, Questions));
        var register = registers.Count == 0 ? [] : RegisterOf(text, registers);
        CheckItems(items, register, problems);
        if (register.Count > 0) CheckMentions(text, registers, register, problems);
        if (questions.Count > 0) CheckQuestions([.. text.Prose.Where(b => questions.Contains(b.Section) && b is { Kind: not ProseKind.Heading, IsQuoted: false })], status, problems);
    }

    private static void CheckItems(ImmutableArray<ActionItemDraft> items, List<Decision> register, DiagnosticBag problems)
    {
        var declined = items.Where(i => i is { Id: not null, Title: not null, Status.Value: ItemStatus.Declined } && !Superseded().IsMatch(i.Reason?.Value ?? "")).ToList();
        var against = register.Where(d => Against().IsMatch(d.Text)).ToList();
        if (declined.Count == 0 && against.Count == 0) return;
        foreach (var item in items)
        {
            if (item is not { Id: { } id, Title: { } title } || (item.Status?.Value ?? ItemStatus.Open) is not (ItemStatus.Open or ItemStatus.Done)) continue;
            var decision = declined.Find(d => ItemTitles.Restates(title.Value, d.Title!.Value.Value) && ItemTitles.Restates(d.Title.Value.Value, title.Value))?.Id!.Value.Value // the list holds only those with both
                ?? against.Find(d => ItemTitles.Restates(title.Value, d.Text))?.Id;
            if (decision is not null) problems.Add(DecisionProblems.Contradicted(title.Location, id.Value, decision));
        }
    }

    private static void CheckMentions(SectionedText text, HashSet<string> registers, List<Decision> register, DiagnosticBag problems)
    {
        if (register.Count == 0) return;
        foreach (var block in text.Prose)
        {
            if (block.IsQuoted || registers.Contains(block.Section)) continue;
            foreach (Match match in Contrary().Matches(block.Text))
            {
                if (register.Exists(d => d.Id == match.Groups["id"].Value)) problems.Add(DecisionProblems.Contradicted(block.PlaceOf(match.Index, match.Length), "What is told here", match.Groups["id"].Value));
            }
        }
    }

    /// <summary>A question counts as answered by what follows it: deeper in the list, in the next cell, or in the paragraph below.</summary>
    private static void CheckQuestions(ImmutableArray<ProseBlock> blocks, DocumentStatus status, DiagnosticBag problems)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (!IsQuestion(blocks[i]) || (i + 1 < blocks.Length && Answers(blocks[i + 1], blocks[i]))) continue;
            problems.Add(DecisionProblems.OpenQuestion(blocks[i].PlaceOf(0, blocks[i].Text.Length), status == DocumentStatus.Final ? FindingLevel.Warning : FindingLevel.Advice));
        }
    }

    private static bool IsQuestion(ProseBlock block) => block.Text.AsSpan().TrimEnd().EndsWith("?");

    private static bool Answers(ProseBlock next, ProseBlock question) => !IsQuestion(next) && question.Kind switch
    {
        ProseKind.TableCell => next.Kind == ProseKind.TableCell,
        ProseKind.ListItem => next.Depth > question.Depth || next.Kind == ProseKind.Paragraph,
        ProseKind.Paragraph => true,
        ProseKind.Heading => throw new InvalidOperationException("Headings are left out."),
    };

    /// <summary>Entries with their ids; those that say what took their place are decisions no more.</summary>
    private static List<Decision> RegisterOf(SectionedText text, HashSet<string> registers)
    {
        var register = new List<Decision>();
        var blocks = text.Prose.Where(b => registers.Contains(b.Section) && b.Kind != ProseKind.Heading).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Entry().Match(blocks[i].Text) is not { Success: true } entry) continue;
            var words = entry.Groups["text"].Value is { Length: > 0 } own ? own : i + 1 < blocks.Count ? blocks[i + 1].Text : ""; // in a table the id has a cell of its own
            if (!Superseded().IsMatch(words)) register.Add(new(entry.Groups["id"].Value, words));
        }
        return register;
    }

    /// <summary>The headings that may be of decisions or questions: none of the sections that the archive knows is.</summary>
    private static List<string> UnknownHeadings(KnownSections sections)
    {
        var unknown = new List<string>();
        for (var i = 0; i < sections.Text.Sections.Length; i++)
        {
            if (sections.KindOf(i) is null && sections.Text.Sections[i].Heading is { Length: < 60 } heading) unknown.Add(heading);
        }
        return unknown;
    }

    private static HashSet<string> HeadingsLike(List<string> headings, Func<Regex> words) =>
        headings.Count == 0 ? [] : headings.Where(h => words().IsMatch(h)).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[\d.\s]*(?:the )?(?:recorded )?decisions?(?: (?:register|log|record|made|taken))?\s*$", Usual)]
    private static partial Regex Register();

    [GeneratedRegex(@"^[\d.\s]*(?:open|unanswered|unresolved|remaining|outstanding) (?:questions?|points?|issues?)\s*$", Usual)]
    private static partial Regex Questions();

    [GeneratedRegex(@"^\W{0,3}(?<id>[A-Z]{1,8}-?[0-9]{1,5})\b(?:\s*[:.)—–-]\s*|\s+|$)(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?:contrary to|against|despite|in spite of|overrid(?:e|es|ing)|overrode|revers(?:e|es|ing)|ignor(?:e|es|ed|ing)) (?:the )?(?:decision )?(?-i:(?<id>[A-Z]{1,8}-?[0-9]{1,5}))\b", Usual)]
    private static partial Regex Contrary();

    [GeneratedRegex(@"\b(?:not|never|no longer|don['’]t|won['’]t|against|reject(?:ed)?|neither)\b", Usual)]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(?:supersed|replac|merged|moved|duplicate|covered|part of|instead|reversed|withdrawn|revised)|\b[A-Z]{2,8}-[0-9]+", Usual)]
    private static partial Regex Superseded();
}
