using System.Collections.Immutable;

namespace Archive.Incidents.Model;

/// <summary>What it cost, as far as it is known.</summary>
public sealed record Impact
{
    public static Impact Unknown { get; } = new();

    public long? Customers { get; init; }

    public ImmutableArray<string> Segments { get; init; } = [];

    public long? RequestsFailed { get; init; }

    public Money? Revenue { get; init; }

    /// <summary>Share of the month's error budget, in percent; may exceed 100.</summary>
    public decimal? ErrorBudgetPercent { get; init; }

    public string? DataLoss { get; init; }

    public ImmutableArray<string> TeamsBlocked { get; init; } = [];

    /// <summary>Person-hours.</summary>
    public decimal? HoursLost { get; init; }
}

/// <summary>An amount and its ISO 4217 currency.</summary>
public readonly record struct Money(decimal Amount, string Currency);
