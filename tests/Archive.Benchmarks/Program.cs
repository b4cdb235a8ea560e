using Archive.Benchmarks;

if (SearchOptions.Read(args, "--docs", "--queries", "--qrels", "--run") is { } collection && args[0] == "relevance") return RelevanceMeasure.Run(collection);
if (SearchOptions.Read(args, "--corpus", "--queries") is { } corpus && args[0] == "real-queries") return RealQueriesMeasure.Run(corpus);
if (SearchOptions.Read(args, "--corpus", "--out") is { } known && args[0] == "known-items") return KnownItemsMeasure.Run(known);
if (SearchOptions.Read(args, "--input", "--out") is { } compiled && args[0] == "compiled") return CompilationMeasure.Run(compiled);

var asked = Arguments.Read(args);
return asked?.Command switch
{
    "build" => await BuildMeasure.RunAsync(asked),
    "hugo" => await HugoMeasure.RunAsync(asked),
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
          hugo       the same by turns with Hugo's build of one plain site, where hugo is installed
          check      all rules as a process
          serve      from saving an edit until the new page is answered
          stages     where the time of a build goes, inside one process
          index      analysis and search index inside one process
          wire       requests and bytes of queries in Chromium, and the time of a keystroke
          generate   write the generated archive into the current folder, and nothing else

        relevance --docs D.jsonl --queries Q.jsonl --qrels R.tsv --run OUT   answers of a test collection, as a TREC run
        real-queries --corpus DIR --queries FILE                             success by kind of question on a folder of markdown
        known-items --corpus DIR --out DIR                                   mean reciprocal rank of documents that somebody looks for who has read them
        compiled --input DIR --out FILE                                      what is compiled while the program runs, as a profile for publishing

        Known items of a folder of markdown: 300 documents (all, where there are fewer), drawn with a fixed seed, a query of each kind for each.
          words       four, drawn from title (twice as likely) and summary (the section of that name, else the first 100 words) by frequency there x log(documents / documents with it)
          prefix      as words; the last one is cut to its first half, three letters at least
          typo        as words; one edit in one of them (a letter other, more or less, or two swapped) that makes a word of no document
          phrase      six words that stand one after the other, in quotes
          error       a line of a block of code that tells of trouble, as it stands; or with other numbers, times, addresses, hexadecimal ids and file names
        A query that fits several documents (all words there, in whatever inflection; the same run, the same line, the same line but for its values) is drawn again up to eight times, then counted apart.
        DIR of --out gets docs.jsonl, queries.jsonl and qrels.tsv, to ask another engine the same.
        """);
    return 2;
}
