using System.Buffers;
using System.Text.RegularExpressions;

namespace Archive.Incidents.Validation;

/// <summary>What the title of an action item says: a surface and a result that one can see, or a good intention.</summary>
internal static partial class ItemTitles
{
    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly SearchValues<string> Things = SearchValues.Create(["value", "case", "input", "customer", "user", "tenant", "file", " id", "record", " key", " row"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A longer title says something, even if it begins with a good intention.</summary>
    private const int MostWords = 7;

    /// <summary>What is looked into has a name, and still no end.</summary>
    private const int MostWordsOfResearch = 12;

    /// <summary>Whether nobody could say when it is done: a verb without an end, and neither a name, a number, nor what will be seen.</summary>
    public static bool IsVague(string title)
    {
        if (Intention().Match(title.Trim()) is not { Success: true } intention) return false;
        if (Result().IsMatch(title)) return false;
        var rest = title.Trim()[intention.Length..];
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return Research().IsMatch(intention.Value) ? words <= MostWordsOfResearch && !Reference().IsMatch(rest) : words <= MostWords && !Specific().IsMatch(rest);
    }

    /// <summary>Whether it is against the one value of this incident.</summary>
    public static bool IsOneValue(string title) => title.AsSpan().ContainsAny(Things) && OneValue().IsMatch(title);

    public static bool IsAboutNoticing(string title) => Noticing().IsMatch(title);

    /// <summary>Whether all words that carry a title, at least three, stand in an event in one form or another.</summary>
    public static bool Restates(string title, string happened)
    {
        var words = new CarryingWords().Read(title.ToLowerInvariant().AsMemory());
        return words.Count >= 3 && words.AreIn(happened.ToLowerInvariant(), words.Count);
    }

    [GeneratedRegex(
        @"^(?:(?:we|to|need to|needs to|should|must|please|try to|continue to)\s+)*(?:improv(?:e|ing)|enhanc(?:e|ing)|strengthen|better|more|increase|optimi[sz]e|review(?:ing)?|revisit|investigat(?:e|ing)|look (?:into|at|for)|explore|consider|discuss|evaluate|assess|" +
        @"research|think about|reflect (?:on|about)|raise|educate|encourage|ensure|make sure|work on|clean up|harden|be (?:more|better)|refine|tune|fix|monitor|update|rethink|streamline|communicate|talk (?:to|with|about)|find (?:a|out)|follow up|tidy|train)\b", Usual)]
    private static partial Regex Intention();

    [GeneratedRegex(@"(?:investigat(?:e|ing)|look (?:into|at)|explore|consider|discuss|evaluate|assess|research|think about|reflect (?:on|about)|talk (?:to|with|about))$", Usual)]
    private static partial Regex Research();

    /// <summary>A ticket or an address, where the end may stand.</summary>
    [GeneratedRegex(@"#[0-9]|://|\]\(|\b[A-Z]{2,}-[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    /// <summary>What will be seen, or from when on.</summary>
    [GeneratedRegex(@"\b(?:so that|such that|when(?:ever)?|until|unless|before|within|every|each|at least|at most|above|below|under|over|per|refuses?|fails?|pages?|alerts?|blocks?|rejects?|stops?|and (?:write|record|decide|publish|report|document|fix|choose|set|add|make)|by (?:using|adding|making|running|moving|setting))\b", Usual)]
    private static partial Regex Result();

    /// <summary>A number, code, a path, an identifier, an abbreviation, or a name inside the sentence.</summary>
    [GeneratedRegex(@"[0-9`/_#""'@]|\w\.\w|\b[A-Za-z]*[a-z][A-Z]\w*|\b[A-Z]{2,}|(?<=\s)[A-Z][a-z]+|\w-\w", RegexOptions.CultureInvariant)]
    private static partial Regex Specific();

    [GeneratedRegex(@"\b(?:check|guard|test|validation|rule|alert|filter|exception|special case|handling) (?:for|against|on|of) (?:this|that|the) (?:specific|exact|particular|one|single|same)?\s?(?:value|case|input|customer|user|tenant|file|id|record|key|row)\b(?! (?:of|in|that|which|with))", Usual)]
    private static partial Regex OneValue();

    [GeneratedRegex(@"\b(?:alert|alarm|page[sd]?|paging|monitor|detect|notic|dashboard|probe|watch(?:es|dog)?|canary|synthetic|metric|notif|warn|compar|counts?\b|report|shows?\b|tells?\b|check)", Usual)]
    private static partial Regex Noticing();
}
