using System.Globalization;
using System.Text;
using Archive.Incidents.Model;

namespace Archive.Cli.Reports;

/// <summary>The facts of one postmortem for a terminal: what, when, who was hit, why, and what became of the items.</summary>
public static class PostmortemText
{
    private const int LabelWidth = 14;

    public static string Of(Postmortem postmortem, IncidentArchive archive, Terminal terminal)
    {
        var colours = new Colours(terminal.HasColour);
        var text = new StringBuilder($"{colours.Strong($"{postmortem.Id}  {Visible.Of(postmortem.Title)}")}\n\n");
        foreach (var (label, fact) in Facts(postmortem)) Append(text, colours, terminal, label, fact);
        AppendTimes(text, colours, postmortem.Times);
        if (postmortem.Summary is { } summary) text.Append($"\n{string.Join('\n', Wrap.Lines(Visible.Of(summary), terminal.Width))}\n");
        AppendCauses(text, colours, terminal, postmortem);
        AppendItems(text, colours, terminal, postmortem, archive.AsOf);
        return text.Append($"\n{colours.Quiet(postmortem.Source.Path)}\n").ToString();
    }

    private static IEnumerable<(string Label, string? Fact)> Facts(Postmortem postmortem)
    {
        yield return ("severity", postmortem.Severity.Name);
        yield return ("status", Words.Of(postmortem.Status));
        yield return ("kind", postmortem.Kind == PostmortemKind.Incident ? null : Words.Of(postmortem.Kind));
        yield return ("services", string.Join(", ", postmortem.Services.Select(s => s.Name)));
        yield return ("failure class", postmortem.FailureClass?.Name);
        yield return ("chain", postmortem.ChainLevel is null ? null : $"{postmortem.ChainLevel} {postmortem.ChainLabel}".TrimEnd());
        yield return ("detected by", postmortem.DetectedBy is { } detector ? Words.Of(detector) : null);
        yield return ("customers", postmortem.Impact.Customers is { } customers ? $"{customers:N0}" : null);
        yield return ("recurrence of", postmortem.RecurrenceOf);
        yield return ("related", postmortem.Related.IsEmpty ? null : string.Join(", ", postmortem.Related));
        yield return ("authors", postmortem.Authors.IsEmpty ? null : string.Join(", ", postmortem.Authors));
        yield return ("published", postmortem.PublishedOn is { } day ? $"{day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : null);
    }

    private static void Append(StringBuilder text, Colours colours, Terminal terminal, string label, string? fact)
    {
        if (fact is not null) text.Append($"{colours.Quiet(label.PadRight(LabelWidth))}{Wrap.Indented(Visible.Of(fact), LabelWidth, terminal.Width)}\n");
    }

    private static void AppendTimes(StringBuilder text, Colours colours, IncidentTimes times)
    {
        (string Label, DateTimeOffset? At)[] moments =
        [
            ("introduced", times.IntroducedAt), ("started", times.StartedAt), ("detected", times.DetectedAt), ("declared", times.DeclaredAt),
            ("communicated", times.CommunicatedAt), ("mitigated", times.MitigatedAt), ("resolved", times.ResolvedAt),
        ];
        text.Append('\n');
        foreach (var (label, at) in moments)
        {
            if (at is not { } moment) continue;
            var after = moment > times.StartedAt ? $"  {colours.Quiet($"after {Span(moment - times.StartedAt)}")}" : "";
            text.Append($"{colours.Quiet(label.PadRight(LabelWidth))}{moment.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC{after}\n");
        }
    }

    private static void AppendCauses(StringBuilder text, Colours colours, Terminal terminal, Postmortem postmortem)
    {
        if (postmortem.Causes.IsEmpty) return;
        text.Append($"\n{colours.Strong("Causes")}\n");
        foreach (var cause in postmortem.Causes)
        {
            var answer = !cause.AddressedBy.IsEmpty ? $"({Words.Of(cause.Kind)}; {string.Join(", ", cause.AddressedBy)})"
                : cause.AcceptedBecause is not null ? $"({Words.Of(cause.Kind)}; accepted)" : $"({Words.Of(cause.Kind)}; nothing planned)";
            text.Append($"  {Visible.Of(cause.Id),-5} {Wrap.Indented($"{Visible.Of(cause.Text)} {answer}", 8, terminal.Width)}\n");
        }
    }

    private static void AppendItems(StringBuilder text, Colours colours, Terminal terminal, Postmortem postmortem, DateOnly today)
    {
        if (postmortem.ActionItems.IsEmpty) return;
        text.Append($"\n{colours.Strong("Action items")}\n");
        foreach (var item in postmortem.ActionItems)
        {
            var state = item.IsOverdue(today) ? $"overdue since {Day(item.DueOn)}"
                : item.Status == ItemStatus.Open ? (item.DueOn is null ? "open" : $"open, due {Day(item.DueOn)}")
                : item.Status == ItemStatus.Done ? $"done {Day(item.DoneOn)}" : Words.Of(item.Status);
            var rest = string.Join(", ", new[] { state, item.Owner, item.Priority is { } priority ? Words.Of(priority) : null, item.Ticket }.OfType<string>());
            text.Append($"  {Visible.Of(item.Id),-5} {Wrap.Indented($"{Visible.Of(item.Title)} ({Visible.Of(rest)})", 8, terminal.Width)}\n");
        }
    }

    private static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "on an unknown day";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{span.TotalSeconds:0} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 2 } => span.Minutes == 0 ? $"{(int)span.TotalHours} h" : $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} days",
    };
}
