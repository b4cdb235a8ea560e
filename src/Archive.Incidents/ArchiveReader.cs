using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;

namespace Archive.Incidents;

/// <summary>From a folder of files to an archive of sound postmortems: read, then validate. All findings in one run.</summary>
public static class ArchiveReader
{
    /// <param name="folder">The input folder.</param>
    /// <param name="asOf">The day that counts as today.</param>
    /// <param name="cache">What earlier runs of this process have read; null where there will be no later one.</param>
    /// <param name="problems">Takes every finding.</param>
    /// <returns>What is sound. A postmortem with an error is left out, and counted in <see cref="IncidentArchive.LeftOut"/>.</returns>
    /// <exception cref="InputFolderException">There is no such folder, or it may not be read.</exception>
    public static IncidentArchive Read(string folder, DateOnly asOf, ReadCache? cache, DiagnosticBag problems)
    {
        var input = InputFiles.List(folder, problems);
        var settings = SettingsValidator.Validate(ReadYaml(input.SettingsFile, (node, bag) => SettingsShape.File.Read(node, bag), problems), problems);
        var services = CatalogueValidator.Services(Located(ReadYaml(input.ServicesFile, CatalogueShapes.Services.Read, problems)), problems);
        var classes = CatalogueValidator.FailureClasses(Located(ReadYaml(input.FailureClassesFile, CatalogueShapes.FailureClasses.Read, problems)), problems);

        var reader = new DraftReader(settings.Policy, cache);
        var drafts = InParallel(input.Postmortems, reader.Postmortem);
        var notes = InParallel(input.PublicNotes, reader.PublicNote);
        var pages = InParallel(input.Pages, reader.HandbookPage);

        var context = new ValidationContext(settings.Policy, services, classes, drafts, asOf);
        var sound = Validated(drafts, context, problems);
        var noteByIncident = PublicNotes.ByIncident(notes, context, problems);
        return new()
        {
            Settings = settings,
            Services = services,
            FailureClasses = classes,
            Postmortems = [.. sound.Select(p => p with { PublicNote = noteByIncident.GetValueOrDefault(p.Id) }).OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal)],
            Pages = HandbookPages.Validate(pages, problems),
            Assets = input.Assets.ToImmutableSortedDictionary(f => f.Path, f => new AssetFile(f.Path, () => File.ReadAllBytes(f.FullPath)), StringComparer.Ordinal),
            AsOf = asOf,
            LeftOut = drafts.Length - sound.Length,
        };
    }

    private static ImmutableArray<Postmortem> Validated(ImmutableArray<DraftFile<PostmortemDraft>> drafts, ValidationContext context, DiagnosticBag problems)
    {
        var judged = InParallel(drafts, file =>
        {
            var own = new DiagnosticBag(context.Policy.RuleLevels);
            if (file.Draft is { } draft) ReferenceRules.Check(draft, context, own);
            return (Postmortem: PostmortemValidator.Validate(context, file, own), Problems: own);
        });
        foreach (var (_, own) in judged) problems.AddRange(own);
        return [.. judged.Select(j => j.Postmortem).OfType<Postmortem>()];
    }

    private static T? ReadYaml<T>(InputFile? file, Func<YamlNode, DiagnosticBag, T?> read, DiagnosticBag problems)
    {
        if (file is null || SourceText.Read(file, problems) is not { } source) return default;
        return YamlReader.Read(source.Text, file.Path, lineOffset: 0, problems) is { } node ? read(node, problems) : default;
    }

    private static ImmutableArray<Located<T>> Located<T>(Located<ImmutableArray<Located<T>>>? list) => list?.Value ?? [];

    /// <summary>The results in the order of the inputs.</summary>
    private static ImmutableArray<TOut> InParallel<TIn, TOut>(ImmutableArray<TIn> inputs, Func<TIn, TOut> map)
    {
        var results = new TOut[inputs.Length];
        Parallel.For(0, inputs.Length, i => results[i] = map(inputs[i]));
        return [.. results];
    }
}
