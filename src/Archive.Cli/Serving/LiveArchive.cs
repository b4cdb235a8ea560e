using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Serving;

/// <summary>What the server shows at one moment.</summary>
/// <param name="Revision">Differs whenever <paramref name="Sites"/> were planned anew, also from those of an earlier process; <c>none</c> before the first.</param>
/// <param name="Sites">The last good sites; empty before the first.</param>
/// <param name="Findings">Of the newest try, sorted by place.</param>
/// <param name="Trouble">Why the newest try could not even be made, as a sentence; null where it was.</param>
/// <param name="IsBroken">Whether the newest try gave no sites, so that older ones are shown.</param>
/// <param name="Took">How long the newest try took.</param>
public sealed record LiveState(
    string Revision,
    ImmutableArray<PlannedSite> Sites,
    ImmutableArray<Diagnostic> Findings,
    string? Trouble,
    bool IsBroken,
    TimeSpan Took)
{
    public PlannedSite? Find(Audience audience) => Sites.FirstOrDefault(s => s.Audience == audience);
}

/// <summary>The archive as it is on disk now, or as it last was when it was sound.</summary>
/// <remarks>Has state because that is what serving means: requests read the newest state while the next one is made.</remarks>
public sealed class LiveArchive(Func<DiagnosticBag, ImmutableArray<PlannedSite>> plan)
{
    private readonly string _run = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private Moment _now = new(new("none", [], [], null, IsBroken: true, default), new(TaskCreationOptions.RunContinuationsAsynchronously));
    private int _good;

    public LiveState State => Volatile.Read(ref _now).State;

    /// <summary>The state, and a task that ends when there is a newer one.</summary>
    public (LiveState State, Task Changed) Watch()
    {
        var now = Volatile.Read(ref _now);
        return (now.State, now.Over.Task);
    }

    /// <summary>Reads and plans again. Not to be called twice at a time.</summary>
    public LiveState Rebuild()
    {
        var before = State;
        var problems = new DiagnosticBag();
        var startedAt = Stopwatch.GetTimestamp();
        ImmutableArray<PlannedSite> sites = [];
        string? trouble = null;
        try
        {
            sites = plan(problems);
        }
#pragma warning disable CA1031 // the server stays up whatever one edit does; the person sees the sentence in the browser
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            trouble = Failure.SentenceOf(thrown);
        }
        var took = Stopwatch.GetElapsedTime(startedAt);
        var isBroken = sites.IsEmpty;
        var revision = isBroken ? before.Revision : $"{_run}-{++_good}";
        return Show(new(revision, isBroken ? before.Sites : sites, FindingLimit.Of(problems.Sorted()), trouble, isBroken, took));
    }

    private LiveState Show(LiveState state)
    {
        var over = Interlocked.Exchange(ref _now, new(state, new(TaskCreationOptions.RunContinuationsAsynchronously))).Over;
        over.SetResult();
        return state;
    }

    private sealed record Moment(LiveState State, TaskCompletionSource Over);
}
