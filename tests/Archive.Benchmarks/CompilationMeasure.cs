using Archive.Cli;

namespace Archive.Benchmarks;

/// <summary>Runs the program's commands in this process, and writes what the runtime had to compile for them as a profile for publishing.</summary>
public static class CompilationMeasure
{
    private const string NothingAhead = "DOTNET_ReadyToRun";

    /// <summary>So many are sorted, grown and collected in ways that a sample never is.</summary>
    private const int ManyDocuments = 1000;

    public static int Run(SearchOptions asked)
    {
        // What the runtime's own libraries bring compiled would not be heard of; a publish compiles them anew, and only what it is told of.
        if (Environment.GetEnvironmentVariable(NothingAhead) != "0") throw new InvalidOperationException($"Set {NothingAhead}=0, so that the runtime compiles all that runs.");
        var input = Path.GetFullPath(asked["--input"]);
        using var workplace = new Workplace();
        using var listener = new GenericMethodListener();
        foreach (var command in Commands(input, workplace))
        {
            if (ArchiveCommandLine.Run(command, Silent()) == ExitCode.CannotRun) throw new InvalidOperationException($"archive {string.Join(' ', command)} could not run.");
        }
        Console.WriteLine($"{asked["--out"]}: {CompilationProfile.Write(listener.Methods, asked["--out"]):N0} methods");
        return 0;
    }

    private static string[][] Commands(string input, Workplace workplace) =>
    [
        ["build", "--input", input, "--output", workplace.ColdOutput(), "--keep-going"],
        ["build", "--input", workplace.Input(ManyDocuments), "--output", workplace.ColdOutput(), "--keep-going"],
        ["check", "--input", input],
        ["check", "--input", input, "--format", "json"],
        ["search", "connection pool", "--input", input],
        ["digest", "--input", input],
        ["stats", "--input", input],
    ];

    private static Terminal Silent() => new() { Output = TextWriter.Null, Error = TextWriter.Null, CurrentFolder = Directory.GetCurrentDirectory(), Now = DateTimeOffset.UtcNow };
}
