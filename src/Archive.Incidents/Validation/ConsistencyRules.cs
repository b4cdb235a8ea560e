using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>Whether front matter, timeline and text tell the same story.</summary>
internal sealed partial class ConsistencyRules(PostmortemDraft draft, KnownSections text, DiagnosticBag problems)
{
    private static readonly SearchValues<string> CustomersWord = SearchValues.Create(["customers"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> DecisionWords = SearchValues.Create(["deci"], StringComparison.OrdinalIgnoreCase);

    private static readonly TimeSpan ShortestJump = TimeSpan.FromMinutes(5);

    /// <param name="items">From the front matter or the table.</param>
    /// <param name="rows">The rows of the timeline, in the author's order; empty where there is no table.</param>
    public void Check(ImmutableArray<ActionItemDraft> items, ImmutableArray<ReadMoment> rows, IncidentTimes? times)
    {
        CheckText(items, times);
        if (times is null) return;
        foreach (var item in items)
        {
            var start = DateOnly.FromDateTime(times.StartedAt.UtcDateTime);
            if (item.Due is { } due && due.Value < start.AddDays(-1)) problems.Add(ConsistencyProblems.DueBefore(due.Location, due.Value, start));
        }
        CheckRows(rows);
    }

    private void CheckText(ImmutableArray<ActionItemDraft> items, IncidentTimes? times)
    {
        var customers = new List<string>();
        foreach (var run in text.Prose)
        {
            if (run.Kind is SectionKind.EarlierMissed or SectionKind.ActionItems) continue;
            foreach (var block in run.Blocks)
            {
                if (block.IsQuoted) continue;
                CheckMentions(block, items);
                if (run.Kind is not (SectionKind.Summary or SectionKind.Impact)) continue;
                CheckDuration(block, times);
                if (!block.Text.AsSpan().ContainsAny(CustomersWord)) continue;
                foreach (Match match in Customers().Matches(block.Text)) customers.Add(match.Groups["number"].Value);
            }
        }
        if (draft.Impact?.Customers is { } said && customers.Count > 0 && !customers.Exists(c => Number(c) == said.Value))
            problems.Add(ConsistencyProblems.Customers(said.Location, said.Value, customers.Distinct(StringComparer.Ordinal).Take(3)));
    }

    private void CheckMentions(ProseBlock block, ImmutableArray<ActionItemDraft> items)
    {
        if (items.IsEmpty || !block.Text.Contains("AI-", StringComparison.Ordinal) || OtherPostmortem().IsMatch(block.Text)) return;
        foreach (var match in ItemId().EnumerateMatches(block.Text))
        {
            var id = block.Text.Substring(match.Index, match.Length);
            if (!items.Any(i => id.Equals(i.Id?.Value, StringComparison.OrdinalIgnoreCase))) problems.Add(ConsistencyProblems.UnknownItem(block.PlaceOf(match.Index, match.Length), id));
        }
    }

    private void CheckDuration(ProseBlock block, IncidentTimes? times)
    {
        if (times is not { Duration: { } whole } || Lasted().Match(block.Text) is not { Success: true } match) return;
        var minutes = Number(match, "hours") * 60 + Number(match, "minutes");
        if (minutes <= 0) return;
        var moments = new[] { times.IntroducedAt, times.StartedAt, times.DetectedAt, times.DeclaredAt, times.MitigatedAt, times.ResolvedAt, times.CommunicatedAt }.OfType<DateTimeOffset>().ToList();
        var tolerance = Math.Max(2, minutes / 6);
        var isGiven = moments.Exists(a => moments.Exists(b => Math.Abs((a - b).Duration().TotalMinutes - minutes) <= tolerance));
        if (!isGiven) problems.Add(ConsistencyProblems.Duration(block.PlaceOf(match.Index, match.Length), match.Value, whole));
    }

    private void CheckRows(ImmutableArray<ReadMoment> rows)
    {
        var timed = rows.IsEmpty || rows.All(static r => r.IsTimed) ? rows : [.. rows.Where(static r => r.IsTimed)];
        if (timed.Length < 3) return; // too few to be the story
        if (timed.Any(static r => r.Moment.Mark is not null)) CheckMarks(timed); // without marks nobody says which row is which
        foreach (var row in timed)
        {
            if (row.Moment.Mark is null && row.Moment.EventText.AsSpan().ContainsAny(DecisionWords) && Decision().IsMatch(row.Moment.EventText)) problems.Add(ConsistencyProblems.UnmarkedDecision(row.Place));
        }
        for (var i = 1; i < timed.Length; i++)
        {
            var (above, below) = (timed[i - 1].Moment, timed[i].Moment);
            if (above.Mark == MomentMark.Trigger && below.Mark == MomentMark.Escalation && below.At - above.At >= ShortestJump) problems.Add(ConsistencyProblems.TimelineJumps(timed[i].Place));
        }
    }

    private void CheckMarks(ImmutableArray<ReadMoment> timed)
    {
        foreach (var (key, mark, at) in draft.Times is { } times ? Keys(times) : [])
        {
            if (at is { } moment && !timed.Any(r => r.Moment.Mark == mark || IsAt(r.Moment, moment.Value))) // a mark at another time is a finding of its own
                problems.Add(ConsistencyProblems.MomentWithoutRow(moment.Location, key, moment.Value));
        }
    }

    private static (string Key, MomentMark Mark, Located<DateTimeOffset>? At)[] Keys(TimesDraft times) =>
        [("detected", MomentMark.Detection, times.Detected), ("declared", MomentMark.Escalation, times.Declared), ("mitigated", MomentMark.Mitigation, times.Mitigated)];

    private static bool IsAt(Moment row, DateTimeOffset time) =>
        (row.At - time).Duration() < TimeSpan.FromMinutes(1) || (row.IsDayOnly && time >= row.At && time < row.At.AddDays(1));

    private static long Number(string written) => long.Parse(string.Concat(written.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\bAI-[0-9]{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex ItemId();

    /// <summary>The item of another postmortem, or the earlier one by name.</summary>
    [GeneratedRegex(@"\b[A-Z]{2,8}-[0-9]{3,}\b|\bearlier\b|\bprevious\b|\blast time\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPostmortem();

    [GeneratedRegex(@"(?<number>[0-9]{1,3}(?:[,. ][0-9]{3}){1,4}|[0-9]{1,12}) (?:\w+ )?customers\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Customers();

    [GeneratedRegex(@"\b(?:lasted|outage of|unavailable for|duration(?: was| of)?:?|down for)(?: about| around| approximately| nearly| almost| roughly| some)? (?:(?<hours>[0-9]{1,3}) ?(?:h|hours?)\b(?: ?(?:and )?(?<minutes>[0-9]{1,4}) ?min(?:ute)?s?)?|(?<minutes>[0-9]{1,4}) ?min(?:ute)?s?\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lasted();

    [GeneratedRegex(@"^(?:decision|decided)\b|\b(?:we|commander|lead|manager|team) decided? to\b|\bdecision(?: is| was)? (?:made|taken|to)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Decision();
}
