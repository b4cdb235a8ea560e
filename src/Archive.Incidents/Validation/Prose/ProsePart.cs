using System.Buffers;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation.Prose;

/// <summary>Some words that a person wrote, in their own voice.</summary>
/// <param name="Text">In one line. What is quoted is <see cref="ProseBlock.Opaque"/>, letter for letter.</param>
/// <param name="Section">Where it stands; null in a section that the archive does not know.</param>
/// <param name="IsCause">Whether it says why something happened.</param>
internal readonly record struct ProsePart(string Text, SectionKind? Section, bool IsCause)
{
    /// <summary>Where it was read from: the body, or else a key of the front matter.</summary>
    private ProseBlock? Block { get; init; }

    private Located<string> Written { get; init; }

    /// <summary>Whether it leads to something that one can look up: a link, code, a file.</summary>
    public bool HasSource => Block is { } block && (block.HasLink || !block.Hidden.IsEmpty);

    /// <summary>The voice of the document: its keys and its body, without quotations, log lines, and the section in which people speak for themselves.</summary>
    public static IEnumerable<ProsePart> Of(PostmortemDraft draft, KnownSections text)
    {
        if (draft.Summary is { } summary) yield return Of(summary, SectionKind.Summary, isCause: false);
        foreach (var (cause, _) in draft.Causes)
        {
            if (cause.Text is { } words) yield return Of(words, SectionKind.RootCauseAnalysis, isCause: true);
        }
        foreach (var (item, _) in draft.ActionItems)
        {
            if (item.Title is { } title) yield return Of(title, SectionKind.ActionItems, isCause: false);
        }
        foreach (var run in text.Prose)
        {
            if (run.Kind == SectionKind.OwnerSentiment) continue;
            for (var i = run.Start; i < run.End; i++)
            {
                var block = run.All[i];
                if (block.IsQuoted || LogLines.Is(block.Text)) continue;
                yield return new(Quotations.Hide(block.Text), run.Kind, IsCauseSection(run.Kind) && block.Kind != ProseKind.Heading) { Block = block };
            }
        }
    }

    /// <summary>The place of a part of it.</summary>
    public SourceLocation PlaceOf(int start, int length) => Block is { } block ? block.PlaceOf(start, length) : PlaceIn(Written, start, length);

    private static ProsePart Of(Located<string> written, SectionKind section, bool isCause) =>
        new(Quotations.Hide(written.Value), section, isCause) { Written = written };

    /// <summary>Inside a plain or quoted scalar of one line; of a folded one only the start is known.</summary>
    private static SourceLocation PlaceIn(Located<string> written, int start, int length)
    {
        var (path, line, column, whole) = written.Location;
        if (column == 0 || (whole != written.Value.Length && whole != written.Value.Length + 2)) return written.Location;
        return new(path, line, column + start + ((whole - written.Value.Length) / 2), length);
    }

    private static bool IsCauseSection(SectionKind? kind) => kind is SectionKind.RootCauseAnalysis or SectionKind.ContributingFactors or SectionKind.WhyItEscaped;
}

/// <summary>Words between quotation marks: somebody else's, or spoken of.</summary>
internal static class Quotations
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("\"“„«");

    /// <summary>The text with what stands between marks made opaque; a mark without its partner is left alone.</summary>
    public static string Hide(string text)
    {
        if (!text.AsSpan().ContainsAny(Opening)) return text;
        return string.Create(text.Length, text, static (shown, from) =>
        {
            from.CopyTo(shown);
            var missing = "";
            for (var i = 0; i < from.Length; i++)
            {
                var close = ClosingOf(from[i]);
                if (close == '\0' || missing.Contains(close, StringComparison.Ordinal)) continue;
                var end = from.IndexOf(close, i + 1);
                if (end < 0)
                {
                    missing += close; // none follows anything else either
                    continue;
                }
                shown[(i + 1)..end].Fill(ProseBlock.Opaque);
                i = end;
            }
        });
    }

    private static char ClosingOf(char open) => open switch { '"' => '"', '“' => '”', '„' => '“', '«' => '»', _ => '\0' };
}

/// <summary>Lines that a machine wrote, where nobody marked them as code.</summary>
internal static class LogLines
{
    private static readonly SearchValues<string> Levels = SearchValues.Create(["ERROR", "WARN", "FATAL", "DEBUG", "level=", "Traceback", "Exception:", "panic:", "[error]", "errno", "stderr"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Signs = SearchValues.Create("[]=:{}/");

    /// <summary>Whether a text looks like the output of a program.</summary>
    public static bool Is(string text) => text.AsSpan().ContainsAny(Signs) && text.AsSpan().ContainsAny(Levels);
}
