using System.Collections.Immutable;
using System.Text;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>Findings as workflow commands, which GitHub shows beside the lines of a pull request.</summary>
/// <param name="Log">For standard output: the annotations, and a line that counts what did not fit.</param>
/// <param name="Summary">Markdown for the job's summary with the findings that did not fit; null where all did.</param>
/// <remarks>A step shows at most ten annotations of each level; later ones are dropped without a word, so they are not sent.</remarks>
public sealed record GitHubReport(string Log, string? Summary)
{
    private const int MostOfLevel = 10;

    public static GitHubReport Of(ImmutableArray<Diagnostic> findings, ReportSource source)
    {
        var shown = findings.GroupBy(f => f.Level).SelectMany(g => g.Take(MostOfLevel)).ToHashSet(ReferenceEqualityComparer.Instance);
        var log = new StringBuilder();
        foreach (var finding in findings.Where(shown.Contains)) log.Append($"{Annotation(finding, source)}\n");
        ImmutableArray<Diagnostic> rest = [.. findings.Where(f => !shown.Contains(f))];
        if (rest.IsEmpty) return new(log.ToString(), null);
        log.Append($"And {Tally.Of(rest)} more: see the summary of the job.\n");
        return new(log.ToString(), SummaryOf(rest, source));
    }

    /// <summary>As much of a summary as still fits, cut at the end of a line.</summary>
    /// <param name="bytes">UTF-8 bytes that are left.</param>
    public static string Fit(string summary, long bytes)
    {
        if (Encoding.UTF8.GetByteCount(summary) <= bytes) return summary;
        const string Cut = "\nThe list is cut here: a summary holds 1 MiB. `archive check` prints all of it.\n";
        var text = new StringBuilder();
        var left = bytes - Encoding.UTF8.GetByteCount(Cut);
        foreach (var line in summary.Split('\n'))
        {
            left -= Encoding.UTF8.GetByteCount(line) + 1;
            if (left < 0) break;
            text.Append(line).Append('\n');
        }
        return text.Length == 0 ? "" : text.Append(Cut).ToString();
    }

    private static string Annotation(Diagnostic finding, ReportSource source)
    {
        var (path, line, column, length) = finding.Location;
        var place = $"file={Property(source.PathOf(path))}";
        if (line > 0) place += $",line={line}";
        if (line > 0 && column > 0) place += $",col={column}";
        if (line > 0 && column > 0 && length > 0) place += $",endColumn={column + length}";
        var text = finding.Hint is { } hint ? $"{finding.Message}\n{hint}" : finding.Message;
        return $"::{CommandOf(finding.Level)} {place},title={Property(finding.Code)}::{Message(text)}";
    }

    private static string CommandOf(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        FindingLevel.Advice => "notice",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    private static string Message(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string SummaryOf(ImmutableArray<Diagnostic> rest, ReportSource source)
    {
        var text = new StringBuilder($"### {Tally.Of(rest)} more\n");
        foreach (var file in rest.GroupBy(f => f.Location.Path, StringComparer.Ordinal))
        {
            text.Append($"\n**{Markdown(source.PathOf(file.Key))}**\n\n");
            foreach (var finding in file)
            {
                var line = finding.Location.Line > 0 ? $"line {finding.Location.Line}: " : "";
                text.Append($"- {line}{Diagnostic.LevelName(finding.Level)} {Markdown(finding.Code)}: {Markdown($"{finding.Message} {finding.Hint}".TrimEnd())}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>Text that shows itself in Markdown, in one line.</summary>
    private static string Markdown(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        foreach (var letter in Visible.Of(text))
        {
            if (letter is '<') shown.Append("&lt;");
            else if (letter is '&') shown.Append("&amp;");
            else if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '!' or '~' or '@') shown.Append('\\').Append(letter);
            else shown.Append(letter);
        }
        return shown.ToString();
    }
}
