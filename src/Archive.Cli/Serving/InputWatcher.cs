using System.IO.Enumeration;

namespace Archive.Cli.Serving;

/// <summary>Notices when files below some folders change: at once where the system tells, and by looking now and then where it does not.</summary>
/// <remarks>Has state because it remembers what the files looked like.</remarks>
public sealed class InputWatcher : IDisposable
{
    /// <summary>Editors write a file in several steps; they are over when nothing happened for so long.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(2);

    private readonly string[] _folders;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _signal = new(0);
    private Dictionary<string, (long Length, DateTimeOffset WrittenAt)> _seen;
    private TimeSpan _poll = ShortestPoll;

    /// <param name="folders">Those that are not there are looked for now and then.</param>
    public InputWatcher(IEnumerable<string> folders)
    {
        _folders = [.. folders];
        foreach (var folder in _folders.Where(Directory.Exists)) Listen(folder);
        _seen = Look();
    }

    /// <summary>Calls back after every change until it is told to stop.</summary>
    public async Task RunAsync(Action changed, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await _signal.WaitAsync(_poll, stop)) await SettleAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            if (HasChanged()) changed();
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _signal.Dispose();
    }

    private void Listen(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => _signal.Release();
        watcher.Created += (_, _) => _signal.Release();
        watcher.Deleted += (_, _) => _signal.Release();
        watcher.Renamed += (_, _) => _signal.Release();
        // A watcher that lost events, or its folder, is made up for by the poll.
        watcher.Error += (_, _) => _signal.Release();
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private async Task SettleAsync(CancellationToken stop)
    {
        var startedAt = System.Diagnostics.Stopwatch.GetTimestamp();
        while (await _signal.WaitAsync(Settled, stop))
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(startedAt) > LongestWait) break;
        }
    }

    private bool HasChanged()
    {
        var startedAt = System.Diagnostics.Stopwatch.GetTimestamp();
        var now = Look();
        // Looking takes a fiftieth of the time at most, however many files there are.
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(startedAt);
        _poll = took * 50 > ShortestPoll ? took * 50 : ShortestPoll;
        var isSame = now.Count == _seen.Count && now.All(file => _seen.TryGetValue(file.Key, out var seen) && seen == file.Value);
        _seen = now;
        return !isSame;
    }

    private Dictionary<string, (long Length, DateTimeOffset WrittenAt)> Look()
    {
        var files = new Dictionary<string, (long Length, DateTimeOffset WrittenAt)>(StringComparer.Ordinal);
        foreach (var folder in _folders.Where(Directory.Exists))
        {
            foreach (var (path, length, writtenAt) in FilesBelow(folder)) files[path] = (length, writtenAt);
        }
        return files;
    }

    private static FileSystemEnumerable<(string Path, long Length, DateTimeOffset WrittenAt)> FilesBelow(string folder) =>
        new(folder,
            (ref entry) => (entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc),
            new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
        {
            // Editors keep their own files beside ours: .a.md.swp, .#a.md, a.md~, 4913.
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName[0] != '.' && entry.FileName[^1] != '~',
            ShouldRecursePredicate = (ref entry) => entry.FileName[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}
