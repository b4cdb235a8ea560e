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
    Inverted = 1 << 12,
    Lacking = 1 << 13,

    /// <summary>No turn of phrase by itself: what some of them need besides.</summary>
    Having = 1 << 14,

    /// <summary>Those that are looked for in every section.</summary>
    Anywhere = Conditional - 1,

    /// <summary>Those that are looked for where causes are told.</summary>
    InCauses = Anywhere | Conditional | Inverted | Lacking,
}

/// <summary>What a sentence has to hold for a pattern to be tried: looking at how words begin is fifty times faster than a pattern, and few sentences hold one.</summary>
internal static class ProseWords
{
    /// <summary>Letters of a word that are looked up at once; no entry is shorter.</summary>
    private const int KeyLength = 4;

    private const int Places = 1 << 12;

    private static readonly string[] Modals = ["could", "would", "might"];

    /// <summary>How a word ends that says whose something is, or <c>at</c>: <c>my</c>, <c>his</c>, <c>their own</c>, <c>the developers’</c>.</summary>
    private const string Owning = "ysrntYSRNT'’";

    private static readonly Entry[] Entries = AllEntries();

    /// <summary>By the bits of its key the first of the entries that share them, counted from 1; 0 where there is none, as for most words.</summary>
    private static readonly short[] First = new short[Places];

    /// <summary>By entry the next one of the same place, counted from 1; 0 after the last.</summary>
    private static readonly short[] Following = FillIn(First);

    private static Entry[] AllEntries()
    {
        var entries = new List<Entry>();
        Add(PhraseKinds.Should, ["should", "ought to"]);
        Add(PhraseKinds.Having, ["have"]);
        Add(PhraseKinds.OnlyIf, ["if only"]);
        AddEach(PhraseKinds.Error, ["human", "user", "operator", "operational", "pilot", "manual"], [" error", "-error"]);
        AddEach(PhraseKinds.Error, ["mistake", "blunder", "lapse", "mistakes", "blunders", "lapses"], [" by", " of", " from"]);
        AddEach(PhraseKinds.Error, ["mistake", "error", "slip", "oversight", "mistakes", "errors", "slips", "oversights"], [" made", " by", " on the part of"]);
        Add(PhraseKinds.Forgetting, ["forgot", "neglected to", "omitted to"]);
        Add(PhraseKinds.Failing, ["failed to"]);
        Add(PhraseKinds.Erring, ["missed", "ignored", "misread", "mistyped", "misunderstood", "misinterpreted", "misconfigured", "overlooked", "did not", "didn", "made a", "made the", "bothered", "cared", "thought"]);
        Add(PhraseKinds.Fault,
        [
            "careless", "negligen", "incompeten", "stupid", "sloppy", "sloppiness", "reckless", "inattent", "lazy", "laziness", "fat finger", "fat-finger", "dropped the ball", "asleep", "my bad", "fault of", "oversight",
            "rubber stamp", "rubber-stamp", "judgement", "judgment", "advice",
        ]);
        Add(PhraseKinds.Blame, ["screwed up", "messed up", "to blame"]);
        Add(PhraseKinds.Blame, ["fault", "mistake", "oversight"], after: Owning);
        Add(PhraseKinds.Trying, ["careful", "vigilant", "cautious", "attentive", "mindful", "remember to", "harder", "attention", "care must", "care should", "care needs", "more care", "greater care", "better care", "extra care", "remind", "follow the process", "awareness"]);
        AddEach(PhraseKinds.Trying, ["improve", "improved", "improves"], [" communication"]);
        AddEach(PhraseKinds.Trying, ["let it", "let this", "let that"], [" happen"]);
        Add(PhraseKinds.Hindsight, ["obvious", "needless", "simply", "hindsight"]);
        Add(PhraseKinds.Claim,
        [
            "industry", "common knowledge", "common wisdom", "general knowledge", "general wisdom", "conventional", "best practice", "well known", "well-known", "well accepted", "well-accepted", "well understood", "well-understood", "well agreed", "widely", "commonly", "generally",
            "universally", "everyone knows", "everybody knows", "studies", "research", "statistics", "experts",
        ]);
        AddEach(PhraseKinds.Conditional, Modals, [" have", "'ve", "’ve", " not", "n't", "n’t", " easily", " likely", " probably", " also"]);
        AddEach(PhraseKinds.Inverted, ["had"], [" we ", " he ", " she ", " they ", " i ", " somebody ", " someone ", " the ", " an ", " our "]);
        Add(PhraseKinds.Lacking, ["insufficient", "inadequate", "lack", "not enough", "poor", "sufficient", "adequate", "enough", "not thorough", "thorough"]);
        return [.. entries];

        void Add(PhraseKinds kind, string[] beginnings, string? after = null)
        {
            foreach (var beginning in beginnings) entries.Add(new(KeyOf(beginning), beginning, kind, after));
        }

        void AddEach(PhraseKinds kind, string[] words, string[] continued)
        {
            foreach (var word in words) Add(kind, [.. continued.Select(c => word + c)]);
        }
    }

