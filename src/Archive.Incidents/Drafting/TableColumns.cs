using System.Collections.Immutable;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>Which column of a table holds what, by the words that people head columns with.</summary>
internal static class TableColumns
{
    /// <summary>The first column whose header is, or begins with, one of some words; -1 where there is none.</summary>
    public static int Find(ImmutableArray<string> headers, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            foreach (var word in words)
            {
                if (IsHeadedBy(headers[i], word)) return i;
            }
        }
        return -1;
    }

    /// <summary>The cell of a column; null where the column is absent, the row too short, or the cell empty.</summary>
    public static DocumentCell? Cell(DocumentRow row, int column) =>
        column >= 0 && column < row.Cells.Length && row.Cells[column] is { Text.Length: > 0 } cell ? cell : null;

    private static bool IsHeadedBy(string header, string word) =>
        header.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (header.Length == word.Length || !char.IsLetter(header[word.Length]));
}
