using System.Text;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;

namespace Archive.Cli.Writing;

/// <summary>The text of a new postmortem: what is known, the sections that the policy wants, and a line of guidance in each.</summary>
public static class PostmortemTemplate
{
    /// <summary>A whole draft, which is sound as it stands.</summary>
    /// <param name="similar">Earlier postmortems of the same kind, newest first.</param>
    public static string Draft(PostmortemOutline outline, Policy policy, IReadOnlyList<Postmortem> similar)
    {
        var text = new StringBuilder(Head(outline, "draft"));
        AppendChain(text, policy);
        text.Append($"times:\n  started: {Instant(outline.StartedAt)}\n");
        text.Append($"  # detected, declared, mitigated, resolved, communicated: like started\n");
        text.Append($"# detected_by: alert     # {string.Join(", ", Words.All<Detector>())}\n");
        text.Append($"authors: {YamlText.List(outline.Authors)}\n");
        AppendLater(text, outline, policy, similar);
        text.Append("---\n");
        foreach (var kind in policy.RequiredSections.Where(k => k != SectionKind.ActionItems)) AppendSection(text, kind, outline, policy);
        return text.ToString();
    }

    /// <summary>An owed postmortem: only what makes it count.</summary>
    public static string Stub(PostmortemOutline outline) =>
        $"{Head(outline, "stub")}times:\n  started: {Instant(outline.StartedAt)}\n---\n";

    private static string Head(PostmortemOutline outline, string status)
    {
        var text = new StringBuilder("---\n# yaml-language-server: $schema=../../schema/postmortem.json\n");
        text.Append($"id: {YamlText.Of(outline.Id)}\n");
        text.Append($"title: {YamlText.Of(outline.Title)}\n");
        text.Append($"status: {status}\n");
        text.Append($"severity: {YamlText.Of(outline.Severity.Id)}\n");
        text.Append($"services: {YamlText.List(outline.Services.Select(s => s.Id))}\n");
        if (outline.FailureClass is { } failure) text.Append($"failure_class: {YamlText.Of(failure.Id)}\n");
        return text.ToString();
    }

    private static void AppendChain(StringBuilder text, Policy policy)
    {
        if (!policy.RequiresChain) return;
        text.Append($"# chain_level:           # {string.Join(", ", policy.ChainLevels)}\n");
        text.Append($"# chain_label:           # {string.Join(", ", policy.ChainLabels)}\n");
    }

    /// <summary>What a review will ask for, as comments to be filled in.</summary>
    private static void AppendLater(StringBuilder text, PostmortemOutline outline, Policy policy, IReadOnlyList<Postmortem> similar)
    {
        text.Append($"# {DueWords(outline.Severity)}\n");
        text.Append("# impact:                # customers, segments, requests_failed, revenue, error_budget, data_loss, teams_blocked, hours_lost\n");
        text.Append("# error_signatures:\n#   - 'the exact text that a person would paste'\n");
        text.Append("# causes:\n#   - id: C1\n#     kind: root         # or contributing\n#     text: …\n#     addressed_by: [AI-1]\n");
        if (policy.SignOffsOf(outline.Severity) is > 0 and var people) text.Append($"# signed_off_by: []      # when it is final, {people} of them\n");
        text.Append($"# action_items:          # {ItemWords(policy)}\n");
        text.Append("#   - id: AI-1\n#     title: …\n#     type: test         # " + string.Join(", ", policy.ItemTypes) + "\n");
        text.Append($"#     purpose: prevent   # {string.Join(", ", Words.All<ItemPurpose>())}\n");
        text.Append("#     owner: \"@…\"\n#     priority: p1\n#     due: …\n#     ticket: …\n#     status: open\n");
        if (policy.StructuralFixes is not null) text.Append("#     structural_fix: true\n");
        if (similar.Count > 0) text.Append($"# recurrence_of: {similar[0].Id}  # if it is the same again\n# related: [{string.Join(", ", similar.Select(s => s.Id))}]\n");
    }

