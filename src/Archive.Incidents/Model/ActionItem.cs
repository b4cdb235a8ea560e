using System.Collections.Immutable;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Model;

/// <summary>Something that somebody promised, or declined, or only thought of.</summary>
public sealed record ActionItem
{
    /// <summary>Unique in its postmortem: <c>AI-1</c>.</summary>
    public required string Id
    {
        get;
        init
        {
            field = value;
            Anchor = $"item-{Slug.Of(value)}";
        }
    }

    /// <summary>The anchor on its postmortem's page: made once, since a dozen pages link to it.</summary>
    public string Anchor { get; private init; } = "";

    public required string Title { get; init; }

    public required ItemStatus Status { get; init; }

    /// <summary>What kind of artifact proves it, from the site's vocabulary; usually one.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    public ItemPurpose? Purpose { get; init; }

    /// <summary>A person's handle or a rotation's.</summary>
    public string? Owner { get; init; }

    public ItemPriority? Priority { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>A ticket id or an absolute URL.</summary>
    public string? Ticket { get; init; }

    /// <summary>Set exactly when <see cref="Status"/> is done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Set exactly when <see cref="Status"/> is declined.</summary>
    public string? DeclinedBecause { get; init; }

    /// <summary>The one fix that changes the structure that let it happen.</summary>
    public bool IsStructuralFix { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Where it stands in the source: the front matter or the row of the body's table.</summary>
    public required Archive.Publishing.Diagnostics.SourceLocation Source { get; init; }

    /// <summary>Promised: open or done. Ideas and declined items are not.</summary>
    public bool IsCommitted => Status is ItemStatus.Open or ItemStatus.Done;

    /// <summary>Whether somebody is still sought who would own it: nobody is named, or <c>needs-owner</c> is.</summary>
    public bool SeeksOwner => Owner is null || IsSought(Owner);

    /// <summary>Whether an owner as written is the word for one who is still sought: <c>needs-owner</c>, however it is spelled.</summary>
    public static bool IsSought(string owner) => owner.AsSpan().Trim().TrimStart('@') is var words
        && (words.Equals("needs-owner", StringComparison.OrdinalIgnoreCase) || words.Equals("needs owner", StringComparison.OrdinalIgnoreCase));

    /// <summary>Open and past its due day.</summary>
    public bool IsOverdue(DateOnly today) => Status == ItemStatus.Open && DueOn < today;
}

/// <summary>The artifact that proves an item done; which parts it needs depends on the item's type.</summary>
public sealed record Evidence
{
    public string? Path { get; init; }

    public string? Test { get; init; }

    /// <summary>The text that the file at <see cref="Path"/> now contains.</summary>
    public string? Contains { get; init; }

    public string? Commit { get; init; }

    /// <summary>Number or URL.</summary>
    public string? PullRequest { get; init; }
}
