using System.Diagnostics;
using System.Globalization;

namespace Archive.Benchmarks;

/// <summary>What one run of the program took.</summary>
/// <param name="Wall">From before the process starts until it has ended.</param>
/// <param name="Processor">On all processors together: what is left of it when others use the machine too.</param>
/// <param name="PeakBytes">The most memory that was resident at a time.</param>
public sealed record ProcessCost(TimeSpan Wall, TimeSpan Processor, long PeakBytes, int ExitCode, string Output);

/// <summary>The program as it is delivered: published, ready to run.</summary>
public sealed record PublishedCli(string Executable)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(4);

    /// <summary>What Linux counts processor time in (USER_HZ): a hundredth of a second on every current machine.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

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

    public Process Start(params IReadOnlyList<string> words) =>
        Process.Start(new ProcessStartInfo(Executable, words) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })
        ?? throw new InvalidOperationException($"{Executable} does not start");

    public async Task<ProcessCost> RunAsync(params IReadOnlyList<string> words)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var process = Start(words);
        var output = process.StandardOutput.ReadToEndAsync();
        using var over = new CancellationTokenSource();
        var watched = Task.Run(() => Watch(process.Id, over.Token), CancellationToken.None);
        await process.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(startedAt);
        await over.CancelAsync();
        var (processor, peakBytes) = await watched;
        return new(wall, processor, peakBytes, process.ExitCode, await output);
    }

    /// <summary>What Linux counts for a process (proc(5): utime, stime, VmHWM); 0 on other systems.</summary>
    /// <remarks>Both only rise, so that the last reading misses nothing but the last few milliseconds.</remarks>
    private static (TimeSpan Processor, long PeakBytes) Watch(int process, CancellationToken over)
    {
        var (processor, peakBytes) = (TimeSpan.Zero, 0L);
        while (!over.IsCancellationRequested && Directory.Exists($"/proc/{process}"))
        {
            try
            {
                var mark = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                if (mark is not null) peakBytes = 1024 * long.Parse(mark["VmHWM:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
                // The second field is the name in brackets and may hold spaces; the counts are the 14th and 15th.
                var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ');
                processor = Tick * (long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // The process ended between the question and the answer; the reading before counts.
                break;
            }
            over.WaitHandle.WaitOne(Beat);
        }
        return (processor, peakBytes);
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
