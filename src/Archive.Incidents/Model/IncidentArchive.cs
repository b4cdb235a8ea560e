using System.Collections.Immutable;
using Archive.Incidents.Validation;

namespace Archive.Incidents.Model;

/// <summary>Everything that was read and found sound: the whole of what the internal site can show.</summary>
public sealed record IncidentArchive
{
    public required ArchiveSettings Settings { get; init; }

    public Policy Policy => Settings.Policy;

    /// <summary>In the catalogue's order.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    /// <summary>In the catalogue's order.</summary>
    public required ImmutableArray<FailureClass> FailureClasses { get; init; }

    /// <summary>In order of their start, then id: the oldest first.</summary>
    public required ImmutableArray<Postmortem> Postmortems { get; init; }

    public ImmutableArray<HandbookPage> Pages { get; init; } = [];

    /// <summary>Files below <c>assets/</c> and pictures elsewhere, by their path below the input folder; only those that a page refers to are published.</summary>
    public ImmutableSortedDictionary<string, AssetFile> Assets { get; init; } = ImmutableSortedDictionary<string, AssetFile>.Empty;

    /// <summary>The day that counts as today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Postmortems that were left out because of findings; 0 unless the build was told to keep going.</summary>
    public int LeftOut { get; init; }

    /// <summary>Searches a text for what only the archive knows; made when somebody first asks.</summary>
    internal Lazy<LeakRules> Leaks
    {
        get => field ??= new(() => new(PrivateWords.Of(Settings, Services, Postmortems)));
        init;
    }
}

/// <summary>A page of <c>input/pages</c>.</summary>
public sealed record HandbookPage
{
    public required string Title { get; init; }

    /// <summary>The last part of its address, from its file name.</summary>
    public required string Slug { get; init; }

    /// <summary>Where it stands among its kind: lower first, then by title.</summary>
    public int Order { get; init; }

    public required PostmortemBody Body { get; init; }

    public required Archive.Publishing.Diagnostics.SourceLocation Source { get; init; }
}

/// <summary>A picture or another file that pages may show.</summary>
/// <param name="Path">Below the input folder, with forward slashes: <c>assets/graph.png</c>.</param>
/// <param name="ReadBytes">Reads the file.</param>
public sealed record AssetFile(string Path, Func<byte[]> ReadBytes);
