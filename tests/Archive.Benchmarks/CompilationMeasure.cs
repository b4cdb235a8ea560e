using Archive.Cli;

namespace Archive.Benchmarks;

/// <summary>Runs the program's commands in this process, and writes what the runtime had to compile for them as a profile for publishing.</summary>
public static class CompilationMeasure
{
    private const string NothingAhead = "DOTNET_ReadyToRun";

    public static int Run(SearchOptions asked)
    {
        // What the runtime's own libraries bring compiled would not be heard of; a publish compiles them anew, and only what it is told of.
        if (Environment.GetEnvironmentVariable(NothingAhead) != "0") throw new InvalidOperationException($"Set {NothingAhead}=0, so that the runtime compiles all that runs.");
        var input = Path.GetFullPath(asked["--input"]);
        using var workplace = new Workplace();
        var site = workplace.ColdOutput();
        using var listener = new GenericMethodListener();
        foreach (var command in Commands(input, site))
        {
            if (ArchiveCommandLine.Run(command, Silent()) == ExitCode.CannotRun) throw new InvalidOperationException($"archive {string.Join(' ', command)} could not run.");
        }
        Console.WriteLine($"{asked["--out"]}: {CompilationProfile.Write(listener.Methods, asked["--out"]):N0} methods");
        return 0;
    }

    private static string[][] Commands(string input, string site) =>
    [
        ["build", "--input", input, "--output", site, "--keep-going"],
        ["check", "--input", input],
        ["check", "--input", input, "--format", "json"],
        ["search", "connection pool", "--input", input],
        ["digest", "--input", input],
        ["stats", "--input", input],
    ];

    private static Terminal Silent() => new() { Output = TextWriter.Null, Error = TextWriter.Null, CurrentFolder = Directory.GetCurrentDirectory(), Now = DateTimeOffset.UtcNow };
}
