using Archive.PublicRecord.Pages.Statuspage;
using Archive.PublicRecord.Searching;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>The public site's table of contents.</summary>
public static class PublicSite
{
    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address) => Plan(history, address, new(history));

    /// <param name="search">Gives the files of the index too, which are planned apart.</param>
    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address, PublicSearch search)
    {
        Page[] pages =
        [
            StatusHome.Plan(history, address),
            HistoryIndex.Plan(history, address),
            .. HistoryMonth.Plan(history, address),
            .. IncidentPage.Plan(history, address),
            .. FormerAddress.Plan(history, address),
            .. SearchPage.Plan(history, address, search),
            AccessibilityPage.Plan(history, address),
            NotFoundPage.Plan(history, address),
            .. PlainFiles.Plan(history, address),
            .. HistoryFeed.Plan(history, address),
            .. StatuspageFiles.Plan(history, address),
            Robots.Plan(address),
        ];
        return [.. pages, .. Sitemap.Plan(pages, address)];
    }

    /// <summary>A site of the same kind that tells of nothing: the words in it are those that every such site says.</summary>
    public static IEnumerable<Page> PlanSpecimen(SiteAddress address)
    {
        var day = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        PublicIncident IncidentOf(PublicImpact impact, PublicAccount? account) => new()
        {
            PublicId = PublicIds.Of("specimen", impact.ToString()),
            Slug = $"specimen-{impact.ToString().ToLowerInvariant()}",
            Title = "-",
            Impact = impact,
            Components = ["-"],
            Updates = [.. Enum.GetValues<UpdateStatus>().Where(s => account is not null || s != UpdateStatus.Resolved).Select(s => new PublicUpdate(day, s, "-"))],
            Corrections = account is null ? [] : [new(new(2000, 1, 1), "-")],
            Account = account,
        };
        var incidents = Enum.GetValues<PublicImpact>().Select(i => IncidentOf(i, i == PublicImpact.None ? new("-", [], new(2000, 1, 1)) : null));
        return Plan(new() { Title = "-", Organization = "-", HasSearch = true, Components = [new("-") { Group = "-" }], Incidents = [.. incidents] }, address);
    }
}
