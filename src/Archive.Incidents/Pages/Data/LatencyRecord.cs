using System.Collections.Immutable;
using Archive.Incidents.History;

namespace Archive.Incidents.Pages.Data;

/// <summary>One latency of some incidents, in minutes to two places. Median and quartiles by linear interpolation, see <see cref="Spread"/>; absent where nothing was measured, quartiles also below five values.</summary>
/// <param name="Measured">How many the figures are of.</param>
/// <param name="Missing">How many do not say one of the two times.</param>
/// <param name="OutOfOrder">How many have them the wrong way round.</param>
public sealed record LatencyRecord(
    int Measured, int Missing, int OutOfOrder, decimal? LeastMinutes, decimal? LowerQuartileMinutes, decimal? MedianMinutes, decimal? UpperQuartileMinutes, decimal? MostMinutes, string? LongestIn)
{
    public static LatencyRecord Of(LatencyFigures figures)
    {
        var spread = figures.Spread;
        var quartiles = spread is { IsEnough: true } enough ? enough : (Spread?)null;
        return new(
            figures.Measured.Length, figures.Missing, figures.OutOfOrder,
            Minutes(spread?.Least), Minutes(quartiles?.LowerQuartile), Minutes(spread?.Median), Minutes(quartiles?.UpperQuartile), Minutes(spread?.Most),
            figures.Worst?.Postmortem.Id);
    }

    private static decimal? Minutes(TimeSpan? span) => span is { } known ? Math.Round((decimal)known.Ticks / TimeSpan.TicksPerMinute, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>All latencies of some incidents.</summary>
public sealed record LatenciesRecord(LatencyRecord Detection, LatencyRecord Coordination, LatencyRecord Response, LatencyRecord Communication, LatencyRecord Duration)
{
    /// <param name="figures">By <see cref="Latency"/>.</param>
    public static LatenciesRecord Of(ImmutableArray<LatencyFigures> figures)
    {
        var records = figures.Select(LatencyRecord.Of).ToList();
        return new(records[(int)Latency.Detection], records[(int)Latency.Coordination], records[(int)Latency.Response], records[(int)Latency.Communication], records[(int)Latency.Duration]);
    }
}
