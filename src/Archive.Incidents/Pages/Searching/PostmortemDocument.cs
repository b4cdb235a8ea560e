using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Publishing.Documents;
using Archive.Search;

namespace Archive.Incidents.Pages.Searching;

/// <summary>A postmortem as it is searched: the words of its page, each with the heading they stand under, and what it can be filtered by.</summary>
public static class PostmortemDocument
{
    /// <param name="texts">Holds the texts of the sections, until it reads those of the next postmortem.</param>
    public static SearchDocument Of(Postmortem postmortem, Policy policy, TextRunReader texts)
    {
        texts.Clear();
        return Of(postmortem, policy, Passages(postmortem, texts));
    }

    /// <summary>Without its sections: what it is called, and what it says in a paragraph.</summary>
    public static SearchDocument Brief(Postmortem postmortem, Policy policy) =>
        Of(postmortem, policy, postmortem.Summary is { } summary ? [new(SearchField.Summary, summary, null)] : []);

    private static SearchDocument Of(Postmortem postmortem, Policy policy, IEnumerable<Passage> passages) => new()
    {
        Id = postmortem.Id,
        Url = SitePaths.Postmortem(postmortem.Id).Url,
        Title = postmortem.Title,
        Passages = [new(SearchField.Title, postmortem.Title, null), new(SearchField.Label, Labels(postmortem), null), .. passages],
        Facets = [.. Facets(postmortem, policy)],
        Numbers = [.. Numbers(postmortem.Times, policy)],
    };

    /// <summary>Everything that it is called by: ids, names and aliases.</summary>
    private static string Labels(Postmortem postmortem) => string.Join("; ", (IEnumerable<string>)
    [
        postmortem.Id,
        .. postmortem.Services.SelectMany(s => (string[])[s.Id, s.Name, .. s.Aliases]),
        .. postmortem.Services.Select(s => s.Team).OfType<string>(),
        .. postmortem.FailureClass is { } c ? (string[])[c.Id, c.Name, .. c.Aliases] : [],
        postmortem.Severity.Id, postmortem.Severity.Name, .. postmortem.Severity.Aliases,
        Words.Of(postmortem.Kind),
    ]);

    private static IEnumerable<Passage> Passages(Postmortem postmortem, TextRunReader texts)
    {
        foreach (var run in texts.Of(postmortem.Body.Preamble, anchor: null)) yield return Written(run, SearchField.Body);
        foreach (var section in PostmortemOutline.Of(postmortem))
        {
            yield return new(SearchField.Heading, section.Heading, section.Anchor);
            var prose = section.Block == SectionBlock.Summary ? SearchField.Summary : SearchField.Body;
            if (section.Prose is { } written)
            {
                foreach (var run in texts.Of(written.Html, section.Anchor)) yield return Written(run, prose);
            }
            foreach (var (field, text, anchor) in FromFrontMatter(section, postmortem)) yield return new(field, text, anchor ?? section.Anchor);
        }
    }

    private static Passage Written(TextRun run, SearchField prose) => new(
        run.Kind switch
        {
            TextRunKind.Heading => SearchField.Heading,
            TextRunKind.Code => SearchField.Code,
            TextRunKind.Prose => prose,
        },
        run.Text,
        run.Anchor);

    /// <summary>What the page shows of the front matter in a section; without an anchor where the section's own is the nearest.</summary>
    private static IEnumerable<(SearchField Field, string Text, string? Anchor)> FromFrontMatter(OutlineSection section, Postmortem postmortem) => section.Block switch
    {
        SectionBlock.Nothing => [],
        SectionBlock.Summary => section.Prose is null && postmortem.Summary is { } summary ? [(SearchField.Summary, summary, null)] : [],
        SectionBlock.Impact => postmortem.Impact.DataLoss is { } loss ? [(SearchField.Body, loss, null)] : [],
        SectionBlock.Signatures => postmortem.ErrorSignatures.Select(s => (SearchField.Signature, s, (string?)null)),
        SectionBlock.Timeline => postmortem.Timeline.Moments.Select(m => (SearchField.Body, m.EventText, (string?)null)),
        SectionBlock.Causes => postmortem.Causes.Select(c => (SearchField.Body, c.Text, (string?)SiteLinks.Anchor(c))),
        SectionBlock.ActionItems => postmortem.ActionItems.Select(i => (SearchField.Body, i.Title, (string?)SiteLinks.Anchor(i))),
        SectionBlock.Occurrences => postmortem.Occurrences.Select(o => (SearchField.Body, o.Note, (string?)null)),
        SectionBlock.TriggerPaths => postmortem.TriggerPaths.Select(p => (SearchField.Code, p, (string?)null)),
        SectionBlock.Links => postmortem.Links.Select(l => (SearchField.Body, l.Title, (string?)null)),
    };

    private static IEnumerable<FacetValue> Facets(Postmortem postmortem, Policy policy)
    {
        foreach (var service in postmortem.Services) yield return new(SearchFacets.Service, service.Id);
        yield return new(SearchFacets.Severity, postmortem.Severity.Id);
        if (postmortem.FailureClass is { } failureClass) yield return new(SearchFacets.Class, failureClass.Id);
        yield return new(SearchFacets.Kind, Words.Of(postmortem.Kind));
        yield return new(SearchFacets.Year, IncidentHistory.YearOf(postmortem, policy));
        yield return new(SearchFacets.Status, Words.Of(postmortem.Status));
        foreach (var team in postmortem.Services.Select(s => s.Team).OfType<string>().Distinct(StringComparer.Ordinal)) yield return new(SearchFacets.Team, team);
        foreach (var owner in postmortem.ActionItems.Select(i => i.Owner).OfType<string>().Distinct(StringComparer.Ordinal)) yield return new(SearchFacets.Owner, owner.TrimStart('@'));
        if (postmortem.DetectedBy is { } detector) yield return new(SearchFacets.DetectedBy, Words.Of(detector));
    }

    private static IEnumerable<NumberValue> Numbers(IncidentTimes times, Policy policy)
    {
        // what the clock said in the site's zone, as if it were UTC: days and quarters are those of every other page
        var clock = policy.TimeZone == "UTC" ? times.StartedAt.UtcDateTime : TimeZoneInfo.ConvertTime(times.StartedAt, TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZone)).DateTime;
        yield return new(SearchFacets.Started, (clock - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute);
        if (times.Duration is { } duration) yield return new(SearchFacets.Duration, (long)duration.TotalMinutes);
        if (times.Detection is { } detection) yield return new(SearchFacets.Detection, (long)detection.TotalMinutes);
    }
}
