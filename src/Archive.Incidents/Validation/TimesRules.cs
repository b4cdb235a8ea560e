using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>The moments of an incident: in order, and in the past.</summary>
internal static class TimesRules
{
    /// <returns>The times; null where the start is not known.</returns>
    public static IncidentTimes? Validate(PostmortemDraft draft, ValidationContext context, DiagnosticBag problems)
    {
        if (draft.Times is not { } times) return null;
        CheckOrder(
        [
            ("introduced", times.Introduced), ("started", times.Started), ("detected", times.Detected),
            ("declared", times.Declared), ("mitigated", times.Mitigated), ("resolved", times.Resolved),
        ], problems);
        CheckOrder([("detected", times.Detected), ("communicated", times.Communicated)], problems);
        foreach (var at in (ReadOnlySpan<Located<DateTimeOffset>?>)[times.Introduced, times.Started, times.Detected, times.Declared, times.Mitigated, times.Resolved, times.Communicated])
        {
            if (at is { } moment && DateOnly.FromDateTime(moment.Value.UtcDateTime) > context.Today) problems.Add(StructureProblems.MomentInTheFuture(moment, context.Today));
        }
        return times.Started is { } started ? TimesOf(times, started.Value) : null;
    }

    private static void CheckOrder(ReadOnlySpan<(string Name, Located<DateTimeOffset>? At)> moments, DiagnosticBag problems)
    {
        (string Name, DateTimeOffset At)? earlier = null;
        foreach (var (name, at) in moments)
        {
            if (at is not { } moment) continue;
            if (earlier is { } before && moment.Value < before.At) problems.Add(StructureProblems.TimesOutOfOrder(moment, name, before.Name));
            else earlier = (name, moment.Value);
        }
    }

    private static IncidentTimes TimesOf(TimesDraft times, DateTimeOffset started) => new()
    {
        IntroducedAt = Utc(times.Introduced),
        StartedAt = started.ToUniversalTime(),
        DetectedAt = Utc(times.Detected),
        DeclaredAt = Utc(times.Declared),
        MitigatedAt = Utc(times.Mitigated),
        ResolvedAt = Utc(times.Resolved),
        CommunicatedAt = Utc(times.Communicated),
    };

    private static DateTimeOffset? Utc(Located<DateTimeOffset>? at) => at?.Value.ToUniversalTime();
}

/// <summary>Days on which something happened after an incident began: not before it, and not in the future.</summary>
internal static class DayRules
{
    public static void Check(Located<DateOnly>? day, IncidentTimes? times, DateOnly today, DiagnosticBag problems)
    {
        if (day is not { } written) return;
        if (written.Value > today) problems.Add(StructureProblems.DayInTheFuture(written, today));
        // a day ahead of UTC may have begun while the incident's UTC day had not
        else if (times is not null && DateOnly.FromDateTime(times.StartedAt.UtcDateTime) is var start && written.Value < start.AddDays(-1))
            problems.Add(StructureProblems.BeforeTheIncident(written, start));
    }
}
