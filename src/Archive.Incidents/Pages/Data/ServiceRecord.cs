using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Data;

/// <summary>A service as <c>services.yml</c> lists it, and its postmortems, the oldest first.</summary>
public sealed record ServiceRecord
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Name { get; init; }

    public string? Team { get; init; }

    public int? Tier { get; init; }

    public string? PublicName { get; init; }

    public string? Repo { get; init; }

    public IReadOnlyList<string>? Paths { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    public string? Description { get; init; }

    /// <summary>What someone new to the service reads first, at most three.</summary>
    public required ImmutableArray<ReadFirstRecord> ReadFirst { get; init; }

    /// <summary>Made one by one while they are written.</summary>
    public required IEnumerable<IncidentLine> Incidents { get; init; }

    public static ServiceRecord Of(Service service, SitePlan site) => new()
    {
        Id = service.Id,
        Url = site.Address.Absolute(SitePaths.Service(service.Id)),
        Name = service.Name,
        Team = service.Team,
        Tier = service.Tier,
        PublicName = service.PublicName,
        Repo = service.Repository?.AbsoluteUri,
        Paths = Absent.IfEmpty(service.Paths),
        Aliases = Absent.IfEmpty(service.Aliases),
        Description = service.Description,
        ReadFirst = [.. History.ReadFirst.Of(site.History.ByService.Of(service.Id), site.History).Select(r => ReadFirstRecord.Of(r, site))],
        Incidents = site.History.ByService.Of(service.Id).Select(p => IncidentLine.Of(p, site)),
    };
}

/// <param name="Why">In words, as the service's page has it: <c>its severity, came back as INC-031</c>.</param>
public sealed record ReadFirstRecord(string Id, string Url, string Title, string Why)
{
    public static ReadFirstRecord Of(Recommendation recommendation, SitePlan site) => new(
        recommendation.Postmortem.Id,
        site.Links.AbsolutePostmortem(recommendation.Postmortem),
        recommendation.Postmortem.Title,
        ServicePage.Reasons(recommendation));
}
