using Archive.Benchmarks;

var asked = Arguments.Read(args);
return asked?.Command switch
{
    "build" => await BuildMeasure.RunAsync(asked),
    "check" => await CheckMeasure.RunAsync(asked),
    "serve" => await ServeMeasure.RunAsync(asked),
    "stages" => StageMeasure.Run(asked),
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
          generate   write the generated archive into the current folder, and nothing else
        """);
    return 2;
}
