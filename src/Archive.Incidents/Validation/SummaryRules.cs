using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>The summary: where it comes from, and how long it is.</summary>
internal static class SummaryRules
{
    private const int MostSentences = 5;

    /// <summary>The front matter's, or the first paragraph of the Summary section; null where there is neither.</summary>
    public static string? SummaryOf(PostmortemDraft draft, KnownSections text) =>
        draft.Summary?.Value ?? (text.Find(SectionKind.Summary)?.FirstParagraph is { Length: > 0 } first ? first : null);

    public static void Check(string? summary, SourceLocation place, DiagnosticBag problems)
    {
        if (summary is null) return;
        var sentences = CountSentences(summary);
        if (sentences is 0 or > MostSentences) problems.Add(CompletenessProblems.SummaryLength(place, sentences));
    }

    /// <summary>A sentence ends with a full stop, a question mark or an exclamation mark before a space and a capital, or at the end.</summary>
    /// <remarks>Good enough for prose: <c>e.g. this</c>, <c>v4.17.3</c> and <c>14:02 UTC. 400 waited</c> count as a reader would.</remarks>
    private static int CountSentences(string text)
    {
        var sentences = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '?' or '!' or '…' or '。' && EndsSentence(text.AsSpan(i + 1))) sentences++;
        }
        return sentences == 0 && !string.IsNullOrWhiteSpace(text) ? 1 : sentences;
    }

    private static bool EndsSentence(ReadOnlySpan<char> rest)
    {
        var after = rest.TrimStart(")\"'”’»");
        if (after.IsWhiteSpace()) return true;
        if (!char.IsWhiteSpace(after[0])) return false;
        var next = after.TrimStart();
        return char.IsUpper(next[0]) || char.IsDigit(next[0]) || !char.IsLetter(next[0]);
    }
}
