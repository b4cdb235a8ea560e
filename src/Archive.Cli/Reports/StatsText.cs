using System.Text;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Parts;

namespace Archive.Cli.Reports;

/// <summary>The figures of the archive for a terminal: the words and numbers of the pages.</summary>
public static class StatsText
{
    public static string Of(IncidentHistory history, Colours colours)
    {
        var text = new StringBuilder();
        Postmortems(text, history, colours);
        Recurrence(text, history, colours);
        Items(text, history, colours);
        Deadlines(text, history.Punctuality, colours);
        Latencies(text, history.Latencies, colours);
        return text.Append("\n'archive stats --format json' prints all of them; 'archive digest' those of a period.\n").ToString();
    }

    private static void Postmortems(StringBuilder text, IncidentHistory history, Colours colours)
    {
        var all = history.Archive.Postmortems;
        text.Append($"{colours.Strong($"{Wording.Sentence(Wording.Count(all.Length, "postmortem"))} as of {Wording.Day(history.Today)}")}\n");
        var rows = history.Archive.Policy.Severities.Select(s => new[] { s.Name, Wording.Number(history.BySeverity.Of(s.Id).Length) }).ToList();
        Table(text, [], rows);
        var states = Enum.GetValues<DocumentStatus>().Select(s => $"{Wording.Number(all.Count(p => p.Status == s))} {Words.Of(s)}");
        text.Append($"  {string.Join(", ", states)}\n");
    }

    private static void Recurrence(StringBuilder text, IncidentHistory history, Colours colours)
    {
        Heading(text, colours, "Recurrence");
        text.Append($"  {Wording.Sentence(Wording.Count(history.Repeats.Length, "time"))} something came back, in {Wording.Count(history.Families.Length, "family", "families")}.\n");
        if (!history.Repeats.IsEmpty)
            Table(text, [], [.. Enum.GetValues<RecurrenceDiagnosis>().Select(d => new[] { Wording.Plain(Words.Of(d)), Wording.Number(history.Repeats.Count(r => r.Diagnosis == d)) })]);
        var fixes = Enum.GetValues<FixVerdict>().Select(v => $"{Wording.Number(history.Fixes.Count(f => f.Verdict == v))} {Words.Of(v)}");
        text.Append($"  Structural fixes: {string.Join(", ", fixes)}.\n");
    }

    private static void Items(StringBuilder text, IncidentHistory history, Colours colours)
    {
        Heading(text, colours, "Action items");
        text.Append($"  {ActionItemPages.Lead(history.Ledger)}\n");
        var figures = LedgerFigures.Of(history.Ledger, history.Today);
        var policy = history.Archive.Policy;
        Completion(text, "30 days", figures.At30Days, policy.CompletionAt30Days);
        Completion(text, "90 days", figures.At90Days, policy.CompletionAt90Days);
        text.Append($"  Postmortem debt: {Debt(history)}.\n");
    }

    private static string Debt(IncidentHistory history)
    {
        var counts = history.Debt.CountBy(d => d.Kind).ToDictionary();
        (DebtKind Kind, string One, string Many)[] kinds =
        [
            (DebtKind.LatePostmortem, "late postmortem", "late postmortems"),
            (DebtKind.UnwrittenPostmortem, "postmortem without an author", "postmortems without an author"),
            (DebtKind.UnownedItem, "item without an owner", "items without an owner"),
        ];
        return history.Debt.IsEmpty ? "none" : Wording.List([.. kinds.Where(k => counts.ContainsKey(k.Kind)).Select(k => Wording.Count(counts[k.Kind], k.One, k.Many))]);
    }

    private static void Completion(StringBuilder text, string after, Completion completion, int target) => text.Append(completion.Percent is { } percent
        ? $"  {after} after resolution {percent} % were done ({Wording.Number(completion.Done)} of {Wording.Number(completion.Known)}); the target is {target} %.\n"
        : $"  {after} after resolution are not over for any item.\n");

    private static void Deadlines(StringBuilder text, Punctuality punctuality, Colours colours)
    {
        Heading(text, colours, "Deadlines");
        text.Append($"  {DeadlinesPage.Lead(punctuality.All)}\n");
        Table(
            text,
            ["", "in time", "late", "overdue", "not due", "median to publish"],
            [
                .. punctuality.BySeverity.Where(s => s.Figures.Judged + s.Figures.NotYetDue > 0).Select(s => (string[])
                [
                    s.Severity.Name, Wording.Number(s.Figures.InTime), Wording.Number(s.Figures.Late), Wording.Number(s.Figures.Overdue), Wording.Number(s.Figures.NotYetDue),
                    s.Figures.ToPublication is { } spread ? $"{Wording.Days(spread.Median)} (of {Wording.Number(spread.Count)})" : "",
                ]),
            ]);
    }

    private static void Latencies(StringBuilder text, Latencies latencies, Colours colours)
    {
        Heading(text, colours, $"Latencies of {Wording.Count(latencies.Incidents.Length, "incident")}");
        Table(
            text,
            ["", "measured", "lacking", "median", "middle half", "longest"],
            [
                .. latencies.All.Select(f => (string[])
                [
                    LatencyWords.Name(f.Latency), Wording.Number(f.Measured.Length), Wording.Number(f.Missing + f.OutOfOrder),
                    f.Spread is { } spread ? Wording.Span(spread.Median) : "", f.Spread is { } known ? LatencyWords.Range(known) : "",
                    f.Worst is { } worst ? $"{Wording.Span(worst.Value)} {Visible.Of(worst.Postmortem.Id)}" : "",
                ]),
            ]);
    }

    private static void Heading(StringBuilder text, Colours colours, string words) => text.Append($"\n{colours.Strong(words)}\n");

    /// <summary>Columns as wide as their widest cell; the first stands left, the others right.</summary>
    private static void Table(StringBuilder text, string[] head, List<string[]> rows)
    {
        if (rows.Count == 0) return;
        var all = head.Length == 0 ? rows : [head, .. rows];
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => all.Max(r => r[i].Length)).ToArray();
        foreach (var row in all)
            text.Append($"  {string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))}".TrimEnd()).Append('\n');
    }
}
