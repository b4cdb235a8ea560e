using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Archive.Benchmarks;

/// <summary>What one run of the program took.</summary>
/// <param name="PeakBytes">The most memory that was resident at a time.</param>
public sealed record ProcessCost(TimeSpan Wall, long PeakBytes, int ExitCode, string Output);

/// <summary>The program as it is delivered: published, ready to run.</summary>
public sealed record PublishedCli(string Executable)
{
    private static readonly TimeSpan MemoryBeat = TimeSpan.FromMilliseconds(4);

    public static async Task<PublishedCli> PublishAsync(Workplace workplace)
    {
        var folder = workplace.Folder("archive");
        var project = Path.Combine(RepositoryRoot(), "src", "Archive.Cli");
        string[] words = ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder, "--nologo", "-v", "quiet"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words) { UseShellExecute = false, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet does not start");
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException($"dotnet publish failed:\n{said}");
        return new(Path.Combine(folder, OperatingSystem.IsWindows() ? "archive.exe" : "archive"));
    }

    public Process Start(params IReadOnlyList<string> words) =>
        Process.Start(new ProcessStartInfo(Executable, words) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })
        ?? throw new InvalidOperationException($"{Executable} does not start");

    /// <summary>From before the process starts until it has ended.</summary>
    public async Task<ProcessCost> RunAsync(params IReadOnlyList<string> words)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var process = Start(words);
        var output = process.StandardOutput.ReadToEndAsync();
        using var over = new CancellationTokenSource();
        var peak = Task.Run(() => WatchMemory(process.Id, over.Token), CancellationToken.None);
        await process.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(startedAt);
        await over.CancelAsync();
        return new(wall, await peak, process.ExitCode, await output);
    }

    /// <summary>The high-water mark that Linux keeps for a process (VmHWM, proc(5)); 0 on other systems.</summary>
    /// <remarks>A mark only rises, so that the last reading misses nothing but the last few milliseconds.</remarks>
    private static long WatchMemory(int process, CancellationToken over)
    {
        var status = $"/proc/{process}/status";
        long peak = 0;
        while (File.Exists(status) && !over.IsCancellationRequested)
        {
            peak = Math.Max(peak, ReadMark(status));
            over.WaitHandle.WaitOne(MemoryBeat);
        }
        return peak;
    }

    private static long ReadMark(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line["VmHWM:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // The process ended between the question and the answer; the reading before counts.
            return 0;
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No Archive.sln above {AppContext.BaseDirectory}");
    }
}
