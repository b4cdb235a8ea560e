using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>What this is and where its data lies, for programs that read text: see llmstxt.org.</summary>
public static class LlmsPage
{
    private const int ListedAtMost = 1000;

    public static Page Plan(SitePlan site) => Page.OfText(SitePath.OfFile("llms.txt"), to => Write(site, to));

    private static void Write(SitePlan site, TextWriter to)
    {
        var settings = site.Archive.Settings;
        var postmortems = site.Archive.Postmortems;
        to.WriteLine($"# {OneLine(settings.Title)}");
        to.WriteLine();
        if (settings.Description is { } description)
        {
            to.WriteLine($"> {OneLine(description)}");
            to.WriteLine();
        }
        to.WriteLine($"An archive of {Wording.Count(postmortems.Length, "postmortem")} as of {Wording.Iso(site.History.Today)}: what broke, why, and what was promised. Times are in UTC.");
        to.WriteLine();
        to.WriteLine("## Data");
        to.WriteLine();
        foreach (var (name, file, what) in Files) to.WriteLine($"- [{name}]({site.Address.Base.AbsoluteUri}{file}): {what}");
        to.WriteLine();
        to.WriteLine("## Postmortems");
        to.WriteLine();
        foreach (var postmortem in postmortems.Reverse().Take(ListedAtMost)) to.WriteLine(Line(postmortem, site));
        if (postmortems.Length > ListedAtMost) to.WriteLine($"- {Wording.Number(postmortems.Length - ListedAtMost)} older ones stand in api/incidents.json.");
    }

    private static readonly (string Name, string File, string What)[] Files =
    [
        ("incidents.json", "api/incidents.json", "every postmortem in a line; the whole of one is api/incidents/ID.json, with the id in lower case"),
        ("incidents.csv", "api/incidents.csv", "the same for a spreadsheet"),
        ("action-items.json", "api/action-items.json", "every action item, with its state and what proves it done"),
        ("action-items.csv", "api/action-items.csv", "the same for a spreadsheet"),
        ("postmortem-debt.json", "api/postmortem-debt.json", "postmortems that are late or that nobody writes, and items that nobody owns"),
        ("recurrences.csv", "api/recurrences.csv", "everything that happened again, and why it came back"),
        ("stats.json", "api/stats.json", "all figures: recurrence, action items, deadlines, latencies"),
        ("digests", "digests/", "what happened in each month, quarter and year; as data at api/digests/2026-q3.json, as Markdown at digests/2026-q3.md"),
        ("feed.atom", "feed.atom", "the latest postmortems"),
        ("digests/feed.atom", "digests/feed.atom", "the latest digests"),
    ];

    private static string Line(Postmortem postmortem, SitePlan site)
    {
        var failureClass = postmortem.FailureClass is { } c ? $", {c.Id}" : "";
        var services = string.Join(", ", postmortem.Services.Select(s => s.Id));
        return $"- [{postmortem.Id} {OneLine(postmortem.Title)}]({site.Address.Absolute(SitePaths.Postmortem(postmortem.Id))}): "
            + $"{Wording.Iso(site.Archive.Policy.DayOf(postmortem.Times.StartedAt))}, {postmortem.Severity.Id}, {services}{failureClass}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
