using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>In what way something is debt.</summary>
public enum DebtKind
{
    /// <summary>A postmortem that is not final, and past its deadline.</summary>
    LatePostmortem,

    /// <summary>A postmortem that is not final, has a deadline, and names no author when the time to find one is over.</summary>
    UnwrittenPostmortem,

    /// <summary>A promised item that nobody owns when the time to find an owner is over.</summary>
    UnownedItem,
}

/// <summary>Something that slips because nobody answers for it, or not in time.</summary>
/// <param name="Item">Null of a postmortem.</param>
/// <param name="Since">The last day on which it was none.</param>
/// <param name="Days">Days since then, more than 0.</param>
public sealed record DebtEntry(DebtKind Kind, Postmortem Postmortem, ActionItem? Item, DateOnly Since, int Days);

/// <summary>Postmortems that are late or that nobody writes, and items that nobody owns: what a manager has to give a name or a decision.</summary>
public static class PostmortemDebt
{
    /// <summary>The longest first.</summary>
    public static ImmutableArray<DebtEntry> Of(IncidentArchive archive, IEnumerable<OwedPostmortem> owed, IEnumerable<LedgerEntry> ledger) =>
    [
        .. owed.Select(o => Of(o, archive))
            .Concat(ledger.Select(e => Of(e, archive)))
            .OfType<DebtEntry>()
            .OrderByDescending(d => d.Days)
            .ThenBy(d => d.Postmortem.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Item?.Id, StringComparer.Ordinal),
    ];

    /// <summary>The last day on which an incident's items may look for their owners.</summary>
    public static DateOnly OwnerDue(IncidentTimes times, Policy policy) => policy.DayOf(times.ResolvedAt ?? times.StartedAt).AddDays(policy.NeedsOwnerDays);

    private static DebtEntry? Of(OwedPostmortem owed, IncidentArchive archive)
    {
        var postmortem = owed.Postmortem;
        if (owed is { IsOverdue: true, Due: { } due }) return new(DebtKind.LatePostmortem, postmortem, null, due.On, owed.DaysOverdue);
        return owed.Due is not null && postmortem.Authors.IsEmpty ? Since(DebtKind.UnwrittenPostmortem, postmortem, null, archive) : null;
    }

    /// <remarks>Of a draft nothing is asked yet.</remarks>
    private static DebtEntry? Of(LedgerEntry entry, IncidentArchive archive) =>
        entry is { IsOpen: true, Item.SeeksOwner: true } && entry.Postmortem.Status >= DocumentStatus.Review ? Since(DebtKind.UnownedItem, entry.Postmortem, entry.Item, archive) : null;

    private static DebtEntry? Since(DebtKind kind, Postmortem postmortem, ActionItem? item, IncidentArchive archive)
    {
        var last = OwnerDue(postmortem.Times, archive.Policy);
        return archive.AsOf > last ? new(kind, postmortem, item, last, archive.AsOf.DayNumber - last.DayNumber) : null;
    }
}
