using System.Collections.Immutable;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>Every published incident on one page, by month.</summary>
public static class HistoryIndex
{
    public static readonly SitePath Path = SitePath.Page("history");

    private static readonly Template<HistoryIndexView> Template = new("public/history");

    public static Page Plan(PublicHistory history, SiteAddress address) =>
        Page.Of(Path, Template, () => ViewOf(history, address)) with
        {
            ModifiedOn = history.Incidents.Select(i => (DateOnly?)i.ModifiedOn).Max(),
        };

    private static HistoryIndexView ViewOf(PublicHistory history, SiteAddress address) => new()
    {
        Frame = PageFrame.Of(history, address, Path, $"Incident history · {history.Title}", $"Every published incident of {NameOf(history)}, by month.") with { IsHistory = true },
        Months =
        [
            .. HistoryMonth.MonthsOf(history).Select(m =>
                new HistoryIndexMonth(MonthLink.Of(m, address), m.Count, [.. m.Incidents.Select(i => IncidentRow.Of(i, address))])),
        ],
    };

    private static string NameOf(PublicHistory history) => history.Organization.Length > 0 ? history.Organization : history.Title;
}

public sealed record HistoryIndexView
{
    public required PageFrame Frame { get; init; }

    /// <summary>Newest first; a month without incidents is not among them.</summary>
    public required ImmutableArray<HistoryIndexMonth> Months { get; init; }
}

public sealed record HistoryIndexMonth(MonthLink Month, string Count, ImmutableArray<IncidentRow> Incidents);
