using System.Collections.Immutable;

namespace Archive.Incidents.Model;

/// <summary>Why it happened, as one step of several.</summary>
public sealed record Cause
{
    /// <summary>Unique in its postmortem: <c>C1</c>.</summary>
    public required string Id { get; init; }

    public required CauseKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Where the lesson has to be built in, from the site's vocabulary.</summary>
    public string? Layer { get; init; }

    /// <summary>Whether it would have happened with somebody else at the keyboard: then it is structural. Null where nobody asked.</summary>
    public bool? IsStructural { get; init; }

    /// <summary>Ids of the action items that address it.</summary>
    public ImmutableArray<string> AddressedBy { get; init; } = [];

    /// <summary>Why nothing is done about it; null where something is, or where nobody decided.</summary>
    public string? AcceptedBecause { get; init; }

    /// <summary>Whether it names an item; case does not count.</summary>
    public bool IsAddressedBy(ActionItem item)
    {
        foreach (var id in AddressedBy)
        {
            if (id.Equals(item.Id, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
