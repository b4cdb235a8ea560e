using Archive.Incidents.Model;

namespace Archive.Incidents.Drafting;

/// <summary>The words by which people head the sections of a postmortem.</summary>
public static class SectionKinds
{
    private static readonly (SectionKind Kind, string[] Headings)[] Known =
    [
        (SectionKind.Summary, ["summary", "executive summary", "overview", "tldr", "tl dr", "abstract", "incident summary", "in short"]),
        (SectionKind.Impact, ["impact", "fallout", "customer impact", "user impact", "business impact", "blast radius", "consequences"]),
        (SectionKind.ErrorManifestation, ["error manifestation", "symptoms", "error messages", "manifestation", "what users saw"]),
        (SectionKind.Timeline, ["timeline", "complete timeline", "incident timeline", "timeline of events", "key events", "events", "chronology", "sequence of events"]),
        (SectionKind.Detection, ["detection", "how we noticed", "how it was detected"]),
        (SectionKind.Response, ["response", "how we responded", "incident response", "diagnosis"]),
        (SectionKind.Resolution, ["resolution", "mitigation", "mitigation and resolution", "fix", "the fix", "recovery", "remediation", "how we fixed it"]),
        (SectionKind.WentWell, ["what went well", "went well", "things that went well", "what worked", "where we got lucky", "good"]),
        (SectionKind.WentWrong, ["what went wrong", "went wrong", "what went badly", "what went poorly", "what didnt go so well", "what did not go well", "what could go better", "what didnt go well"]),
        (SectionKind.ContributingFactors, ["contributing factors", "contributing factor", "contributing causes", "factors"]),
        (SectionKind.RootCauseAnalysis, ["root cause analysis", "root cause", "root causes", "root cause s", "5 whys", "five whys", "causes", "cause", "causal tree", "what happened", "why did it happen", "trigger", "technical details"]),
        (SectionKind.WhyItEscaped, ["why it escaped", "why it was not caught", "why was it not caught", "how it escaped"]),
        (SectionKind.OwnerSentiment, ["owner sentiment", "sentiment", "in the owners words"]),
        (SectionKind.EarlierMissed, ["what the earlier postmortem missed", "what the earlier one missed", "what we missed last time", "recurrence"]),
        (SectionKind.ActionItems, ["action items", "actions", "action item", "follow ups", "follow up", "followups", "follow up actions", "next steps", "corrective actions", "corrective and preventative measures", "review actions", "prevention", "prevention measures"]),
        (SectionKind.CloseOutVerification, ["close out verification", "closeout verification", "verification"]),
        (SectionKind.LessonsLearned, ["lessons learned", "lessons learnt", "lessons", "learnings", "what we learned", "takeaways"]),
    ];

    private static readonly Dictionary<string, SectionKind>.AlternateLookup<ReadOnlySpan<char>> ByHeading = KindsByHeading();

    /// <summary>What a section is, by its heading; null where no known word heads it. Case, numbering and punctuation do not count.</summary>
    public static SectionKind? Of(string heading)
    {
        var words = Normalize(heading, heading.Length <= 128 ? stackalloc char[heading.Length] : new char[heading.Length]);
        if (ByHeading.TryGetValue(words, out var kind)) return kind; // "5 Whys" before "5. Impact"
        return ByHeading.TryGetValue(words.TrimStart("0123456789").TrimStart(' '), out kind) ? kind : null;
    }

    /// <summary>The heading that a template writes for a section.</summary>
    public static string HeadingOf(SectionKind kind) => kind switch
    {
        SectionKind.Summary => "Summary",
        SectionKind.Impact => "Impact",
        SectionKind.ErrorManifestation => "Error manifestation",
        SectionKind.Timeline => "Timeline",
        SectionKind.Detection => "Detection",
        SectionKind.Response => "Response",
        SectionKind.Resolution => "Mitigation and resolution",
        SectionKind.WentWell => "What went well",
        SectionKind.WentWrong => "What went wrong",
        SectionKind.ContributingFactors => "Contributing factors",
        SectionKind.RootCauseAnalysis => "Root cause analysis",
        SectionKind.WhyItEscaped => "Why it escaped",
        SectionKind.OwnerSentiment => "Owner sentiment",
        SectionKind.EarlierMissed => "What the earlier postmortem missed",
        SectionKind.ActionItems => "Action items",
        SectionKind.CloseOutVerification => "Close-out verification",
        SectionKind.LessonsLearned => "Lessons learned",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Dictionary<string, SectionKind>.AlternateLookup<ReadOnlySpan<char>> KindsByHeading()
    {
        var kinds = new Dictionary<string, SectionKind>(StringComparer.Ordinal);
        foreach (var (kind, headings) in Known)
        {
            foreach (var heading in headings) kinds.Add(heading, kind);
        }
        return kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Lower case words with single spaces, without apostrophes.</summary>
    private static ReadOnlySpan<char> Normalize(string heading, Span<char> words)
    {
        var length = 0;
        foreach (var letter in heading)
        {
            if (char.IsLetterOrDigit(letter)) words[length++] = char.ToLowerInvariant(letter);
            else if (letter is not ('\'' or '’') && length > 0 && words[length - 1] != ' ') words[length++] = ' ';
        }
        return words[..length].Trim(' ');
    }
}
