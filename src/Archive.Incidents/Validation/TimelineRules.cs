using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What a timeline has to agree with: the start and the end of the incident, and the moments that it marks.</summary>
internal static class TimelineRules
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Silence shorter than this is never worth a word, however short the incident.</summary>
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMinutes(15);

    public static void Check(ImmutableArray<ReadMoment> moments, IncidentTimes times, DocumentStatus status, DiagnosticBag problems)
    {
        if (status < DocumentStatus.Review) return;
        var timed = TimedOf(moments);
        if (timed.Count == 0) return;
        CheckEnds(timed, times, problems);
        CheckGaps(timed, times, problems);
        foreach (var moment in timed) CheckMark(moment, times, problems);
    }

    /// <summary>The moments with a time of their own, in order of time.</summary>
    private static List<ReadMoment> TimedOf(ImmutableArray<ReadMoment> moments)
    {
        var timed = new List<ReadMoment>(moments.Length);
        var isInOrder = true;
        foreach (var moment in moments)
        {
            if (!moment.IsTimed) continue;
            isInOrder = isInOrder && (timed.Count == 0 || timed[^1].Moment.At <= moment.Moment.At);
            timed.Add(moment);
        }
        return isInOrder ? timed : [.. timed.OrderBy(m => m.Moment.At)]; // nearly all are written in order
    }

    private static void CheckEnds(List<ReadMoment> timed, IncidentTimes times, DiagnosticBag problems)
    {
        var late = timed[0].Moment.At - times.StartedAt;
        if (late >= Minute) problems.Add(CompletenessProblems.StartsLate(timed[0].Place, late));
        var end = DateTimeOffset.MinValue;
        foreach (var (moment, _, _) in timed)
        {
            var over = moment.IsDayOnly ? moment.At.AddDays(1) : moment.At;
            if (over > end) end = over;
        }
        if (times.ResolvedAt - end is { } early && early >= Minute) problems.Add(CompletenessProblems.EndsEarly(timed[^1].Place, early));
    }

    /// <summary>Only silence during the incident counts: before it starts, the fault sleeps; after it is resolved, people do.</summary>
    private static void CheckGaps(List<ReadMoment> timed, IncidentTimes times, DiagnosticBag problems)
    {
        if (times.Duration is not { } duration) return;
        for (var i = 1; i < timed.Count; i++)
        {
            var (above, below) = (timed[i - 1], timed[i]);
            var from = above.Moment.At < times.StartedAt ? times.StartedAt : above.Moment.At;
            var until = below.Moment.At > times.ResolvedAt ? times.ResolvedAt.Value : below.Moment.At;
            var gap = until - from;
            if (gap >= ShortestGap && gap > duration / 3) problems.Add(CompletenessProblems.Gap(below.Place, gap));
        }
    }

    private static void CheckMark(ReadMoment moment, IncidentTimes times, DiagnosticBag problems)
    {
        var (key, expected) = moment.Moment.Mark switch
        {
            MomentMark.Trigger when IsSameMinute(moment.Moment.At, times.IntroducedAt) => ("introduced", times.IntroducedAt),
            MomentMark.Trigger => ("started", times.StartedAt),
            MomentMark.Detection => ("detected", times.DetectedAt),
            MomentMark.Escalation => ("declared", times.DeclaredAt),
            MomentMark.Mitigation => ("mitigated", times.MitigatedAt),
            MomentMark.Resolution => ("resolved", times.ResolvedAt),
            MomentMark.Decision or null => ("", null),
            _ => throw new InvalidOperationException($"No such mark: {moment.Moment.Mark}."),
        };
        if (expected is { } at && !IsSameMinute(moment.Moment.At, at) && !IsDayOf(moment.Moment, at))
            problems.Add(CompletenessProblems.Disagrees(moment.Place, Words.Of(moment.Moment.Mark!.Value), moment.Moment.At, key, at)); // expected comes from a mark
    }

    /// <summary>Whether a row that gives only a day gives the day of a time.</summary>
    private static bool IsDayOf(Moment moment, DateTimeOffset time) => moment.IsDayOnly && time >= moment.At && time < moment.At.AddDays(1);

    /// <summary>The table has minutes, the front matter may have seconds.</summary>
    private static bool IsSameMinute(DateTimeOffset row, DateTimeOffset? time) => time is { } at && (at - row).Duration() < Minute;
}
