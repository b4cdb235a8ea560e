using System.Diagnostics;

namespace Archive.Benchmarks;

/// <summary>The program as it is delivered: published, ready to run.</summary>
public sealed record PublishedCli(string Executable)
{
    public static async Task<PublishedCli> PublishAsync(Workplace workplace)
    {
        var folder = workplace.Folder("archive");
        var project = Path.Combine(RepositoryRoot(), "src", "Archive.Cli");
        string[] words = ["publish", project, "--configuration", "Release", "--use-current-runtime", "--output", folder, "--nologo", "-v", "quiet"]; // as the README says
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words) { UseShellExecute = false, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet does not start");
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException($"dotnet publish failed:\n{said}");
        return new(Path.Combine(folder, OperatingSystem.IsWindows() ? "archive.exe" : "archive"));
    }

    public Process Start(params IReadOnlyList<string> words) => MeasuredProcess.Start(Executable, words);

    public Task<ProcessCost> RunAsync(params IReadOnlyList<string> words) => MeasuredProcess.RunAsync(Executable, words);

    /// <summary>Both sites of a generated archive, as of its own last day.</summary>
    public Task<ProcessCost> BuildAsync(string input, string output) =>
        RunAsync("build", "--input", input, "--output", output, "--as-of", $"{GeneratedArchive.AsOf:yyyy-MM-dd}", "--quiet");

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No Archive.sln above {AppContext.BaseDirectory}");
    }
}
