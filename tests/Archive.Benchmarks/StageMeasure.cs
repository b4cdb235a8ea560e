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
            var fastest = runs[0].Select((stage, i) => (stage.Name, Took: runs.Min(r => r[i].Took)));
            Console.WriteLine($"{docs:N0} documents");
            Figures.Print(["stage", "fastest", "a document"], [.. fastest.Select(s => ImmutableArray.Create(s.Name, Figures.Milliseconds(s.Took), Figures.EachOf(s.Took, docs)))]);
        }
        return 0;
    }

    private static List<(string Name, TimeSpan Took)> Stages(string input, string output)
    {
        var stages = new List<(string, TimeSpan)>();
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
            var startedAt = Stopwatch.GetTimestamp();
            var result = stage();
            stages.Add((name, Stopwatch.GetElapsedTime(startedAt)));
            return result;
        }
    }
}
