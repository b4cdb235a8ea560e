using System.Collections.Immutable;
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
        var passages = Called(postmortem);
        AddSections(passages, postmortem, texts);
        return Of(postmortem, policy, passages);
    }

    /// <summary>Without its sections: what it is called, and what it says in a paragraph.</summary>
    public static SearchDocument Brief(Postmortem postmortem, Policy policy)
    {
        var passages = Called(postmortem);
        if (postmortem.Summary is { } summary) passages.Add(new(SearchField.Summary, summary, null));
        return Of(postmortem, policy, passages);
    }

    private static SearchDocument Of(Postmortem postmortem, Policy policy, ImmutableArray<Passage>.Builder passages) => new()
    {
        Id = postmortem.Id,
        Url = SitePaths.Postmortem(postmortem.Id).Url,
        Title = postmortem.Title,
        Passages = passages.DrainToImmutable(),
        Facets = Facets(postmortem, policy),
        Numbers = Numbers(postmortem.Times, policy),
    };

    private static ImmutableArray<Passage>.Builder Called(Postmortem postmortem)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>(64);
        passages.Add(new(SearchField.Title, postmortem.Title, null));
        passages.Add(new(SearchField.Label, Labels(postmortem), null));
        return passages;
    }

    /// <summary>Everything that it is called by: ids, names and aliases.</summary>
    private static string Labels(Postmortem postmortem)
    {
        var labels = new List<string>(16) { postmortem.Id };
        foreach (var service in postmortem.Services) AddNames(service.Id, service.Name, service.Aliases);
        foreach (var service in postmortem.Services)
        {
            if (service.Team is { } team) labels.Add(team);
        }
        if (postmortem.FailureClass is { } c) AddNames(c.Id, c.Name, c.Aliases);
        AddNames(postmortem.Severity.Id, postmortem.Severity.Name, postmortem.Severity.Aliases);
        labels.Add(Words.Of(postmortem.Kind));
        return string.Join("; ", labels);

        void AddNames(string id, string name, ImmutableArray<string> aliases)
        {
            labels.Add(id);
            labels.Add(name);
            labels.AddRange(aliases.AsSpan());
        }
    }

    private static void AddSections(ImmutableArray<Passage>.Builder passages, Postmortem postmortem, TextRunReader texts)
    {
        foreach (var run in texts.Of(postmortem.Body.Preamble, anchor: null)) passages.Add(Written(run, SearchField.Body));
        foreach (var section in PostmortemOutline.Of(postmortem))
        {
            passages.Add(new(SearchField.Heading, section.Heading, section.Anchor));
            var prose = section.Block == SectionBlock.Summary ? SearchField.Summary : SearchField.Body;
            if (section.Prose is { } written)
            {
                foreach (var run in texts.Of(written.Html, section.Anchor)) passages.Add(Written(run, prose));
            }
            AddFrontMatter(passages, section, postmortem);
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

    /// <summary>What the page shows of the front matter in a section; where it has no anchor of its own, the section's is the nearest.</summary>
    private static void AddFrontMatter(ImmutableArray<Passage>.Builder passages, OutlineSection section, Postmortem postmortem)
    {
        switch (section.Block)
        {
            case SectionBlock.Nothing:
                break;
            case SectionBlock.Summary:
                if (section.Prose is null && postmortem.Summary is { } summary) Add(SearchField.Summary, summary);
                break;
            case SectionBlock.Impact:
                if (postmortem.Impact.DataLoss is { } loss) Add(SearchField.Body, loss);
                break;
            case SectionBlock.Signatures:
                foreach (var signature in postmortem.ErrorSignatures) Add(SearchField.Signature, signature);
                break;
            case SectionBlock.Timeline:
                foreach (var moment in postmortem.Timeline.Moments) Add(SearchField.Body, moment.EventText);
                break;
            case SectionBlock.Causes:
                foreach (var cause in postmortem.Causes) passages.Add(new(SearchField.Body, cause.Text, SiteLinks.Anchor(cause)));
                break;
            case SectionBlock.ActionItems:
                foreach (var item in postmortem.ActionItems) passages.Add(new(SearchField.Body, item.Title, item.Anchor));
                break;
            case SectionBlock.Occurrences:
                foreach (var occurrence in postmortem.Occurrences) Add(SearchField.Body, occurrence.Note);
                break;
            case SectionBlock.TriggerPaths:
                foreach (var path in postmortem.TriggerPaths) Add(SearchField.Code, path);
                break;
            case SectionBlock.Links:
                foreach (var link in postmortem.Links) Add(SearchField.Body, link.Title);
                break;
        }

        void Add(SearchField field, string text) => passages.Add(new(field, text, section.Anchor));
    }

    private static ImmutableArray<FacetValue> Facets(Postmortem postmortem, Policy policy)
    {
        var facets = ImmutableArray.CreateBuilder<FacetValue>(16);
        foreach (var service in postmortem.Services) facets.Add(new(SearchFacets.Service, service.Id));
        facets.Add(new(SearchFacets.Severity, postmortem.Severity.Id));
        if (postmortem.FailureClass is { } failureClass) facets.Add(new(SearchFacets.Class, failureClass.Id));
        facets.Add(new(SearchFacets.Kind, Words.Of(postmortem.Kind)));
        facets.Add(new(SearchFacets.Year, IncidentHistory.YearOf(postmortem, policy)));
        facets.Add(new(SearchFacets.Status, Words.Of(postmortem.Status)));
        foreach (var service in postmortem.Services) AddOnce(SearchFacets.Team, service.Team);
        foreach (var item in postmortem.ActionItems) AddOnce(SearchFacets.Owner, item.Owner?.TrimStart('@'));
        if (postmortem.DetectedBy is { } detector) facets.Add(new(SearchFacets.DetectedBy, Words.Of(detector)));
        return facets.DrainToImmutable();

        void AddOnce(string facet, string? value)
        {
            if (value is not null && !facets.Contains(new(facet, value))) facets.Add(new(facet, value));
        }
    }

    private static ImmutableArray<NumberValue> Numbers(IncidentTimes times, Policy policy)
    {
        // what the clock said in the site's zone, as if it were UTC: days and quarters are those of every other page
        var clock = policy.TimeZone == "UTC" ? times.StartedAt.UtcDateTime : TimeZoneInfo.ConvertTime(times.StartedAt, TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZone)).DateTime;
        var numbers = ImmutableArray.CreateBuilder<NumberValue>(3);
        numbers.Add(new(SearchFacets.Started, (clock - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute));
        if (times.Duration is { } duration) numbers.Add(new(SearchFacets.Duration, (long)duration.TotalMinutes));
        if (times.Detection is { } detection) numbers.Add(new(SearchFacets.Detection, (long)detection.TotalMinutes));
        return numbers.DrainToImmutable();
    }
}
