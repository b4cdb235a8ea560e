using System.Collections.Immutable;

namespace Archive.Publishing.Diagnostics;

/// <summary>The findings of a run. A stage adds and goes on.</summary>
/// <remarks>Has state because every stage adds to it. Not thread-safe: parallel work fills a bag per file and adds them up.</remarks>
/// <param name="levels">Levels by code, where a site says otherwise than a rule: null for a rule that is off.</param>
public sealed class DiagnosticBag(IReadOnlyDictionary<string, FindingLevel?>? levels = null)
{
    private readonly List<Diagnostic> _found = [];

    private readonly List<SuppressedFinding> _suppressed = [];

    public int Count => _found.Count;

    public bool HasErrors => Reaches(FindingLevel.Error);

    /// <summary>Whether there is a finding of a level, or of one above it.</summary>
    public bool Reaches(FindingLevel level) => _found.Exists(d => d.Level >= level);

    /// <summary>Adds a finding at the level that the site gives its rule, or not at all where the rule is off.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (Levelled(diagnostic) is { } counting) _found.Add(counting);
    }

    /// <summary>Keeps a finding among those that do not count, unless its rule is off.</summary>
    /// <param name="by">Where it is said why; null where that place is not known.</param>
    public void Suppress(Diagnostic diagnostic, string reason, SourceLocation? by)
    {
        if (Levelled(diagnostic) is { } counting) _suppressed.Add(new(counting, reason, by));
    }

    public void AddSuppressed(IEnumerable<SuppressedFinding> suppressed) => _suppressed.AddRange(suppressed);

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    public void AddRange(DiagnosticBag other)
    {
        AddRange(other._found);
        AddSuppressed(other._suppressed);
    }

    /// <summary>Those of its findings that are wanted, with the same levels for what comes later.</summary>
    public DiagnosticBag Where(Func<Diagnostic, bool> isWanted)
    {
        var kept = new DiagnosticBag(levels);
        kept._found.AddRange(_found.Where(isWanted));
        kept._suppressed.AddRange(_suppressed);
        return kept;
    }

    /// <summary>All findings by place, then code, then message: the same order on every machine.</summary>
    public ImmutableArray<Diagnostic> Sorted()
    {
        for (var i = 1; i < _found.Count; i++)
        {
            if (ByPlace.Compare(_found[i - 1], _found[i]) > 0) return [.. _found.Order(ByPlace)];
        }
        return [.. _found]; // as those of a whole run are: each file's are sorted before
    }

    /// <summary>The findings that do not count, in the same order.</summary>
    public ImmutableArray<SuppressedFinding> Suppressed() => _suppressed.Count == 0 ? [] : [.. _suppressed.OrderBy(s => s.Finding, ByPlace)];

    private static Comparer<Diagnostic> ByPlace { get; } = Comparer<Diagnostic>.Create(static (one, other) =>
        one.Location.CompareTo(other.Location) is not 0 and var byPlace ? byPlace
        : string.CompareOrdinal(one.Code, other.Code) is not 0 and var byCode ? byCode
        : string.CompareOrdinal(one.Message, other.Message));

    private Diagnostic? Levelled(Diagnostic diagnostic) =>
        levels is null || !levels.TryGetValue(diagnostic.Code, out var level) ? diagnostic
        : level is { } changed ? diagnostic with { Level = changed }
        : null;
}
