using Archive.Incidents.History;
using Archive.Publishing.Mail;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages.Digests;

/// <summary>A digest as a mail that opens in a client as a draft, with all addresses whole.</summary>
public static class DigestMail
{
    public static readonly Template<DigestView> Template = new("internal/digest-mail");

    public static Page Plan(Period period, SitePlan site) =>
        Page.OfMail(SitePaths.DigestFile(period, "eml"), (templates, told) => Message(period, site, templates, told));

    /// <summary>The HTML of the mail by itself: one file without a stylesheet beside it.</summary>
    public static Page Standalone(Period period, SitePlan site) =>
        Page.Of(SitePath.OfFile("digest.html"), Template, () => View(period, site));

    private static MailMessage Message(Period period, SitePlan site, TemplateSet templates, PageBuffer told)
    {
        var view = View(period, site);
        templates.Render(Template, view, told);
        var html = told.Written().Length;
        DigestMarkdown.WritePlain(view, told.Text);
        var both = told.Written();
        return new()
        {
            FromName = site.Archive.Settings.Title,
            FromAddress = $"archive@{Host(site)}",
            Subject = $"Incidents in {period.Title}: {DigestWords.Short(site.Digests.Of(period).Now)}",
            // a period that lasts is told as of today
            Date = period.Last < site.History.Today ? DigestFeed.DoneAt(period) : new(site.History.Today, TimeOnly.MinValue, TimeSpan.Zero),
            Id = $"{Slug.Of(period.Name)}.{site.History.Today:yyyyMMdd}.digest@{Host(site)}",
            PlainText = both[html..],
            Html = both[..html],
        };
    }

    /// <summary>The site's host as an address takes it: RFC 5321 puts numbers in brackets.</summary>
    private static string Host(SitePlan site) => site.Address.Base.HostNameType switch
    {
        UriHostNameType.IPv4 => $"[{site.Address.Base.Host}]",
        UriHostNameType.IPv6 => $"[IPv6:{site.Address.Base.Host.Trim('[', ']')}]",
        _ => site.Address.Base.IdnHost,
    };

    private static DigestView View(Period period, SitePlan site) => DigestView.Of(site.Digests.Of(period), site, DigestLinks.Whole(site));
}
