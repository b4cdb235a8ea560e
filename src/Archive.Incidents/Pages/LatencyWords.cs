using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>Latencies and how they spread, in words.</summary>
public static class LatencyWords
{
    public static string Name(Latency latency) => latency switch
    {
        Latency.Detection => "Detection",
        Latency.Coordination => "Coordination",
        Latency.Response => "Response",
        Latency.Communication => "Communication",
        Latency.Duration => "Duration",
    };

    public static string Definition(Latency latency) => latency switch
    {
        Latency.Detection => "From the first harm until somebody or something noticed.",
        Latency.Coordination => "From noticing until it was declared an incident.",
        Latency.Response => "From the declaration until the harm stopped.",
        Latency.Communication => "From noticing until customers were told.",
        Latency.Duration => "From the first harm to the resolution.",
    };

    /// <summary><c>Half of 38 incidents were noticed within 22 min.</c></summary>
    public static string Sentence(LatencyFigures figures)
    {
        if (figures.Spread is not { } spread) return $"No incident says when {Subject(figures.Latency)}.";
        var middle = spread.Median == TimeSpan.Zero ? "at once" : $"within {Wording.Span(spread.Median)}";
        return spread.Count == 1
            ? $"In the one incident that says so, {Subject(figures.Latency)} {(spread.Median == TimeSpan.Zero ? "at once" : $"after {Wording.Span(spread.Median)}")}."
            : $"In half of {Wording.Number(spread.Count)} incidents, {Subject(figures.Latency)} {middle}.";
    }

    /// <summary>What could not be measured: <c>2 do not say.</c> Empty where all could.</summary>
    public static string NotMeasured(LatencyFigures figures)
    {
        var missing = figures.Missing switch { 0 => "", 1 => "1 more does not say. ", var n => $"{Wording.Number(n)} more do not say. " };
        var outOfOrder = figures.OutOfOrder switch
        {
            0 => "",
            1 => "1 has its times the wrong way round and is not counted.",
            var n => $"{Wording.Number(n)} have their times the wrong way round and are not counted.",
        };
        return (missing + outOfOrder).Trim();
    }

    /// <summary>How far values lie apart: <c>9 min to 41 min in the middle half</c>; of few values <c>5 min to 12 min in all</c>; empty for one.</summary>
    public static string Range(Spread spread) => spread switch
    {
        { Count: 1 } => "",
        { IsEnough: true } => $"{Wording.Span(spread.LowerQuartile)} to {Wording.Span(spread.UpperQuartile)}",
        _ => $"{Wording.Span(spread.Least)} to {Wording.Span(spread.Most)}, all {spread.Count}",
    };

    /// <summary>The past twelve months beside the twelve before, where both have enough; else that they have not.</summary>
    public static string Trend(LatencyFigures figures, IncidentHistory history)
    {
        var (now, before) = (Within(figures, history, 0), Within(figures, history, 1));
        if (now is not { IsEnough: true } recent || before is not { IsEnough: true } earlier)
            return $"Too few to compare the past 12 months with the 12 before: {now?.Count ?? 0} and {before?.Count ?? 0}, where each needs {Spread.Enough}.";
        return $"Past 12 months: a median of {Wording.Span(recent.Median)} over {Wording.Count(recent.Count, "incident")}; the 12 months before: {Wording.Span(earlier.Median)} over {Wording.Number(earlier.Count)}.";
    }

    public static string By(Detector? detector) => detector switch
    {
        Detector.Alert => "An alert",
        Detector.Employee => "An employee",
        Detector.Customer => "A customer",
        Detector.Chance => "Chance",
        null => "Not said",
    };

    private static string Subject(Latency latency) => latency switch
    {
        Latency.Detection => "it was noticed",
        Latency.Coordination => "it was declared",
        Latency.Response => "the harm stopped",
        Latency.Communication => "customers were told",
        Latency.Duration => "it was over",
    };

    private static Spread? Within(LatencyFigures figures, IncidentHistory history, int yearsAgo)
    {
        var (after, until) = (history.Today.AddYears(-yearsAgo - 1), history.Today.AddYears(-yearsAgo));
        return Spread.Of(figures.Measured.Where(m => history.Archive.Policy.DayOf(m.Postmortem.Times.StartedAt) is var day && day > after && day <= until).Select(m => m.Value));
    }
}
