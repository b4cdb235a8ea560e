using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>Recurrences in words, from the facts of both sides.</summary>
public static class RecurrenceWords
{
    public static string Of(RecurrenceDiagnosis diagnosis) => Wording.Plain(Words.Of(diagnosis));

    public static MarkView Mark(RecurrenceDiagnosis diagnosis) => new(
        diagnosis switch
        {
            RecurrenceDiagnosis.NeverShipped => "is-bad",
            RecurrenceDiagnosis.DidNotHold => "is-warn",
            RecurrenceDiagnosis.NothingPlanned => "is-idea",
            RecurrenceDiagnosis.Accepted => "is-declined",
        },
        Of(diagnosis));

    public static string Meaning(RecurrenceDiagnosis diagnosis) => diagnosis switch
    {
        RecurrenceDiagnosis.NeverShipped => "The fix was promised and not there yet.",
        RecurrenceDiagnosis.DidNotHold => "The fix was there, and it came back all the same.",
        RecurrenceDiagnosis.NothingPlanned => "Nobody had promised anything.",
        RecurrenceDiagnosis.Accepted => "Somebody had decided, with a reason, to live with it.",
    };

    /// <summary>The mark of a postmortem whose incident happened again; null where it did not.</summary>
    public static MarkView? NotRepaired(Postmortem postmortem, IncidentHistory history) =>
        history.RepeatsOf(postmortem).IsEmpty ? null : new("is-bad", postmortem.Status == DocumentStatus.Stub ? "came back before it was written up" : "documented, not repaired");

    /// <summary><c>2 of the 3 items of INC-030 were open</c>, about the earlier one's items when it happened again.</summary>
    public static string ItemsThen(Postmortem earlier, PromisesThen then) => (then.Count, then.Open.Length) switch
    {
        (0, _) => $"{earlier.Id} had promised nothing",
        (1, 1) => $"the one item of {earlier.Id} was open",
        (1, 0) => $"the one item of {earlier.Id} was done",
        (2, 0) => $"both items of {earlier.Id} were done",
        (2, 2) => $"both items of {earlier.Id} were open",
        (var all, 0) => $"all {all} items of {earlier.Id} were done",
        var (all, open) when all == open => $"all {all} items of {earlier.Id} were open",
        var (all, open) => $"{open} of the {all} items of {earlier.Id} {(open == 1 ? "was" : "were")} open",
    };

    /// <summary><c>2 of 2 items were open</c></summary>
    public static string OpenThen(PromisesThen then) => (then.Count, then.Open.Length) switch
    {
        (0, _) => then.Diagnosis == RecurrenceDiagnosis.Accepted ? "nothing was promised, with a reason" : "nothing was promised",
        (1, 1) => "the one item was open",
        (1, 0) => "the one item was done",
        (var all, 0) => $"all {all} items were done",
        var (all, open) => $"{open} of {all} items {(open == 1 ? "was" : "were")} open",
    };

    /// <summary><c>4 days</c>, <c>less than a day</c></summary>
    public static string Gap(int days) => days == 0 ? "less than a day" : Wording.Count(days, "day");

    /// <summary>Whether fewer things come back, from whole quarters, with the numbers.</summary>
    public static string Verdict(ImmutableArray<QuarterFigures> quarters)
    {
        if (quarters.IsEmpty) return "No incident is written down yet.";
        var running = quarters[^1];
        var soFar = running.Repeats.Length == 0 ? $"None so far in {running.Quarter.Title}." : $"{Wording.Number(running.Repeats.Length)} so far in {running.Quarter.Title}.";
        if (RecurrenceTrend.Verdict(quarters) is not { } verdict) return $"Quarters can be compared once two of them are over; the first began on {Wording.Day(quarters[0].Quarter.First)}. {soFar}";
        var (last, before) = (verdict.Last, verdict.Before);
        var compared = (verdict.Direction, last.Repeats.Length) switch
        {
            (TrendDirection.Same, 0) => $"Nothing came back in {last.Quarter.Title}, nor in {before.Quarter.Title}.",
            (TrendDirection.Same, var n) => $"As much came back as before: {Times(n)} in {last.Quarter.Title}, as in {before.Quarter.Title}.",
            (TrendDirection.Fewer, 0) => $"Nothing came back in {last.Quarter.Title}, after {Times(before.Repeats.Length)} in {before.Quarter.Title}.",
            (TrendDirection.Fewer, var n) => $"Less came back: {Times(n)} in {last.Quarter.Title}, after {Times(before.Repeats.Length)} in {before.Quarter.Title}.",
            (TrendDirection.More, var n) => $"More came back: {Times(n)} in {last.Quarter.Title}, after {(before.Repeats.IsEmpty ? "none" : Times(before.Repeats.Length))} in {before.Quarter.Title}.",
            _ => throw new ArgumentOutOfRangeException(nameof(quarters), verdict.Direction, null),
        };
        return $"{compared} {soFar}";
    }

    /// <summary><c>once</c>, <c>twice</c>, <c>3 times</c></summary>
    public static string Times(int number) => number switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Wording.Number(number)} times",
    };

    /// <summary><c>happened again twice, in 3 incidents</c></summary>
    public static string Again(RecurrenceCell cell)
    {
        var lines = cell.Repeats.Count(r => r.Recurrence is null);
        var inLines = lines == 0 ? "" : $", {(lines == cell.Repeats.Length ? "" : $"{Wording.Number(lines)} of them ")}told by a line in an earlier postmortem";
        return cell.Repeats.IsEmpty
            ? $"{Wording.Count(cell.Incidents.Length, "incident")}, none of which had happened before"
            : $"happened again {Times(cell.Repeats.Length)}{inLines}; {Wording.Count(cell.Incidents.Length, "incident")} began";
    }

    /// <summary>What the key of the policy is, in words.</summary>
    public static string Key(Policy policy) => policy.RecurrenceKey switch
    {
        RecurrenceKey.ClassAndService => "the failure class and a service",
        RecurrenceKey.Class => "the failure class",
    };
}
