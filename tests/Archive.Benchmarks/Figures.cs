using System.Collections.Immutable;

namespace Archive.Benchmarks;

/// <summary>A table on the console, and the few sums in it.</summary>
public static class Figures
{
    public static void Print(ImmutableArray<string> head, IReadOnlyList<ImmutableArray<string>> rows)
    {
        var widths = head.Select((h, i) => rows.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(head)) Console.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadLeft(widths[i]))));
    }

    /// <summary>The middle one; of an even number the upper of the two.</summary>
    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.000} s";

    public static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0.0} ms";

    public static string EachOf(TimeSpan time, int docs) => $"{time.TotalMicroseconds / docs:0} µs";

    /// <param name="share">1 is the same.</param>
    public static string Share(double share) => $"{share:0.00}";

    public static string Mebibytes(long bytes) => $"{bytes / 1024.0 / 1024.0:0} MiB";
}
