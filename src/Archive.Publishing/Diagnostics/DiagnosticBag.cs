using System.Collections.Immutable;

namespace Archive.Publishing.Diagnostics;

/// <summary>The findings of a run. A stage adds and goes on.</summary>
/// <remarks>Has state because every stage adds to it. Not thread-safe: parallel work fills a bag per file and adds them up.</remarks>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];

    public int Count => _found.Count;

    public bool HasErrors => _found.Exists(d => d.Level == FindingLevel.Error);

    public void Add(Diagnostic diagnostic) => _found.Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _found.AddRange(diagnostics);

    public void AddRange(DiagnosticBag other) => _found.AddRange(other._found);

    /// <summary>All findings by place, then code, then message: the same order on every machine.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
    [
        .. _found
            .OrderBy(d => d.Location)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal),
    ];
}
