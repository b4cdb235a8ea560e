using System.Collections.Immutable;
using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>A document as somebody remembers it who has read it once: words of its title and summary, a run of its words, a line of its log.</summary>
public sealed record KnownDocument(SearchDocument Document)
{
    private const int SummaryWords = 100;

    /// <summary>What it says below its title, as another engine is given it.</summary>
    public string Text => string.Join('\n', Document.Passages.Where(p => p.Field != SearchField.Title).Select(p => p.Text));

    /// <summary>Of letters only, in lower case.</summary>
    public IEnumerable<string> TitleWords() => Chunks(Document.Title).Where(IsWord).Select(Lower);

    /// <summary>Of the section of that name, else of the first text.</summary>
    public IEnumerable<string> SummaryWordsOf() => Summary().SelectMany(Chunks).Where(IsWord).Select(Lower).Take(SummaryWords);

    /// <summary>Each run of letters anywhere in it, in lower case.</summary>
    public IEnumerable<string> Letters() => Document.Passages.SelectMany(p => LettersOf(p.Text));

    /// <summary>Words of letters only that stand one after the other in its prose, as written.</summary>
    public IEnumerable<ImmutableArray<string>> Runs() => Document.Passages.Where(p => p.Field is SearchField.Body).SelectMany(p => RunsOf([.. Chunks(p.Text)]));

    public bool HasRun(IEnumerable<string> run) =>
        $" {Lower(string.Join(' ', Document.Passages.SelectMany(p => Chunks(p.Text))))} ".Contains($" {Lower(string.Join(' ', run))} ", StringComparison.Ordinal);

    /// <summary>Lines of code, trimmed.</summary>
    public IEnumerable<string> Logged() => Document.Passages.Where(p => p.Field == SearchField.Code).SelectMany(p => p.Text.Split('\n')).Select(line => line.Trim());

    private IEnumerable<string> Summary()
    {
        var from = Document.Passages.ToList().FindIndex(p => p.Field == SearchField.Heading && p.Text.Contains("summary", StringComparison.OrdinalIgnoreCase));
        var section = Document.Passages.Skip(from + 1).TakeWhile(p => from < 0 || p.Field != SearchField.Heading).Where(p => p.Field == SearchField.Body).Select(p => p.Text).ToList();
        return section.Count > 0 ? section : Document.Passages.Where(p => p.Field == SearchField.Body).Select(p => p.Text);
    }

    /// <summary>What lies between spaces, without the signs around it.</summary>
    private static IEnumerable<string> Chunks(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(chunk => chunk.Length > 0);

    private static string Bare(string chunk)
    {
        var (start, end) = (0, chunk.Length);
        while (start < end && !char.IsLetterOrDigit(chunk[start])) start++;
        while (end > start && !char.IsLetterOrDigit(chunk[end - 1])) end--;
        return chunk[start..end];
    }

    private static bool IsWord(string chunk) => chunk.All(char.IsLetter);

    private static string Lower(string text) => text.ToLowerInvariant();

    private static IEnumerable<ImmutableArray<string>> RunsOf(ImmutableArray<string> chunks)
    {
        var from = 0;
        for (var at = 0; at <= chunks.Length; at++)
        {
            if (at < chunks.Length && IsWord(chunks[at])) continue;
            if (at > from) yield return chunks[from..at];
            from = at + 1;
        }
    }

    private static IEnumerable<string> LettersOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var from = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at > from) yield return Lower(text[from..at]);
        }
    }
}
