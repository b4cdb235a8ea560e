using System.Diagnostics;
using System.Globalization;

namespace Archive.Benchmarks;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">From before the process starts until it has ended.</param>
/// <param name="Processor">On all processors together: what is left of it when others use the machine too.</param>
/// <param name="PeakBytes">The most memory that was resident at a time.</param>
public sealed record ProcessCost(TimeSpan Wall, TimeSpan Processor, long PeakBytes, int ExitCode, string Output)
{
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public ProcessCost Sound() => ExitCode == 0 ? this : throw new InvalidOperationException($"The run failed:\n{Output}");
}

/// <summary>Runs a program to its end and says what that took.</summary>
public static class MeasuredProcess
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(4);

    /// <summary>What Linux counts processor time in (USER_HZ): a hundredth of a second on every current machine.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Its error output goes where this program's goes.</summary>
    public static Process Start(string executable, params IReadOnlyList<string> words) =>
        Process.Start(new ProcessStartInfo(executable, words) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })
        ?? throw new InvalidOperationException($"{executable} does not start");

    public static async Task<ProcessCost> RunAsync(string executable, params IReadOnlyList<string> words)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var process = Start(executable, words);
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
}
