using System.Net;
using System.Text;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>An account as one piece of HTML, for programs that show it elsewhere.</summary>
internal static class AccountHtml
{
    public static string Of(PublicAccount account, SiteAddress address)
    {
        var html = new StringBuilder();
        foreach (var section in account.Sections) html.Append($"<h2>{WebUtility.HtmlEncode(section.Heading)}</h2>\n{section.Html}\n");
        return html.ToString().TrimEnd('\n').Replace($"src=\"{PublicPicture.HrefOf("")}", $"src=\"{address.Base.AbsoluteUri}pictures/", StringComparison.Ordinal);
    }
}
