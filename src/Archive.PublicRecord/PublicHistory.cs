using System.Collections.Immutable;

namespace Archive.PublicRecord;

/// <summary>All that the world may know. Every page, feed, count and file of the public site is computed from this and nothing else.</summary>
public sealed record PublicHistory
{
    /// <summary>What the site is called: <c>Example Status</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Who speaks; empty where the site does not say.</summary>
    public required string Organization { get; init; }

    public string? Description { get; init; }

    /// <summary>Where people write to who cannot read a page, or have a question; null where that is not said.</summary>
    public Uri? Contact { get; init; }

    /// <summary>Null where there is no security.txt.</summary>
    public PublicSecurity? Security { get; init; }

    /// <summary>Whether the site has a search page, and with it a script.</summary>
    public bool HasSearch { get; init; }

    /// <summary>In the catalogue's order, each name once.</summary>
    public required ImmutableArray<PublicComponent> Components { get; init; }

    /// <summary>By their start, newest first.</summary>
    public required ImmutableArray<PublicIncident> Incidents { get; init; }

    public IEnumerable<PublicIncident> OpenIncidents => Incidents.Where(i => i.ResolvedAt is null);

    /// <summary>The worst that an open incident does to a component.</summary>
    public ComponentState StateOf(PublicComponent component) =>
        WorstOf(OpenIncidents.Where(i => i.Components.Contains(component.Name)));

    /// <summary>The worst that any open incident does.</summary>
    public ComponentState State => WorstOf(OpenIncidents);

    /// <summary>The last change that the world can see; null where nothing is published.</summary>
    public DateTimeOffset? ModifiedAt => Incidents.Select(i => (DateTimeOffset?)i.ModifiedAt).Max();

    private static ComponentState WorstOf(IEnumerable<PublicIncident> open) =>
        open.Select(i => ComponentStates.During(i.Impact)).DefaultIfEmpty(ComponentState.Operational).Max();
}

/// <summary>What security.txt says.</summary>
/// <param name="Contact">A mailto or https address.</param>
/// <param name="ExpiresOn">The first day on which it should no longer be believed.</param>
public sealed record PublicSecurity(Uri Contact, DateOnly ExpiresOn);

/// <summary>Something that customers use, by the name that they know it by.</summary>
public sealed record PublicComponent(string Name)
{
    /// <summary>Twelve of <c>[a-z0-9]</c>; null where it is made of the name, and so changes with it.</summary>
    public string? PublicId { get; init; }

    /// <summary>What it stands under; null for what stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>A sentence for customers, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The day since which customers have it; null where that is not said.</summary>
    public DateOnly? Since { get; init; }
}
