using Archive.Benchmarks;

if (SearchOptions.Read(args, "--docs", "--queries", "--qrels", "--run") is { } collection && args[0] == "relevance") return RelevanceMeasure.Run(collection);
if (SearchOptions.Read(args, "--corpus", "--queries") is { } corpus && args[0] == "real-queries") return RealQueriesMeasure.Run(corpus);
if (SearchOptions.Read(args, "--input", "--out") is { } compiled && args[0] == "compiled") return CompilationMeasure.Run(compiled);

var asked = Arguments.Read(args);
return asked?.Command switch
{
    "build" => await BuildMeasure.RunAsync(asked),
    "check" => await CheckMeasure.RunAsync(asked),
    "serve" => await ServeMeasure.RunAsync(asked),
    "stages" => StageMeasure.Run(asked),
    "index" => IndexMeasure.Run(asked),
    "wire" => await WireMeasure.RunAsync(asked),
    "generate" => Generate(asked),
    _ => Usage(),
};

static int Generate(Arguments asked)
{
    foreach (var docs in asked.Docs)
    {
        var folder = Path.GetFullPath($"generated-{docs}");
        Console.WriteLine($"{folder}: {GeneratedArchive.Write(folder, docs):N0} bytes");
    }
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project tests/Archive.Benchmarks -- COMMAND [--docs 1000,10000] [--runs 5]

          build      both sites as a process, into a cold folder
          check      all rules as a process
          serve      from saving an edit until the new page is answered
          stages     where the time of a build goes, inside one process
          index      analysis and search index inside one process
          wire       requests and bytes of queries in Chromium, and the time of a keystroke
          generate   write the generated archive into the current folder, and nothing else

        relevance --docs D.jsonl --queries Q.jsonl --qrels R.tsv --run OUT   answers of a test collection, as a TREC run
        real-queries --corpus DIR --queries FILE                             success by kind of question on a folder of markdown        compiled --input DIR --out FILE                                      what is compiled while the program runs, as a profile for publishing
        """);
    return 2;
}
