namespace Archive.Publishing.Documents;

/// <summary>Tables whose rows are filled up to the width of the widest: a short text can make millions of cells.</summary>
internal static class LargeTables
{
    public const int MostCells = 500_000;

    /// <summary>A text with fewer bars makes no large table.</summary>
    private const int FewBars = 1000;

    /// <summary>The first line, counted from 1, of a table with more cells than are read; null where there is none.</summary>
    public static int? LineOf(ReadOnlySpan<char> markdown)
    {
        if (markdown.Count('|') < FewBars) return null;
        var (line, first, widest) = (0, 1, 0);
        foreach (var part in markdown.Split('\n'))
        {
            var text = markdown[part];
            line++;
            if (text.IsWhiteSpace()) (first, widest) = (line + 1, 0);
            else widest = Math.Max(widest, text.Count('|'));
            if ((long)widest * (line - first + 1) > MostCells) return first;
        }
        return null;
    }
}
