using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Incidents.Validation;

/// <summary>Searches what a note says to the world for what the world should not read.</summary>
internal sealed partial class LeakRules(PrivateWords words)
{
    /// <summary>What stands at the end of each host that <see cref="InternalHost"/> finds.</summary>
    private static readonly SearchValues<string> HostEndings = SearchValues.Create(["localhost", ".internal", ".local", ".corp", ".lan", ".intra", ".svc", ".home.arpa"], StringComparison.Ordinal);

    private readonly WordSearch _known = new(words.All);

    /// <summary>How each id begins that is private by its series: <c>inc-</c>.</summary>
    private readonly SearchValues<string> _series = SearchValues.Create([.. words.IncidentSeries.Union(words.TicketSeries).Select(s => $"{s}-")], StringComparison.Ordinal);

    public PrivateWords Words { get; } = words;

    public void Check(NoteWords note, ImmutableArray<NoteAllowance> allowed, FindingLevel level, DiagnosticBag problems)
    {
        var free = allowed.DistinctBy(a => FoldedText.Fold(a.Text), StringComparer.Ordinal).ToDictionary(a => FoldedText.Fold(a.Text), a => a.Reason, StringComparer.Ordinal);
        var places = new TextPlaces(note.Source.Text, note.Source.Path);
        var taken = new HashSet<SourceLocation>();
        foreach (var (text, place) in note.Texts)
        {
            var folded = new FoldedText(text);
            foreach (var (start, length, rule) in Found(folded))
            {
                var at = PlaceOf(folded.WrittenPart(start, length), place, note.Source, places);
                if (!taken.Add(at)) continue;
                if (free.TryGetValue(folded.Text.Substring(start, length), out var reason)) problems.Suppress(LeakProblems.Leak(rule, at, level), reason, by: null);
                else problems.Add(LeakProblems.Leak(rule, at, level));
            }
        }
    }

    /// <summary>What is found in a folded text; of words inside one another the longest.</summary>
    private List<Leak> Found(FoldedText folded)
    {
        var found = NamesIn(folded.Text);
        AddFigures(folded.Text, found);
        return Longest(found);
    }

    /// <summary>Of words inside one another the longest.</summary>
    public static List<Leak> Longest(List<Leak> leaks)
    {
        if (leaks.Count < 2) return leaks;
        var longest = new List<Leak>();
        foreach (var leak in leaks.OrderBy(f => f.Start).ThenByDescending(f => f.Length))
        {
            if (longest.Count == 0 || leak.Start >= longest[^1].Start + longest[^1].Length) longest.Add(leak);
        }
        return longest;
    }

    /// <summary>What names somebody or something in a folded text, private addresses and money aside; also words inside one another.</summary>
    /// <param name="free">Known words that may be read after all, or null.</param>
    public List<Leak> NamesIn(ReadOnlySpan<char> folded, IReadOnlySet<string>? free = null)
    {
        var names = new List<Leak>();
        foreach (var (start, word) in _known.In(folded))
        {
            if (free?.Contains(word.Text) != true) names.Add(new(start, word.Text.Length, word.Rule));
        }
        AddNumbered(folded, names);
        if (!folded.ContainsAny(HostEndings)) return names;
        foreach (var match in InternalHost().EnumerateMatches(folded)) names.Add(new(match.Index, match.Length, LeakProblems.HostRule));
        return names;
    }

    /// <summary>Ids of a private series that stand whole, known or not: <c>inc-31</c>, <c>inc-2026-031</c>.</summary>
    private void AddNumbered(ReadOnlySpan<char> folded, List<Leak> names)
    {
        for (var from = 0; folded[from..].IndexOfAny(_series) is >= 0 and var next; from++)
        {
            from += next;
            if (from > 0 && char.IsAsciiLetterOrDigit(folded[from - 1])) continue;
            var series = folded[from..].IndexOf('-');
            if (NumberAt(folded[(from + series)..]) is var number and > 0)
                names.Add(new(from, series + number, Words.IncidentSeries.Contains(folded.Slice(from, series).ToString()) ? LeakProblems.IncidentRule : LeakProblems.TicketRule));
        }
    }

    /// <summary>The length of one or two numbers with a hyphen before each, behind which no letter or digit stands; 0 where there are none.</summary>
    private static int NumberAt(ReadOnlySpan<char> text)
    {
        var (length, whole) = (0, 0);
        for (var numbers = 0; numbers < 2 && length + 1 < text.Length && text[length] == '-' && char.IsAsciiDigit(text[length + 1]); numbers++)
        {
            length++;
            while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
            if (length == text.Length || !char.IsAsciiLetterLower(text[length])) whole = length;
        }
        return whole;
    }

    private static void AddFigures(string text, List<Leak> found)
    {
        foreach (var match in PrivateAddress().EnumerateMatches(text)) found.Add(new(match.Index, match.Length, LeakProblems.AddressRule));
        foreach (var match in Money().EnumerateMatches(text)) found.Add(new(match.Index, match.Length, LeakProblems.MoneyRule));
    }

    /// <summary>Where the words stand in the file; the place of the text that holds them where markup splits them.</summary>
    private static SourceLocation PlaceOf(string written, SourceLocation from, SourceFile source, TextPlaces places)
    {
        var index = 0;
        for (var line = 1; line < from.Line && index >= 0; line++) index = source.Text.IndexOf('\n', index) + 1;
        var at = source.Text.IndexOf(written, index, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? from : places.Of(at, written.Length);
    }

    [GeneratedRegex(@"(?<![a-z0-9.-])(?:localhost|(?:[a-z0-9_-]+\.)+(?:internal|local|corp|lan|intra|intranet|svc|home\.arpa))(?![a-z0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex InternalHost();

    [GeneratedRegex(@"(?<![0-9.])(?:10(?:\.[0-9]{1,3}){3}|127(?:\.[0-9]{1,3}){3}|192\.168(?:\.[0-9]{1,3}){2}|169\.254(?:\.[0-9]{1,3}){2}|172\.(?:1[6-9]|2[0-9]|3[01])(?:\.[0-9]{1,3}){2}|100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])(?:\.[0-9]{1,3}){2})(?![0-9]|\.[0-9])|(?<![0-9a-f:])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):[0-9a-f:]+", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateAddress();

    [GeneratedRegex(@"[€$£¥₹] ?[0-9][0-9.,]*|(?<![0-9a-z.,])[0-9][0-9.,' ]*(?: ?(?:k|m|million|thousand))? ?(?:€|£|¥|(?:eur|usd|gbp|chf|jpy|cad|aud|sek|nok|dkk|euros?|dollars?)(?![a-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex Money();
}

/// <summary>A part of a folded text that the world should not read.</summary>
/// <param name="Rule">Why not.</param>
internal readonly record struct Leak(int Start, int Length, Rule Rule);

/// <summary>All that a note says to the world, each text with its place.</summary>
/// <param name="Source">The file.</param>
internal sealed record NoteWords(SourceFile Source, ImmutableArray<(string Text, SourceLocation Place)> Texts);
