using System.Collections.Immutable;

namespace Archive.Incidents.Pages.Parts;

/// <summary>What a chart shows, for those who read tables.</summary>
/// <param name="Corner">What the rows are.</param>
public sealed record TableTwin(string Caption, string Corner, ImmutableArray<string> Columns, ImmutableArray<TwinRow> Rows);

/// <param name="Cells">One for each column.</param>
public sealed record TwinRow(LinkView Name, ImmutableArray<LinkView> Cells);
