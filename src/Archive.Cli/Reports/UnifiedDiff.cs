using System.Text;
using Archive.Publishing.Secrets;

namespace Archive.Cli.Reports;

/// <summary>The difference of two texts in the unified format, as <c>diff -u</c> and <c>git apply</c> have it. Secrets are masked.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Above this many pairs of lines the whole middle is shown as replaced, which is right as well, if longer.</summary>
    private const int MostPairs = 4_000_000;

    /// <param name="path">As printed behind <c>a/</c> and <c>b/</c>.</param>
    public static string Of(string path, string before, string after)
    {
        var (old, @new) = (Lines(SecretMask.Of(before)), Lines(SecretMask.Of(after)));
        var text = new StringBuilder($"--- a/{path}\n+++ b/{path}\n");
        var steps = Steps(old, @new);
        for (var i = 0; i < steps.Count;)
        {
            if (steps[i].Kind == ' ')
            {
                i++;
                continue;
            }
            var start = Math.Max(0, i - Context);
            var end = i;
            for (var j = i; j < steps.Count && j <= end + (2 * Context); j++)
            {
                if (steps[j].Kind != ' ') end = j;
            }
            end = Math.Min(steps.Count - 1, end + Context);
            AppendHunk(text, steps, start, end);
            i = end + 1;
        }
        return text.ToString();
    }

    private static void AppendHunk(StringBuilder text, List<Step> steps, int start, int end)
    {
        var hunk = steps[start..(end + 1)];
        var (oldLine, newLine) = (steps[..start].Count(s => s.Kind != '+') + 1, steps[..start].Count(s => s.Kind != '-') + 1);
        text.Append($"@@ -{oldLine},{hunk.Count(s => s.Kind != '+')} +{newLine},{hunk.Count(s => s.Kind != '-')} @@\n");
        foreach (var (kind, line) in hunk) text.Append(kind).Append(line).Append('\n');
    }

    private static List<Step> Steps(string[] old, string[] @new)
    {
        var head = 0;
        while (head < old.Length && head < @new.Length && old[head] == @new[head]) head++;
        var tail = 0;
        while (tail < old.Length - head && tail < @new.Length - head && old[^(tail + 1)] == @new[^(tail + 1)]) tail++;
        var steps = old[..head].Select(l => new Step(' ', l)).ToList();
        steps.AddRange(Middle(old[head..^tail], @new[head..^tail]));
        steps.AddRange(old[^tail..].Select(l => new Step(' ', l)));
        return steps;
    }

    /// <summary>By the longest common subsequence.</summary>
    private static IEnumerable<Step> Middle(string[] old, string[] @new)
    {
        if ((long)old.Length * @new.Length > MostPairs) return [.. old.Select(l => new Step('-', l)), .. @new.Select(l => new Step('+', l))];
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--) common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var steps = new List<Step>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < @new.Length)
        {
            if (a < old.Length && b < @new.Length && old[a] == @new[b])
            {
                steps.Add(new(' ', old[a++]));
                b++;
            }
            else if (a < old.Length && (b == @new.Length || common[a + 1, b] >= common[a, b + 1])) steps.Add(new('-', old[a++]));
            else steps.Add(new('+', @new[b++]));
        }
        return steps;
    }

    private static string[] Lines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private readonly record struct Step(char Kind, string Line);
}
