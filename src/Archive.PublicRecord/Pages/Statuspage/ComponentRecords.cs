using System.Collections.Immutable;
using System.Globalization;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>The components as programs read them: each group before its members, otherwise in the catalogue's order.</summary>
internal sealed class ComponentRecords
{
    private readonly PublicHistory _history;
    private readonly string _site;
    private readonly Dictionary<string, ComponentRecord> _byName = new(StringComparer.Ordinal);

    public ComponentRecords(PublicHistory history, SiteAddress address)
    {
        _history = history;
        _site = address.Base.AbsoluteUri;
        All = [.. TopLevel().SelectMany((entry, i) => entry.Group is { } group ? GroupOf(group, entry.Members, i + 1) : [Leaf(entry.Members[0], null, i + 1)])];
    }

    public string PageId => PublicIds.Of("page", _site);

    public ImmutableArray<ComponentRecord> All { get; }

    public ComponentRecord Of(string name) => _byName[name];

    public static string WordOf(ComponentState state) => state switch
    {
        ComponentState.Operational => "operational",
        ComponentState.DegradedPerformance => "degraded_performance",
        ComponentState.PartialOutage => "partial_outage",
        ComponentState.MajorOutage => "major_outage",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What stands alone, and groups where their first member stands.</summary>
    private IEnumerable<(string? Group, ImmutableArray<PublicComponent> Members)> TopLevel() => _history.Components
        .GroupBy(c => c.Group ?? $"\0{c.Name}", StringComparer.Ordinal)
        .Select(g => (g.First().Group, g.ToImmutableArray()));

    private IEnumerable<ComponentRecord> GroupOf(string name, ImmutableArray<PublicComponent> members, int position)
    {
        var id = PublicIds.Of("group", _site, name);
        ImmutableArray<ComponentRecord> leaves = [.. members.Select((m, i) => Leaf(m, id, i + 1))];
        var group = new ComponentRecord
        {
            Id = id,
            Name = name,
            Status = WordOf(members.Max(_history.StateOf)),
            CreatedAt = leaves.Min(l => l.CreatedAt)!, // a group has a member
            UpdatedAt = leaves.Max(l => l.UpdatedAt)!, // a group has a member
            Position = position,
            PageId = PageId,
            Group = true,
            Components = [.. leaves.Select(l => l.Id)],
        };
        return leaves.Prepend(group);
    }

    private ComponentRecord Leaf(PublicComponent component, string? groupId, int position)
    {
        var told = _history.Incidents.Where(i => i.Components.Contains(component.Name)).SelectMany(i => i.Updates).Select(u => u.At).ToList();
        var created = component.Since is { } since ? new(since, TimeOnly.MinValue, TimeSpan.Zero) : _history.Incidents.Select(i => i.StartedAt).DefaultIfEmpty(AtomFeed.EmptyUpdatedAt).Min();
        return _byName[component.Name] = new()
        {
            Id = component.PublicId ?? PublicIds.Of("component", _site, component.Name),
            Name = component.Name,
            Status = WordOf(_history.StateOf(component)),
            CreatedAt = Moments.Of(created),
            UpdatedAt = Moments.Of(told.Append(created).Max()),
            Position = position,
            Description = component.Description,
            Showcase = true,
            StartDate = component.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            GroupId = groupId,
            PageId = PageId,
        };
    }
}
