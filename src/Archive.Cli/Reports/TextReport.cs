using System.Collections.Immutable;
using System.Text;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>Findings for a person, as a good compiler prints them.</summary>
public static class TextReport
{
    /// <summary>So many characters are written at once: a report of ten thousand files is never in memory as a whole.</summary>
    private const int Piece = 64 * 1024;

    /// <summary>Every finding with its source line, in the order given, an empty line after each.</summary>
    public static void Write(TextWriter to, ImmutableArray<Diagnostic> findings, ReportSource source, int width, Colours colours)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            Append(text, finding, source, width, colours);
            if (text.Length < Piece) continue;
            to.Write(text);
            text.Clear();
        }
        to.Write(text);
    }

    /// <summary>The same as a string, for a few findings.</summary>
    public static string Of(ImmutableArray<Diagnostic> findings, ReportSource source, int width, Colours colours)
    {
        using var text = new StringWriter();
        Write(text, findings, source, width, colours);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Diagnostic finding, ReportSource source, int width, Colours colours)
    {
        var place = finding.Location with { Path = Visible.Of(source.PathOf(finding.Location.Path)) };
        var level = colours.Level(finding.Level, $"{Diagnostic.LevelName(finding.Level)} {finding.Code}:");
        text.Append(colours.Strong(place.ToString())).Append(": ").Append(level).Append(' ').Append(Visible.Of(finding.Message)).Append('\n');
        AppendExcerpt(text, finding, source, width, colours);
        if (finding.Hint is { } hint) text.Append("  ").Append(colours.Help("help:")).Append(' ').Append(Wrap.Indented(Visible.Of(hint), 8, width)).Append('\n');
        text.Append('\n');
    }

    private static void AppendExcerpt(StringBuilder text, Diagnostic finding, ReportSource source, int width, Colours colours)
    {
        var (path, number, column, length) = finding.Location;
        if (number == 0 || source.LineOf(path, number) is not { } line || string.IsNullOrWhiteSpace(line)) return;
        var gutter = $"{number,5} |";
        var excerpt = SourceExcerpt.Of(line, column, length, width - gutter.Length - 1);
        text.Append(colours.Quiet(gutter)).Append(' ').Append(excerpt.Line.AsSpan().TrimEnd()).Append('\n');
        if (excerpt.Marks > 0)
            text.Append(colours.Quiet("|".PadLeft(gutter.Length))).Append(' ', excerpt.Indent + 1).Append(colours.Level(finding.Level, new('^', excerpt.Marks))).Append('\n');
    }
}
