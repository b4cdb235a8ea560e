using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Incidents.Drafting;

/// <summary>The files of an input folder by what they are. Others are not read.</summary>
internal sealed record InputFiles
{
    public const string Settings = "archive.yml";
    public const string Services = "services.yml";
    public const string FailureClasses = "failure-classes.yml";

    private const string NoteEnding = ".public.md";

    public required InputFile? SettingsFile { get; init; }

    public required InputFile? ServicesFile { get; init; }

    public required InputFile? FailureClassesFile { get; init; }

    /// <summary>Below <c>postmortems/</c>. Names that begin with <c>_</c> are templates.</summary>
    public required ImmutableArray<InputFile> Postmortems { get; init; }

    /// <summary>Below <c>postmortems/</c>, with names that end in <c>.public.md</c>.</summary>
    public required ImmutableArray<InputFile> PublicNotes { get; init; }

    public required ImmutableArray<InputFile> Pages { get; init; }

    /// <summary>Everything below <c>assets/</c>, and pictures wherever they stand: beside the postmortem that shows them, for example.</summary>
    public required ImmutableArray<InputFile> Assets { get; init; }

    /// <exception cref="InputFolderException">There is no such folder, or it may not be read.</exception>
    public static InputFiles List(string folder, DiagnosticBag problems)
    {
        if (!Directory.Exists(folder)) throw new InputFolderException($"There is no folder '{folder}'. Name another with --input, or make an archive with 'archive init'.");
        var files = ListOrThrow(folder, problems);
        var markdown = files.Where(f => f.Path.StartsWith("postmortems/", StringComparison.Ordinal) && f.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !f.Name.StartsWith('_'))
            .ToLookup(f => f.Name.EndsWith(NoteEnding, StringComparison.OrdinalIgnoreCase));
        return new()
        {
            SettingsFile = files.FirstOrDefault(f => f.Path == Settings),
            ServicesFile = files.FirstOrDefault(f => f.Path == Services),
            FailureClassesFile = files.FirstOrDefault(f => f.Path == FailureClasses),
            Postmortems = [.. markdown[false]],
            PublicNotes = [.. markdown[true]],
            Pages = [.. files.Where(f => f.Path.StartsWith("pages/", StringComparison.Ordinal) && f.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !f.Name.StartsWith('_'))],
            Assets = [.. files.Where(f => f.Path.StartsWith("assets/", StringComparison.Ordinal) || IsPicture(f.Name))],
        };
    }

    private static bool IsPicture(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg";

    private static ImmutableArray<InputFile> ListOrThrow(string folder, DiagnosticBag problems)
    {
        try
        {
            return InputFolder.List(folder, problems);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new InputFolderException($"The folder '{folder}' cannot be read: {refused.Message}");
        }
    }
}
