using System.Buffers;

namespace Archive.Incidents.Validation.Prose;

/// <summary>What a sentence has to hold for a pattern to be tried: a search for words is twenty times faster than a pattern, and few sentences hold one.</summary>
internal static class ProseWords
{
    private static readonly string[]
        ShouldWords = ["should", "ought to"],
        OnlyIfWords = ["if only"],
        ErrorWords = ["human error", "human-error", "user error", "user-error", "operator error", "operator-error", "operational error", "pilot error", "manual error", "mistake", "blunder", "lapse", "error by", "errors by", "error made", "errors made", "on the part of", "slip", "oversight"],
        ForgettingWords = ["forgot", "neglected to", "omitted to"],
        FailingWords = ["failed to"],
        ErringWords = ["missed", "ignored", "misread", "mistyped", "misunderstood", "misinterpreted", "misconfigured", "overlooked", "did not", "didn", "made a", "made the", "bothered", "cared", "thought"],
        FaultWords =
        [
            "careless", "negligen", "incompeten", "stupid", "sloppy", "sloppiness", "reckless", "inattent", "lazy", "laziness", "screwed up", "messed up", "fat finger", "fat-finger", "the ball", "asleep", "my bad", " fault", "mistake", "oversight", "to blame",
            "rubber stamp", "rubber-stamp", "judgement", "judgment", "advice",
        ],
        TryingWords = ["careful", "vigilant", "cautious", "attentive", "mindful", "remember to", "harder", "attention", "more care", "great care", "greater care", "better care", "extra care", "remind", "communication", "the process", "happen", "awareness"],
        HindsightWords = ["obvious", "needless", "simply", "hindsight"],
        ClaimingWords = ["industry", "common knowledge", "general knowledge", "conventional", "wisdom", "best practice", "well known", "well-known", "well accepted", "well understood", "widely", "commonly", "generally", "universally", "everyone knows", "everybody knows", "studies", "research", "statistics", "experts"],
        ConditionalWords = ["could", "would", "might", "had "],
        LackingWords = ["insufficient", "inadequate", "lack", "enough", "poor", "sufficient", "adequate", "thorough"];

    public static readonly SearchValues<string>
        Should = Words(ShouldWords), OnlyIf = Words(OnlyIfWords), Errors = Words(ErrorWords), Forgetting = Words(ForgettingWords), Failing = Words(FailingWords), Erring = Words(ErringWords), Faults = Words(FaultWords),
        Trying = Words(TryingWords), Hindsights = Words(HindsightWords), Claiming = Words(ClaimingWords), Conditionals = Words(ConditionalWords), Lacking = Words(LackingWords),
        Anywhere = Words([.. ShouldWords, .. OnlyIfWords, .. ErrorWords, .. ForgettingWords, .. FailingWords, .. ErringWords, .. FaultWords, .. TryingWords, .. HindsightWords, .. ClaimingWords]),
        InCauses = Words([.. ConditionalWords, .. LackingWords]);

    private static SearchValues<string> Words(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
