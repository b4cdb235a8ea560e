using System.Collections.Immutable;
using System.Globalization;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>What started in one month. A month in which nothing published started has no page.</summary>
public static class HistoryMonth
{
    private static readonly Template<HistoryMonthView> Template = new("public/month");

    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address)
    {
        var months = MonthsOf(history);
        return months.Select((month, i) =>
            Page.Of(month.Path, Template, () => ViewOf(history, months, i, address)) with { ModifiedOn = month.Incidents.Max(p => p.ModifiedOn) });
    }

    /// <summary>The months that have incidents, newest first, by the day of the start in UTC.</summary>
    public static ImmutableArray<MonthOfIncidents> MonthsOf(PublicHistory history) =>
    [
        .. history.Incidents
            .GroupBy(i => new DateOnly(i.StartedAt.UtcDateTime.Year, i.StartedAt.UtcDateTime.Month, 1))
            .OrderByDescending(g => g.Key)
            .Select(g => new MonthOfIncidents(g.Key, [.. g])),
    ];

    private static HistoryMonthView ViewOf(PublicHistory history, ImmutableArray<MonthOfIncidents> months, int index, SiteAddress address)
    {
        var month = months[index];
        return new()
        {
            Frame = PageFrame.Of(history, address, month.Path, $"{month.Name} · {history.Title}", $"{month.Count} of {month.Name}, each with its updates and the account written after.") with { IsHistory = true },
            Name = month.Name,
            Count = month.Count,
            Incidents = [.. month.Incidents.Select(i => IncidentRow.Of(i, address))],
            Newer = index > 0 ? MonthLink.Of(months[index - 1], address) : null,
            Older = index < months.Length - 1 ? MonthLink.Of(months[index + 1], address) : null,
        };
    }
}

/// <summary>A month and the incidents that started in it, newest first.</summary>
/// <param name="FirstDay">Its first day.</param>
public sealed record MonthOfIncidents(DateOnly FirstDay, ImmutableArray<PublicIncident> Incidents)
{
    /// <summary><c>February 2026</c></summary>
    public string Name => FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>2 incidents</c></summary>
    public string Count => Incidents.Length == 1 ? "1 incident" : $"{Incidents.Length} incidents";

    public SitePath Path => PathOf(FirstDay);

    public static SitePath PathOf(DateOnly day) => SitePath.Page("history", day.ToString("yyyy-MM", CultureInfo.InvariantCulture));
}

public sealed record MonthLink(string Name, string Href)
{
    public static MonthLink Of(MonthOfIncidents month, SiteAddress address) => new(month.Name, address.Href(month.Path));
}

public sealed record HistoryMonthView
{
    public required PageFrame Frame { get; init; }

    public required string Name { get; init; }

    public required string Count { get; init; }

    public required ImmutableArray<IncidentRow> Incidents { get; init; }

    /// <summary>The next month that has a page; null for the newest.</summary>
    public MonthLink? Newer { get; init; }

    /// <summary>Null for the oldest.</summary>
    public MonthLink? Older { get; init; }
}