    /// <summary>Where the first word of the wanted kinds begins; -1 where there is none.</summary>
    public static int Next(string text, int from, PhraseKinds wanted)
    {
        var first = First;
        foreach (var at in new WordStarts(text, from, text.Length - KeyLength))
        {
            if (first[PlaceOf(KeyOf(text.AsSpan(at)))] is not 0 and var entry && (KindsAt(text, at, entry) & wanted) != PhraseKinds.None) return at;
        }
        return -1;
    }

    /// <summary>The kinds of all words of a part of a text.</summary>
    /// <param name="end">Not included.</param>
    public static PhraseKinds In(string text, int start, int end)
    {
        var kinds = text.AsSpan(start, end - start).ContainsAny('\'', '’') ? PhraseKinds.Having : PhraseKinds.None; // should've
        foreach (var at in new WordStarts(text, start, Math.Min(end - 1, text.Length - KeyLength))) kinds |= KindsAt(text, at, First[PlaceOf(KeyOf(text.AsSpan(at)))]);
        return kinds;
    }

    /// <param name="entry">The first of those that may be there, counted from 1; 0 for none.</param>
    private static PhraseKinds KindsAt(string text, int at, int entry)
    {
        var (kinds, key) = (PhraseKinds.None, KeyOf(text.AsSpan(at)));
        while (entry > 0)
        {
            ref readonly var known = ref Entries[entry - 1];
            if (known.Key == key && known.MayGoOnAt(text, at + KeyLength) && text.AsSpan(at).StartsWith(known.Beginning, StringComparison.OrdinalIgnoreCase) && IsAfter(known, text, at)) kinds |= known.Kind;
            entry = Following[entry - 1];
        }
        return kinds;
    }

    private static bool IsAfter(in Entry known, string text, int at)
    {
        if (known.After is not { } after) return true;
        var end = at + known.Beginning.Length;
        return at >= 2 && text[at - 1] == ' ' && after.Contains(text[at - 2], StringComparison.Ordinal) && (end == text.Length || !char.IsLetter(text[end]));
    }

    /// <summary>Four characters in a number, as good as in lower case: what else has the same number is told apart by its letters.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..KeyLength])) | 0x0020_0020_0020_0020;

    private static int PlaceOf(ulong key) => (int)((key * 11400714819323198485) >> 52) & (Places - 1); // what cannot leave the table is not checked against its length

    private static short[] FillIn(short[] first)
    {
        var following = new short[Entries.Length];
        for (var i = 0; i < Entries.Length; i++)
        {
            ref var place = ref first[PlaceOf(Entries[i].Key)];
            (following[i], place) = (place, (short)(i + 1));
        }
        return following;
    }

    /// <param name="Beginning">A word, or several, or the beginning of one; in any case.</param>
    /// <param name="After">For a whole word, letters of which one ends the word before; null where any word may stand before it, or none.</param>
    private readonly record struct Entry(ulong Key, string Beginning, PhraseKinds Kind, string? After)
    {
        /// <summary>Whether the letter behind the key fits, as good as without regard to case: a dozen entries may share one key.</summary>
        public bool MayGoOnAt(string text, int at) => Beginning.Length == KeyLength || (at < text.Length && (text[at] | 0x20) == (Beginning[KeyLength] | 0x20));
    }
}
