using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>What happened in some part of the archive, and how much of it had happened before.</summary>
/// <param name="Incidents">In order of time.</param>
/// <param name="Repeats">Told by these incidents, or by lines in them; in order of time.</param>
public sealed record RecurrenceCell(ImmutableArray<Postmortem> Incidents, ImmutableArray<Repeat> Repeats)
{
    public static RecurrenceCell Empty { get; } = new([], []);

    public bool IsEmpty => Incidents.IsEmpty && Repeats.IsEmpty;

    /// <summary>The postmortems in which all of it is told, in order of time.</summary>
    public ImmutableArray<Postmortem> Told => [.. Incidents.Concat(Repeats.Select(r => r.Told)).Distinct<Postmortem>(ReferenceEqualityComparer.Instance).Order(IncidentHistory.InTime)];
}

/// <summary>Incidents and repeats by failure class and something else. A null class holds what has none.</summary>
public sealed class RecurrenceTable<TColumn> where TColumn : notnull
{
    private readonly Dictionary<(string Class, TColumn Column), RecurrenceCell> _cells;

    /// <param name="ofIncident">The columns that an incident counts in.</param>
    /// <param name="ofRepeat">The columns that a repeat counts in.</param>
    public RecurrenceTable(IncidentHistory history, Func<Postmortem, IEnumerable<TColumn>> ofIncident, Func<Repeat, IEnumerable<TColumn>> ofRepeat)
    {
        var filled = new Dictionary<(string Class, TColumn Column), (List<Postmortem> Incidents, List<Repeat> Repeats)>();
        foreach (var postmortem in history.Archive.Postmortems)
        {
            foreach (var column in ofIncident(postmortem)) CellOf(postmortem.FailureClass, column).Incidents.Add(postmortem);
        }
        foreach (var repeat in history.Repeats)
        {
            foreach (var column in ofRepeat(repeat)) CellOf(repeat.Told.FailureClass, column).Repeats.Add(repeat);
        }
        _cells = new(filled.Count);
        foreach (var (key, (incidents, repeats)) in filled) _cells.Add(key, new([.. incidents], [.. repeats]));

        (List<Postmortem> Incidents, List<Repeat> Repeats) CellOf(FailureClass? failureClass, TColumn column)
        {
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(filled, (KeyOf(failureClass), column), out var isThere);
            return isThere ? cell : cell = ([], []);
        }
    }

    public RecurrenceCell Of(FailureClass? failureClass, TColumn column) => _cells.GetValueOrDefault((KeyOf(failureClass), column), RecurrenceCell.Empty);

    /// <summary>Whether anything stands in a class's row.</summary>
    public bool Has(FailureClass? failureClass) => _cells.Keys.Any(k => k.Class == KeyOf(failureClass));

    /// <summary>Whether anything stands in a column.</summary>
    public bool Has(TColumn column) => _cells.Keys.Any(k => k.Column.Equals(column));

    private static string KeyOf(FailureClass? failureClass) => failureClass?.Id ?? "";
}

/// <summary>Recurrence by class, quarter and service.</summary>
public static class RecurrenceTables
{
    /// <summary>An incident counts in the quarter in which it began.</summary>
    public static RecurrenceTable<Period> ByQuarter(IncidentHistory history) =>
        new(history, p => [Period.QuarterOf(history.Archive.Policy.DayOf(p.Times.StartedAt))], r => [Period.QuarterOf(r.On)]);

    /// <summary>An incident counts for each service that it hit, by the service's id.</summary>
    public static RecurrenceTable<string> ByService(IncidentHistory history) =>
        new(history, p => p.Services.Select(s => s.Id).Distinct(StringComparer.Ordinal), r => r.Told.Services.Select(s => s.Id).Distinct(StringComparer.Ordinal));
}
