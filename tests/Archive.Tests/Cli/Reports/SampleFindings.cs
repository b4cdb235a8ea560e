using System.Collections.Immutable;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Tests.Cli.Reports;

/// <summary>Findings to vary with <c>with</c>.</summary>
public static class SampleFindings
{
    public static Rule Rule { get; } = new()
    {
        Code = "unknown-severity",
        Family = "structure",
        Level = FindingLevel.Error,
        Title = "The severity is not in the scheme",
        Explanation = "Rank drives every rule.",
        Bad = new(ExampleKind.FrontMatter, "severity: sev9"),
        Good = new(ExampleKind.FrontMatter, "severity: sev1"),
    };

    public static Diagnostic Finding { get; } =
        new(Rule, FindingLevel.Error, new("postmortems/2026/a.md", 2, 11, 4), "'sev9' is not a severity.", "Write sev0, sev1 or sev2.");

    public static ReportSource Source { get; } = new(path => $"input/{path}", (_, line) => line == 2 ? "severity: sev9" : null);

    public static BuildReport Report(params ImmutableArray<Diagnostic> findings) => new(findings, [], 46, findings.Any(f => f.Level == FindingLevel.Error));
}
