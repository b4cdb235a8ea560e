using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents;

/// <summary>Which of the two sites.</summary>
public enum Audience
{
    Internal,
    Public,
}

/// <summary>What to build from what, into what.</summary>
public sealed record BuildRequest
{
    public required string InputFolder { get; init; }

    /// <summary>The sites are its subfolders <c>internal</c> and <c>public</c>.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>A folder whose files override the built-in theme's, or null.</summary>
    public string? ThemeFolder { get; init; }

    public ImmutableArray<Audience> Audiences { get; init; } = [Audience.Internal, Audience.Public];

    /// <summary>The day that counts as today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the site will stand, instead of what <c>archive.yml</c> says; for one audience only.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Findings of this level or above stop the build.</summary>
    public FindingLevel FailOn { get; init; } = FindingLevel.Error;

    /// <summary>Leave out what is broken and publish the rest.</summary>
    public bool KeepGoing { get; init; }
}

/// <summary>What came of a build or a check.</summary>
/// <param name="Findings">Sorted by place.</param>
/// <param name="Sites">One for each audience that was written; empty where findings stopped the build.</param>
/// <param name="PostmortemCount">Postmortems read, sound or not.</param>
/// <param name="Failed">Whether a finding reached the level that fails the run.</param>
public sealed record BuildReport(ImmutableArray<Diagnostic> Findings, ImmutableArray<WrittenSite> Sites, int PostmortemCount, bool Failed);

/// <summary>A site on disk.</summary>
/// <param name="Files">Files it holds.</param>
/// <param name="Bytes">Their size in all.</param>
public sealed record WrittenSite(Audience Audience, string Folder, int Files, long Bytes);

/// <summary>A site that only has to be rendered.</summary>
public sealed record PlannedSite(Audience Audience, Site Site, TemplateSet Templates);
