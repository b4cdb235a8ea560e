using System.Collections.Immutable;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>A row of a timeline as written.</summary>
/// <param name="Time">The cell with the time; null where it is empty.</param>
/// <param name="Event">What happened; null where the cell is empty.</param>
/// <param name="Role">Who acted; null where not said.</param>
/// <param name="Source">Where it is known from; null where not said.</param>
/// <param name="Mark">What it marks; null where nothing.</param>
/// <param name="Row">The row itself.</param>
internal readonly record struct TimelineRow(DocumentCell? Time, DocumentCell? Event, DocumentCell? Role, DocumentCell? Source, DocumentCell? Mark, DocumentRow Row);

/// <summary>A table of times and events.</summary>
internal static class TimelineTable
{
    private static readonly string[] TimeWords = ["time", "timestamp", "when", "date", "utc", "at"];
    private static readonly string[] EventWords = ["event", "what", "description", "details", "action", "note", "notes", "message", "summary", "change"];
    private static readonly string[] RoleWords = ["role", "actor", "who", "by"];
    private static readonly string[] SourceWords = ["source", "evidence", "reference", "link"];

    /// <summary>Whether a table's headers name a time and an event.</summary>
    public static bool Reads(ImmutableArray<string> headers) =>
        TableColumns.Find(headers, TimeWords) >= 0 && TableColumns.Find(headers, EventWords) >= 0;

    /// <summary>The header of the time column, which may name a zone: <c>Time (UTC)</c>.</summary>
    public static string TimeHeader(DocumentTable table) => table.Headers[TableColumns.Find(table.Headers, TimeWords)];

    public static IEnumerable<TimelineRow> Rows(DocumentTable table)
    {
        var (time, what) = (TableColumns.Find(table.Headers, TimeWords), TableColumns.Find(table.Headers, EventWords));
        var (role, source, mark) = (TableColumns.Find(table.Headers, RoleWords), TableColumns.Find(table.Headers, SourceWords), TableColumns.Find(table.Headers, "mark"));
        return table.Rows
            .Where(row => row.Cells.Any(c => c.Text.Length > 0))
            .Select(row => new TimelineRow(
                TableColumns.Cell(row, time), TableColumns.Cell(row, what), TableColumns.Cell(row, role), TableColumns.Cell(row, source), TableColumns.Cell(row, mark), row));
    }
}
