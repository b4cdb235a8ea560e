using System.Collections.Immutable;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Numbers with bars beside them. The table is the chart: there is nothing to repeat in words.</summary>
public sealed record BarTable(string Caption, ImmutableArray<BarRow> Rows)
{
    /// <param name="rows">Name, value, number in words, note.</param>
    /// <returns>Null where there are no rows.</returns>
    public static BarTable? Of(string caption, IReadOnlyList<(LinkView Name, decimal Value, string Number, string? Note)> rows)
    {
        if (rows.Count == 0) return null;
        var widths = BarChart.Widths([.. rows.Select(r => r.Value)], BarRow.WidestBar);
        return new(caption, [.. rows.Select((r, i) => new BarRow(r.Name, SvgNumber.Of(widths[i]), r.Number, r.Note))]);
    }
}

/// <summary>A row of a table with a bar beside its number.</summary>
/// <param name="Width">Of the bar, in pixels.</param>
/// <param name="Note">What the row means, or null.</param>
public sealed record BarRow(LinkView Name, string Width, string Number, string? Note)
{
    public const int WidestBar = 160;
}