    private static void AppendSection(StringBuilder text, SectionKind kind, PostmortemOutline outline, Policy policy)
    {
        text.Append($"\n## {SectionKinds.HeadingOf(kind)}\n\n");
        if (kind == SectionKind.Timeline) text.Append(TimelineTable(outline, policy));
        else text.Append($"*{GuidanceOf(kind)}*\n");
    }

    private static string TimelineTable(PostmortemOutline outline, Policy policy)
    {
        var local = TimeZoneInfo.ConvertTime(outline.StartedAt, TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZone));
        return $"""
            | Time ({policy.TimeZone}) | Role | Event | Source | Mark |
            | --- | --- | --- | --- | --- |
            | {local:yyyy-MM-dd HH:mm} | | The first harm is done | | trigger |

            """;
    }

    private static string DueWords(Severity severity) => (severity.Requirement, severity.Deadline) switch
    {
        (PostmortemRequirement.Mandatory, { } deadline) => $"{severity.Name}: final within {SpanOf(deadline)} of its resolution.",
        (PostmortemRequirement.Mandatory, null) => $"{severity.Name}: must become final.",
        (PostmortemRequirement.Recommended, _) => $"{severity.Name}: a postmortem is recommended.",
        (PostmortemRequirement.Optional or PostmortemRequirement.None, _) => $"{severity.Name}: a postmortem is your choice. Thank you for writing it.",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity.Requirement, null),
    };

    private static string SpanOf(Deadline deadline) => deadline.Unit switch
    {
        DeadlineUnit.Hours => $"{deadline.Amount} hours",
        DeadlineUnit.Days => $"{deadline.Amount} days",
        DeadlineUnit.BusinessDays => $"{deadline.Amount} business days",
        _ => throw new ArgumentOutOfRangeException(nameof(deadline), deadline.Unit, null),
    };

    private static string ItemWords(Policy policy)
    {
        var count = (policy.ItemsAtLeast, policy.ItemsAtMost) switch
        {
            ({ } least, { } most) => $"{least} to {most}",
            (null, { } most) => $"at most {most}",
            ({ } least, null) => $"at least {least}",
            _ => "as many as will be done",
        };
        return policy.StructuralFixes is { } fixes ? $"{count}; {fixes} with structural_fix" : count;
    }

    private static string GuidanceOf(SectionKind kind) => kind switch
    {
        SectionKind.Summary => "What happened, to whom, for how long, and what ended it, in one to five sentences.",
        SectionKind.Impact => "What customers and colleagues could not do, in numbers where there are any.",
        SectionKind.ErrorManifestation => "The errors as they were seen, word for word, in code blocks.",
        SectionKind.Timeline => "One row for each moment.",
        SectionKind.Detection => "What noticed it, how long after it began, and what should have noticed it sooner.",
        SectionKind.Response => "What was tried, in which order, and what each attempt taught.",
        SectionKind.Resolution => "What ended the harm, and what ended the cause.",
        SectionKind.WentWell => "What limited the harm and is worth keeping, as a list.",
        SectionKind.WentWrong => "What made it worse or longer, as a list; systems and rules, not people.",
        SectionKind.ContributingFactors => "What had to be true for this to happen.",
        SectionKind.RootCauseAnalysis => "Why, and why that, down to something that can be changed.",
        SectionKind.WhyItEscaped => "Which review, test or check it passed, and why that did not see it.",
        SectionKind.OwnerSentiment => "How those who own it feel about it, in their own words.",
        SectionKind.EarlierMissed => "What the earlier postmortem did not see or did not ship.",
        SectionKind.ActionItems => "What will be done.",
        SectionKind.CloseOutVerification => "How somebody made sure that the items work.",
        SectionKind.LessonsLearned => "What others can use without knowing this system.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
