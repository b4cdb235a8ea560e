using System.Globalization;
using System.Text;
using Archive.Cli.Commands;
using Archive.Incidents.Pages.Parts;
using Archive.Incidents.Pages.Searching;
using Archive.Search;

namespace Archive.Cli.Reports;

/// <summary>Hits for a person: what, when, how bad, and the words that were found.</summary>
public static class SearchText
{
    private const int Indent = 2;

    public static string Of(SearchAnswer answer, SearchedArchive archive, Terminal terminal)
    {
        var colours = new Colours(terminal.HasColour);
        var text = new StringBuilder();
        foreach (var filter in answer.StrayFilters) text.Append($"No postmortem has {colours.Strong(Visible.Of(filter))}: it is searched as words.\n\n");
        if (answer.Showing is { } showing) text.Append($"Showing results for {colours.Strong(Visible.Of(showing.Text))} instead of {Visible.Of(showing.InsteadOf)}.\n\n");
        if (!answer.IsFound) return text.Append("Nothing is found. Fewer words find more; an error text is found best as it was logged.\n").ToString();
        foreach (var hit in answer.Hits) Append(text, hit, answer, archive, terminal, colours);
        return text.Append(colours.Quiet($"{Count(answer)}. 'archive show {answer.Hits[0].Id}' prints the facts of the first.\n")).ToString();
    }

    private static string Count(SearchAnswer answer) => answer.Hits.Length < answer.Total
        ? $"The first {answer.Hits.Length:N0} of {Wording.Count(answer.Total, "postmortem")}"
        : Wording.Sentence(Wording.Count(answer.Total, "postmortem"));

    private static void Append(StringBuilder text, SearchHit hit, SearchAnswer answer, SearchedArchive archive, Terminal terminal, Colours colours)
    {
        var snippet = archive.Index.Snippet(hit, answer);
        text.Append($"{colours.Strong($"{hit.Id}  {Visible.Of(hit.Title)}")}\n");
        text.Append($"  {colours.Quiet(string.Join("  ", FactsOf(hit, answer)))}\n");
        foreach (var line in MarkedLines.Of(snippet.Parts, terminal.Width - Indent)) text.Append($"  {string.Concat(line.Select(p => p.IsMatch ? colours.Match(p.Text) : p.Text))}\n");
        text.Append($"  {colours.Help(archive.PathOf(hit) ?? hit.Url)}{(snippet.Anchor is { } anchor ? colours.Quiet($" #{anchor}") : "")}\n");
        foreach (var (what, score) in hit.Explanation) text.Append(CultureInfo.InvariantCulture, $"  {score,12:N0}  {Visible.Of(what)}\n");
        text.Append('\n');
    }

    private static IEnumerable<string> FactsOf(SearchHit hit, SearchAnswer answer)
    {
        foreach (var severity in LabelsOf(hit, answer, SearchFacets.Severity)) yield return severity;
        if (NumberOf(hit, SearchFacets.Started) is { } started) yield return Wording.Day(DateOnly.FromDateTime(DateTime.UnixEpoch.AddMinutes(started)));
        if (NumberOf(hit, SearchFacets.Duration) is { } duration) yield return Wording.Span(TimeSpan.FromMinutes(duration));
        if (string.Join(", ", LabelsOf(hit, answer, SearchFacets.Service)) is { Length: > 0 } services) yield return services;
    }

    private static IEnumerable<string> LabelsOf(SearchHit hit, SearchAnswer answer, string facet)
    {
        var known = answer.Facets.FirstOrDefault(f => f.Name == facet);
        return hit.Facets.Where(v => v.Facet == facet).Select(v => Visible.Of(known?.Values.FirstOrDefault(k => k.Value == v.Value)?.Label ?? v.Value));
    }

    private static long? NumberOf(SearchHit hit, string name)
    {
        foreach (var number in hit.Numbers)
        {
            if (number.Name == name) return number.Value;
        }
        return null;
    }
}
