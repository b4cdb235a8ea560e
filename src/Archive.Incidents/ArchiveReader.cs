using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
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
        var stamp = SiteFiles.Stamp(input);
        var site = cache is null ? SiteFiles.Read(input) : cache.Get(folder, stamp, () => SiteFiles.Read(input));
        problems.AddRange(site.Findings);

        var reader = new DraftReader(site.Settings.Policy);
        var context = new ValidationContext(site.Settings.Policy, site.Services, site.FailureClasses, asOf);
        var judging = new Judging(cache, $"{asOf:O}|{stamp}");
        var judged = judging.All(input.Postmortems, file => PostmortemValidator.Judge(context, reader.Postmortem(file)));
        var judgedNotes = judging.All(input.PublicNotes, file => PublicNoteValidator.Judge(context, reader.PublicNote(file)));
        var pages = judging.All(input.Pages, reader.HandbookPage);

        var references = new ReferenceRules(judged, site.Settings.Policy, new(judged, site.Services));
        var sound = references.Sound(problems);
        var assets = input.Assets.ToImmutableSortedDictionary(f => f.Path, f => new AssetFile(f.Path, f.ReadAllBytes), StringComparer.Ordinal);
        var duplicates = Task.Run(() => DuplicatesIn(sound, site.Settings.Policy)); // while the notes are searched for private words
        var leaks = new Lazy<LeakRules>(() => new(PrivateWords.Of(site.Settings, site.Services, sound)));
        var noteByIncident = PublicNotes.ByIncident(judgedNotes, references, () => leaks.Value, assets, problems);
        problems.AddRange(duplicates.Result);
        return new()
        {
            Settings = site.Settings,
            Services = site.Services,
            FailureClasses = site.FailureClasses,
            Postmortems = [.. sound.Select(p => p with { PublicNote = noteByIncident.GetValueOrDefault(p.Id) }).OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal)],
            Pages = HandbookPages.Validate(pages, problems),
            Assets = assets,
            AsOf = asOf,
            LeftOut = judged.Length - sound.Length,
            Leaks = leaks,
        };
    }

    private static DiagnosticBag DuplicatesIn(ImmutableArray<Postmortem> sound, Policy policy)
    {
        var found = new DiagnosticBag(policy.RuleLevels);
        DuplicateRules.Check(sound, found);
        return found;
    }

    /// <summary>Reads and judges files in parallel, each by itself.</summary>
    /// <param name="Context">Whatever a judgement depends on besides the file.</param>
    private sealed record Judging(ReadCache? Cache, string Context)
    {
        /// <summary>The results in the order of the files.</summary>
        public ImmutableArray<T> All<T>(ImmutableArray<InputFile> files, Func<InputFile, T> judge) where T : class
        {
            var results = new T[files.Length];
            Parallel.For(0, files.Length, i => results[i] = Cache is null ? judge(files[i]) : Cache.Get(files[i], Context, judge));
            return ImmutableCollectionsMarshal.AsImmutableArray(results);
        }
    }
}
