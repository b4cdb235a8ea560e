using System.Globalization;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>Pictures, and files for hosts and for those who look for weaknesses.</summary>
public static class PlainFiles
{
    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address)
    {
        if (history.Security is { } security) yield return Page.OfText(SitePath.OfFile(".well-known/security.txt"), text => text.Write(SecurityText(security, address)));
        foreach (var picture in history.Incidents.SelectMany(i => i.Pictures).DistinctBy(p => p.Name, StringComparer.Ordinal)) yield return Page.OfBytes(SitePath.OfFile(picture.File), picture.Bytes.AsMemory());
        var moved = history.Incidents.SelectMany(i => i.Aliases.Where(a => a != i.Slug).Select(a => (From: IncidentPage.PathOf(a), To: IncidentPage.PathOf(i)))).OrderBy(m => m.From).ToList();
        if (moved.Count > 0) yield return Page.OfText(SitePath.OfFile("_redirects"), text => text.Write(string.Concat(moved.Select(m => $"{address.Href(m.From)} {address.Href(m.To)} 301!\n"))));
    }

    /// <summary>As RFC 9116 has it.</summary>
    private static string SecurityText(PublicSecurity security, SiteAddress address) =>
        $"Contact: {security.Contact.AbsoluteUri}\nExpires: {security.ExpiresOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z\nPreferred-Languages: en\nCanonical: {address.Absolute(SitePath.OfFile(".well-known/security.txt"))}\n";
}
