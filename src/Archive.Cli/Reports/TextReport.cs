using System.Collections.Immutable;
using System.Text;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>Findings for a person, as a good compiler prints them.</summary>
public static class TextReport
{
    /// <summary>So many findings are put into words at a time, one after the other.</summary>
    private const int Piece = 128;

    /// <summary>So many pieces are in memory at once, and made on all cores: a report of ten thousand files is never there as a whole.</summary>
    private const int PiecesAtATime = 32;

    /// <summary>Every finding with its source line, in the order given, an empty line after each.</summary>
    public static void Write(TextWriter to, ImmutableArray<Diagnostic> findings, ReportSource source, int width, Colours colours)
    {
        var texts = new StringBuilder[Math.Min(PiecesAtATime, (findings.Length + Piece - 1) / Piece)];
        for (var first = 0; first < findings.Length; first += texts.Length * Piece)
        {
            var begun = first; // the loop goes on
            Parallel.For(0, texts.Length, source.Apart, (i, _, own) =>
            {
                var text = (texts[i] ??= new()).Clear();
                for (var at = begun + (i * Piece); at < Math.Min(begun + ((i + 1) * Piece), findings.Length); at++) Append(text, findings[at], own, width, colours);
                return own;
            }, static _ => { });
            foreach (var text in texts) to.Write(text);
        }
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
