namespace Archive.Cli;

/// <summary>One line on standard error that says what is going on and for how long, and is gone at the end.</summary>
/// <remarks>Has state because a clock runs beside the work. Short work shows nothing.</remarks>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _error;
    private readonly string _what;
    private readonly long _startedAt = System.Diagnostics.Stopwatch.GetTimestamp();
    private readonly Lock _writing = new();
    private readonly Timer _timer;
    private bool _isShown;
    private bool _isOver;

    private Progress(TextWriter error, string what)
    {
        _error = error;
        _what = what;
        _timer = new(_ => Show(), null, Patience, Beat);
    }

    /// <summary>Null where nobody would see it.</summary>
    public static Progress? Start(Terminal terminal, bool isQuiet, string what) =>
        terminal.ShowsProgress && !isQuiet ? new(terminal.Error, what) : null;

    public void Dispose()
    {
        _timer.Dispose();
        lock (_writing)
        {
            _isOver = true;
            if (_isShown) _error.Write("\r\e[K");
            _error.Flush();
        }
    }

    private void Show()
    {
        lock (_writing)
        {
            if (_isOver) return;
            _isShown = true;
            _error.Write($"\r\e[K{_what} … {System.Diagnostics.Stopwatch.GetElapsedTime(_startedAt).TotalSeconds:0.0} s");
            _error.Flush();
        }
    }
}
