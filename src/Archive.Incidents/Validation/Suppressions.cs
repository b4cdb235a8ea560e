using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Incidents.Validation;

/// <summary>A comment that keeps one rule from one place.</summary>
/// <param name="Code">As written; empty where the comment cannot be read.</param>
/// <param name="Reason">Empty where none is given.</param>
/// <param name="Place">Where the comment begins.</param>
/// <param name="FirstLine">The first line that it covers.</param>
/// <param name="LastLine">The last one.</param>
internal sealed record Suppression(string Code, string Reason, SourceLocation Place, int FirstLine, int LastLine)
{
    /// <summary>Whether it has kept nothing in its own file: what other files know may change that.</summary>
    public bool IsIdle { get; init; }

    public bool Covers(Diagnostic finding) =>
        finding.Location.Line >= FirstLine && finding.Location.Line <= LastLine && finding.Code.Equals(Code, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The suppressions of a file, and what they leave of its findings.</summary>
internal static partial class Suppressions
{
    private const string Call = "archive-check:";

    /// <param name="source">The whole file.</param>
    /// <param name="bodyLine">Lines before the body.</param>
    /// <param name="comments">The comments of the body.</param>
    public static ImmutableArray<Suppression> Read(SourceFile source, int bodyLine, ImmutableArray<Located<string>> comments)
    {
        if (!source.Text.Contains(Call, StringComparison.Ordinal)) return [];
        var lines = source.Text.Split('\n');
        var found = ImmutableArray.CreateBuilder<Suppression>();
        for (var i = 0; i < Math.Min(bodyLine, lines.Length); i++)
        {
            if (KeyComment().Match(lines[i]) is { Success: true } comment)
                AddAll(comment.Groups["text"].Value, new(source.Path, i + 1, comment.Groups["mark"].Index + 1, lines[i].Length - comment.Groups["mark"].Index), KeyLines(lines, i, comment.Groups["mark"].Index));
        }
        foreach (var comment in comments) AddAll(comment.Value, comment.Location, BodyLines(lines, comment));
        return found.ToImmutable();

        void AddAll(string text, SourceLocation place, (int First, int Last) covered)
        {
            if (!text.AsSpan().TrimStart().StartsWith(Call)) return;
            if (Ignore().Match(text) is not { Success: true } ignore)
            {
                found.Add(new("", "", place, 0, 0));
                return;
            }
            foreach (var code in ignore.Groups["codes"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
                found.Add(new(code, ignore.Groups["reason"].Value.Trim(), place, covered.First, covered.Last));
        }
    }

    /// <summary>The findings that are left, and those about the suppressions themselves.</summary>
    /// <param name="open">Takes those that may also keep what only other files can find.</param>
    public static DiagnosticBag Apply(ImmutableArray<Suppression> suppressions, DiagnosticBag problems, out ImmutableArray<Suppression> open)
    {
        open = [];
        if (suppressions.IsEmpty) return problems;
        var usable = suppressions.Where(s => IsKnown(s) && s.Reason.Length > 0).ToList();
        var used = new HashSet<Suppression>(ReferenceEqualityComparer.Instance);
        var kept = new List<SuppressedFinding>();
        var left = problems.Where(finding =>
        {
            if (!RuleCatalogue.IsSuppressible(finding.Rule) || usable.Find(s => s.Covers(finding)) is not { } covering) return true;
            used.Add(covering);
            kept.Add(new(finding, covering.Reason, covering.Place));
            return false;
        });
        left.AddSuppressed(kept);
        foreach (var each in suppressions)
        {
            if (each.Code.Length == 0) left.Add(SuppressionProblems.Unreadable(each.Place));
            else if (!IsKnown(each)) left.Add(SuppressionProblems.UnknownCode(each.Place, each.Code, RuleCatalogue.Suppressible.Select(r => r.Code)));
            else if (each.Reason.Length == 0) left.Add(SuppressionProblems.WithoutReason(each.Place, each.Code));
            else if (!used.Contains(each) && !IsOpen(each)) left.Add(SuppressionProblems.Unused(each.Place, each.Code));
        }
        open = [.. usable.Where(IsOpen).Select(s => s with { IsIdle = !used.Contains(s) })];
        return left;
    }

    private static bool IsOpen(Suppression suppression) => suppression.Code.Equals(ProseProblems.NamedPersonRule.Code, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(Suppression suppression) => RuleCatalogue.Find(suppression.Code) is { } rule && RuleCatalogue.IsSuppressible(rule);

    /// <summary>Its own line; where it stands alone there, the key below with what is indented under it.</summary>
    private static (int First, int Last) KeyLines(string[] lines, int at, int mark)
    {
        if (!string.IsNullOrWhiteSpace(lines[at][..mark])) return (at + 1, at + 1);
        var first = at + 1;
        while (first < lines.Length && lines[first].TrimStart().StartsWith('#')) first++;
        if (first >= lines.Length) return (at + 1, at + 1);
        var last = first;
        while (last + 1 < lines.Length && (string.IsNullOrWhiteSpace(lines[last + 1]) || Indent(lines[last + 1]) > Indent(lines[first]))) last++;
        return (first + 1, last + 1);
    }

    /// <summary>Its own lines; where it stands alone on them, everything below to the next empty line, past empty ones before.</summary>
    private static (int First, int Last) BodyLines(string[] lines, Located<string> comment)
    {
        var at = comment.Location.Line - 1;
        var end = at + comment.Value.AsSpan().Count('\n');
        var after = lines[end].IndexOf("-->", StringComparison.Ordinal);
        var isAlone = string.IsNullOrWhiteSpace(lines[at][..(comment.Location.Column - 1)]) && after >= 0 && string.IsNullOrWhiteSpace(lines[end][(after + 3)..]);
        if (!isAlone) return (at + 1, end + 1);
        var first = end + 1;
        while (first < lines.Length && (string.IsNullOrWhiteSpace(lines[first]) || lines[first].TrimStart().StartsWith($"<!-- {Call}", StringComparison.Ordinal))) first++;
        var last = first;
        while (last + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[last + 1])) last++;
        return (first + 1, last + 1);
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    [GeneratedRegex(@"(?:^|\s)(?<mark>#)\s*(?<text>archive-check:.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyComment();

    /// <summary>One code or several, a dash of any kind, a reason.</summary>
    [GeneratedRegex(@"^\s*archive-check:\s*ignore\s+(?<codes>[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:\s*,\s*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*)\s*(?:(?:—|–|--|:|\s-\s)\s*(?<reason>[\s\S]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ignore();
}
