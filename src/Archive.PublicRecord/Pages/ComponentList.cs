using System.Collections.Immutable;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>The components in their groups, each with its state and its last 90 days.</summary>
public static class ComponentList
{
    private const string WithoutGroup = "Other components";

    public static ImmutableArray<ComponentGroup> Of(PublicHistory history, SiteAddress address)
    {
        var groups = history.Components.GroupBy(c => c.Group, StringComparer.Ordinal).OrderBy(g => g.Key is null ? 1 : 0).ToList();
        return [.. groups.Select(g => new ComponentGroup(g.Key ?? (groups.Count > 1 ? WithoutGroup : null), [.. g.Select(c => RowOf(c, history, address))]))];
    }

    private static ComponentRow RowOf(PublicComponent component, PublicHistory history, SiteAddress address)
    {
        ImmutableArray<PublicIncident> own = [.. history.Incidents.Where(i => i.Components.Contains(component.Name))];
        var days = PublicDays.Of(history);
        ImmutableArray<StripDay> marks = days is null ? [] : [.. days.With(own).Select(d => StripDay.Of(d.Day.DayNumber - days.First.DayNumber, d.Incidents.Max(i => ComponentStates.During(i.Impact))))];
        return new()
        {
            Name = component.Name,
            Description = component.Description,
            State = MarkView.Of(history.StateOf(component)),
            Days = marks,
            DaysInWords = marks.Length switch { 0 => $"No incident in {PublicDays.Count} days", 1 => $"1 day with an incident in {PublicDays.Count}", var n => $"{n} days with incidents in {PublicDays.Count}" },
            LastIncident = own.IsEmpty ? null : IncidentRow.Of(own[0], address),
        };
    }
}

/// <param name="Name">Null where there are no groups.</param>
public sealed record ComponentGroup(string? Name, ImmutableArray<ComponentRow> Components);

/// <summary>A component and how it does.</summary>
public sealed record ComponentRow
{
    public required string Name { get; init; }

    /// <summary>A sentence for customers, or null.</summary>
    public string? Description { get; init; }

    public required MarkView State { get; init; }

    /// <summary>The days with incidents, for a drawing that repeats <see cref="DaysInWords"/>.</summary>
    public required ImmutableArray<StripDay> Days { get; init; }

    public required string DaysInWords { get; init; }

    /// <summary>The newest that names it; null where none does.</summary>
    public IncidentRow? LastIncident { get; init; }
}

/// <summary>A day in a drawing of 90 by 8 units, one unit a day: the worse, the higher.</summary>
/// <param name="X">From the left; 0 is the first day.</param>
/// <param name="Shape">As in <see cref="MarkView"/>.</param>
public sealed record StripDay(int X, int Y, int Height, string Shape)
{
    public static StripDay Of(int x, ComponentState state)
    {
        var height = state switch
        {
            ComponentState.Operational => 2,
            ComponentState.DegradedPerformance => 4,
            ComponentState.PartialOutage => 6,
            ComponentState.MajorOutage => 8,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
        return new(x, 8 - height, height, state == ComponentState.Operational ? "none" : MarkView.Of(state).Shape);
    }
}
