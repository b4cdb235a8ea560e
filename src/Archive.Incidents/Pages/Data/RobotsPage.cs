using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>The internal archive is for nobody's index.</summary>
public static class RobotsPage
{
    public static Page Plan() => Page.OfText(SitePath.OfFile("robots.txt"), to =>
    {
        to.WriteLine("User-agent: *");
        to.WriteLine("Disallow: /");
    });
}
