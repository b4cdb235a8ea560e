using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Cli.Writing;

/// <summary>What is known when a postmortem begins.</summary>
public sealed record PostmortemOutline
{
    private const int LongestName = 60;

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    public FailureClass? FailureClass { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Handles; none for a stub.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Its file below the input folder: <c>postmortems/2026/2026-04-25-lost-leader.md</c>.</summary>
    public string Path
    {
        get
        {
            var slug = Slug.Of(Title);
            if (slug.Length > LongestName) slug = slug[..LongestName].TrimEnd('-');
            return $"postmortems/{StartedAt.UtcDateTime:yyyy}/{StartedAt.UtcDateTime:yyyy-MM-dd}-{slug}.md";
        }
    }

    /// <summary>The file of its public note.</summary>
    public string PublicPath => Path[..^".md".Length] + ".public.md";
}
