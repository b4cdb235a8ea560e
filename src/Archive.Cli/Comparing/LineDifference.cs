namespace Archive.Cli.Comparing;

/// <summary>The lines of two texts, those that stayed beside those that came and went.</summary>
public static class LineDifference
{
    /// <summary>Longer texts are shown as gone and come as a whole.</summary>
    private const int MostCells = 4_000_000;

    /// <summary>By the longest common subsequence, after what is the same at both ends.</summary>
    public static IReadOnlyList<LineChange> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var same = 0;
        while (same < before.Count - start && same < after.Count - start && before[^(same + 1)] == after[^(same + 1)]) same++;
        string[] gone = [.. before.Skip(start).Take(before.Count - start - same)];
        string[] come = [.. after.Skip(start).Take(after.Count - start - same)];
        return
        [
            .. before.Take(start).Select(l => new LineChange(' ', l)),
            .. Between(gone, come),
            .. before.Skip(before.Count - same).Select(l => new LineChange(' ', l)),
        ];
    }

    private static List<LineChange> Between(string[] gone, string[] come)
    {
        if ((long)gone.Length * come.Length > MostCells) return [.. gone.Select(l => new LineChange('-', l)), .. come.Select(l => new LineChange('+', l))];
        var common = new int[gone.Length + 1, come.Length + 1];
        for (var i = gone.Length - 1; i >= 0; i--)
        {
            for (var j = come.Length - 1; j >= 0; j--)
                common[i, j] = gone[i] == come[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return Walk(gone, come, common);
    }

    private static List<LineChange> Walk(string[] gone, string[] come, int[,] common)
    {
        var changes = new List<LineChange>(gone.Length + come.Length);
        var (i, j) = (0, 0);
        while (i < gone.Length || j < come.Length)
        {
            if (i < gone.Length && j < come.Length && gone[i] == come[j])
            {
                changes.Add(new(' ', gone[i++]));
                j++;
            }
            else if (i < gone.Length && (j == come.Length || common[i + 1, j] >= common[i, j + 1])) changes.Add(new('-', gone[i++]));
            else changes.Add(new('+', come[j++]));
        }
        return changes;
    }
}
