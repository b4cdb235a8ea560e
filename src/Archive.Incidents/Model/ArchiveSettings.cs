
namespace Archive.Incidents.Model;

/// <summary>What <c>archive.yml</c> says about the site itself.</summary>
public sealed record ArchiveSettings
{
    public string Title { get; init; } = "Incident archive";

    public string? Description { get; init; }

    /// <summary>Where the internal site stands; ends in a slash.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1/");

    /// <summary>The folder of the input on the forge, so that a page can link to its source; null for no such links.</summary>
    public Uri? SourceUrl { get; init; }

    public PublicSettings Public { get; init; } = new();

    public SearchSettings Search { get; init; } = new();

    public Policy Policy { get; init; } = Presets.Sre;
}

/// <summary>What <c>archive.yml</c> says about search. The internal archive always has it.</summary>
/// <param name="IsPublic">Whether the public record has a search page too, with an index of its own pages and a script.</param>
public sealed record SearchSettings(bool IsPublic = false);

/// <summary>What <c>archive.yml</c> says about the public record.</summary>
public sealed record PublicSettings
{
    public string Title { get; init; } = "Status";

    public string Organization { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>Where people write to; null where that is not said.</summary>
    public Uri? Contact { get; init; }

    /// <summary>Where those write to who found a weakness; with the next one it makes a security.txt.</summary>
    public Uri? SecurityContact { get; init; }

    /// <summary>The first day on which security.txt should no longer be believed.</summary>
    public DateOnly? SecurityExpiresOn { get; init; }

    /// <summary>Ends in a slash.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1/");
}
