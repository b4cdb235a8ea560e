using System.Text;
using Archive.Cli.Comparing;
using Archive.Publishing.Secrets;

namespace Archive.Cli.Reports;

/// <summary>The difference of two texts in the unified format, as <c>diff -u</c> and <c>git apply</c> have it. Secrets are masked.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="path">As printed behind <c>a/</c> and <c>b/</c>.</param>
    public static string Of(string path, string before, string after)
    {
        var (old, @new) = (Lines(SecretMask.Of(before)), Lines(SecretMask.Of(after)));
        var text = new StringBuilder($"--- a/{path}\n+++ b/{path}\n");
        var steps = LineDifference.Of(old, @new).ToList();
        for (var i = 0; i < steps.Count;)
        {
            if (steps[i].Mark == ' ')
            {
                i++;
                continue;
            }
            var start = Math.Max(0, i - Context);
            var end = i;
            for (var j = i; j < steps.Count && j <= end + (2 * Context); j++)
            {
                if (steps[j].Mark != ' ') end = j;
            }
            end = Math.Min(steps.Count - 1, end + Context);
            AppendHunk(text, steps, start, end);
            i = end + 1;
        }
        return text.ToString();
    }

    private static void AppendHunk(StringBuilder text, List<LineChange> steps, int start, int end)
    {
        var hunk = steps[start..(end + 1)];
        var (oldLine, newLine) = (steps[..start].Count(s => s.Mark != '+') + 1, steps[..start].Count(s => s.Mark != '-') + 1);
        text.Append($"@@ -{oldLine},{hunk.Count(s => s.Mark != '+')} +{newLine},{hunk.Count(s => s.Mark != '-')} @@\n");
        foreach (var (kind, line) in hunk) text.Append(kind).Append(line).Append('\n');
    }

    private static string[] Lines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
}
