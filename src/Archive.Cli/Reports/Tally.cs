using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>How many findings of each level.</summary>
public readonly record struct Tally(int Errors, int Warnings, int Advice)
{
    public static Tally Of(ImmutableArray<Diagnostic> findings) => new(
        findings.Count(f => f.Level == FindingLevel.Error),
        findings.Count(f => f.Level == FindingLevel.Warning),
        findings.Count(f => f.Level == FindingLevel.Advice));

    /// <summary><c>3 errors, 1 warning</c>; <c>no findings</c> where there is none.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            .. Part(Errors, "error", "errors"),
            .. Part(Warnings, "warning", "warnings"),
            .. Part(Advice, "piece of advice", "pieces of advice"),
        ];
        return parts.Length == 0 ? "no findings" : string.Join(", ", parts);
    }

    /// <summary><c>1 page</c>, <c>1,204 pages</c>.</summary>
    public static string Count(int count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";

    private static IEnumerable<string> Part(int count, string one, string many) => count == 0 ? [] : [Count(count, one, many)];
}
