using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Archive.Incidents.Validation.Prose;

/// <summary>The kinds of turns of phrase that a word may begin or stand in.</summary>
[Flags]
internal enum PhraseKinds
{
    None = 0,
    Should = 1 << 0,
    OnlyIf = 1 << 1,
    Error = 1 << 2,
    Forgetting = 1 << 3,
    Failing = 1 << 4,
    Erring = 1 << 5,
    Fault = 1 << 6,
    Blame = 1 << 7,
    Trying = 1 << 8,
    Hindsight = 1 << 9,
    Claim = 1 << 10,
    Conditional = 1 << 11,
    Lacking = 1 << 12,

    /// <summary>Those that are looked for in every section.</summary>
    Anywhere = Conditional - 1,

    /// <summary>Those that are looked for where causes are told.</summary>
    InCauses = Anywhere | Conditional | Lacking,
}

/// <summary>What a sentence has to hold for a pattern to be tried: looking at how words begin is fifty times faster than a pattern, and few sentences hold one.</summary>
internal static class ProseWords
{
    /// <summary>Letters of a word that are looked up at once; no entry is shorter.</summary>
    private const int KeyLength = 4;

    private static readonly (PhraseKinds Kind, string[] Beginnings)[] Entries =
    [
        (PhraseKinds.Should, ["should", "ought to"]),
        (PhraseKinds.OnlyIf, ["if only"]),
        (PhraseKinds.Error,
        [
            "human error", "human-error", "user error", "user-error", "operator error", "operator-error", "operational error", "operational-error", "pilot error", "pilot-error", "manual error", "manual-error", "mistake", "blunder", "lapse",
            "error by", "errors by", "error made", "errors made", "on the part of", "slip", "oversight",
        ]),
        (PhraseKinds.Forgetting, ["forgot", "neglected to", "omitted to"]),
        (PhraseKinds.Failing, ["failed to"]),
        (PhraseKinds.Erring, ["missed", "ignored", "misread", "mistyped", "misunderstood", "misinterpreted", "misconfigured", "overlooked", "did not", "didn", "made a", "made the", "bothered", "cared", "thought"]),
        (PhraseKinds.Fault,
        [
            "careless", "negligen", "incompeten", "stupid", "sloppy", "sloppiness", "reckless", "inattent", "lazy", "laziness", "fat finger", "fat-finger", "dropped the ball", "asleep", "my bad", "fault of", "oversight",
            "rubber stamp", "rubber-stamp", "judgement", "judgment", "advice",
        ]),
        (PhraseKinds.Blame, ["screwed up", "messed up", "fault", "mistake", "oversight", "to blame"]),
        (PhraseKinds.Trying, ["careful", "vigilant", "cautious", "attentive", "mindful", "remember to", "harder", "attention", "care must", "care should", "care needs", "more care", "greater care", "better care", "extra care", "remind", "communication", "the process", "happen", "awareness"]),
        (PhraseKinds.Hindsight, ["obvious", "needless", "simply", "hindsight"]),
        (PhraseKinds.Claim,
        [
            "industry", "common knowledge", "common wisdom", "general knowledge", "general wisdom", "conventional", "best practice", "well known", "well-known", "well accepted", "well-accepted", "well understood", "well-understood", "well agreed", "widely", "commonly", "generally",
            "universally", "everyone knows", "everybody knows", "studies", "research", "statistics", "experts",
        ]),
        (PhraseKinds.Conditional, ["could", "would", "might", "had "]),
        (PhraseKinds.Lacking, ["insufficient", "inadequate", "lack", "not enough", "poor", "sufficient", "adequate", "enough", "not thorough", "thorough"]),
    ];

    private static readonly FrozenDictionary<ulong, (string Beginning, PhraseKinds Kind)[]> ByKey = Entries
        .SelectMany(e => e.Beginnings.Select(b => (Beginning: b, e.Kind)))
        .GroupBy(b => KeyOf(b.Beginning, 0))
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Whether a key with these last bits may be there: most words end here.</summary>
    private static readonly bool[] MayBe = MayBeOf(ByKey.Keys);

    /// <summary>Where the first word of the wanted kinds begins; -1 where there is none.</summary>
    public static int Next(string text, int from, PhraseKinds wanted)
    {
        foreach (var at in new WordStarts(text, from, text.Length - KeyLength))
        {
            if ((KindsAt(text, at) & wanted) != PhraseKinds.None) return at;
        }
        return -1;
    }

    /// <summary>The kinds of all words of a part of a text.</summary>
    /// <param name="end">Not included.</param>
    public static PhraseKinds In(string text, int start, int end)
    {
        var kinds = PhraseKinds.None;
        foreach (var at in new WordStarts(text, start, Math.Min(end - 1, text.Length - KeyLength))) kinds |= KindsAt(text, at);
        return kinds;
    }

    private static PhraseKinds KindsAt(string text, int at)
    {
        var key = KeyOf(text, at);
        if (!MayBe[Bits(key)] || !ByKey.TryGetValue(key, out var entries)) return PhraseKinds.None;
        var kinds = PhraseKinds.None;
        foreach (var (beginning, kind) in entries)
        {
            if (text.AsSpan(at).StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) kinds |= kind;
        }
        return kinds;
    }

    /// <summary>Four characters in a number, as good as in lower case: what else has the same number is told apart by its letters.</summary>
    private static ulong KeyOf(string text, int at) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.AsSpan(at, KeyLength))) | 0x0020_0020_0020_0020;

    private static int Bits(ulong key) => (int)((key * 11400714819323198485) >> 52);

    private static bool[] MayBeOf(IEnumerable<ulong> keys)
    {
        var table = new bool[1 << 12];
        foreach (var key in keys) table[Bits(key)] = true;
        return table;
    }
}
