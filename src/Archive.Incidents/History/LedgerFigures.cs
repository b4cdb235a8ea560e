using System.Collections.Immutable;

namespace Archive.Incidents.History;

/// <summary>How many of some items were done so many days after their incidents were resolved.</summary>
/// <param name="Known">Items whose days are over.</param>
/// <param name="Done">Those of them that were done by then.</param>
public readonly record struct Completion(int Known, int Done)
{
    /// <summary>Rounded down, so that 69.9 is not taken for 70; null where no item's days are over.</summary>
    public int? Percent => Known == 0 ? null : (int)(100L * Done / Known);

    /// <summary>Null where no item's days are over.</summary>
    public bool? Meets(int targetPercent) => Known == 0 ? null : 100L * Done >= (long)targetPercent * Known;

    /// <summary>Counts one more item.</summary>
    public Completion With(LedgerEntry entry, int days, DateOnly today) =>
        entry.IsDoneWithin(days, today) is { } isDone ? new(Known + 1, isDone ? Done + 1 : Done) : this;
}

/// <summary>What became of some items, in numbers. Ideas and declined items stand apart: nobody promised them.</summary>
public sealed record LedgerFigures
{
    public required int Verified { get; init; }

    /// <summary>Done without the evidence of their type.</summary>
    public required int Unproved { get; init; }

    /// <summary>Not done and not due yet.</summary>
    public required int NotDue { get; init; }

    public required int Overdue { get; init; }

    public required int Declined { get; init; }

    public required int Ideas { get; init; }

    public required Completion At30Days { get; init; }

    public required Completion At90Days { get; init; }

    public int Done => Verified + Unproved;

    public int Open => NotDue + Overdue;

    /// <summary>Promised: done or open.</summary>
    public int Committed => Done + Open;

    public static LedgerFigures Of(IReadOnlyList<LedgerEntry> entries, DateOnly today)
    {
        var byState = new int[Enum.GetValues<LedgerState>().Length];
        var (at30Days, at90Days) = (new Completion(), new Completion());
        foreach (var entry in entries)
        {
            byState[(int)entry.State]++;
            at30Days = at30Days.With(entry, 30, today);
            at90Days = at90Days.With(entry, 90, today);
        }
        return new()
        {
            Verified = byState[(int)LedgerState.Verified],
            Unproved = byState[(int)LedgerState.Unproved],
            NotDue = byState[(int)LedgerState.Open],
            Overdue = byState[(int)LedgerState.Overdue],
            Declined = byState[(int)LedgerState.Declined],
            Ideas = byState[(int)LedgerState.Idea],
            At30Days = at30Days,
            At90Days = at90Days,
        };
    }
}

/// <summary>The items of the incidents that were resolved in one month.</summary>
/// <param name="Month">Its first day, in the policy's zone.</param>
/// <param name="Entries">The promised ones, in the order of the ledger.</param>
public sealed record LedgerCohort(DateOnly Month, ImmutableArray<LedgerEntry> Entries, LedgerFigures Figures);

/// <summary>Completion by the month in which incidents were resolved.</summary>
public static class LedgerCohorts
{
    /// <summary>The oldest month first; months without promised items are left out, and so are items of incidents that are not resolved.</summary>
    public static ImmutableArray<LedgerCohort> Of(IEnumerable<LedgerEntry> ledger, DateOnly today) =>
    [
        .. from entry in ledger
           where entry is { IsCommitted: true, ResolvedOn: not null }
           let resolvedOn = entry.ResolvedOn.GetValueOrDefault() // filtered in the line above
           group entry by new DateOnly(resolvedOn.Year, resolvedOn.Month, 1) into month
           orderby month.Key
           let entries = month.ToImmutableArray()
           select new LedgerCohort(month.Key, entries, LedgerFigures.Of(entries, today)),
    ];
}
