using System.Collections.Immutable;
using System.Diagnostics;
using Archive.Incidents;
using Archive.Incidents.Pages;
using Archive.Incidents.Redaction;
using Archive.PublicRecord.Pages;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Benchmarks;

/// <summary>The stages of a build one after another inside this process, the fastest of several runs.</summary>
/// <remarks>The first run also compiles the code; a run as a process pays that once, see <see cref="BuildMeasure"/>.</remarks>
public static class StageMeasure
{
    public static int Run(Arguments asked)
    {
        using var workplace = new Workplace();
        foreach (var docs in asked.Docs)
        {
            var input = workplace.Input(docs);
            var runs = Enumerable.Range(0, asked.Runs).Select(_ => Stages(input, workplace.ColdOutput())).ToList();
            var least = runs[0].Select((stage, i) => new StageCost(stage.Name, runs.Min(r => r[i].Took), runs.Min(r => r[i].Processor), runs.Min(r => r[i].AllocatedBytes)));
            Console.WriteLine($"{docs:N0} documents");
            Figures.Print(
                ["stage", "fastest", "processor", "a document", "allocated", "a document"],
                [.. least.Select(s => ImmutableArray.Create(s.Name, Figures.Milliseconds(s.Took), Figures.Milliseconds(s.Processor), Figures.EachOf(s.Processor, docs), Figures.Mebibytes(s.AllocatedBytes), $"{s.AllocatedBytes / docs:N0} B"))]);
        }
        return 0;
    }

    private static List<StageCost> Stages(string input, string output)
    {
        var stages = new List<StageCost>();
        var problems = new DiagnosticBag();
        var archive = Timed("read and validate", () => ArchiveReader.Read(input, GeneratedArchive.AsOf, cache: null, problems));
        if (archive.LeftOut > 0) throw new InvalidOperationException(string.Join('\n', problems.Sorted().Take(5)));
        Site("internal", archive.Settings.Url, typeof(InternalSite), address => InternalSite.Plan(archive, address));
        var history = Timed("redact", () => Redactor.Redact(archive));
        Site("public", archive.Settings.Public.Url, typeof(PublicSite), address => PublicSite.Plan(history, address));
        return stages;

        void Site(string name, Uri url, Type owner, Func<SiteAddress, IEnumerable<Page>> plan)
        {
            var address = new SiteAddress(url);
            ImmutableArray<Page> pages = Timed($"plan {name}", () => plan(address).ToImmutableArray());
            Timed($"check links {name}", () => { LinkCheck.Check(new Site(pages), problems); return 0; });
            var templates = Timed($"compile templates {name}", () => new TemplateSet(Theme.Read(owner.Assembly, name, null), address));
            Timed($"render and write {name}", () => SiteWriter.Write(Path.Combine(output, name), new([.. pages, .. templates.Assets.Pages]), templates));
        }

        T Timed<T>(string name, Func<T> stage)
        {
            var (startedAt, processor, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            var result = stage();
            stages.Add(new(name, Stopwatch.GetElapsedTime(startedAt), Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated));
            return result;
        }
    }

    /// <param name="Processor">On all processors together, with what the collector and the compiler took in the meantime.</param>
    private sealed record StageCost(string Name, TimeSpan Took, TimeSpan Processor, long AllocatedBytes);
}
