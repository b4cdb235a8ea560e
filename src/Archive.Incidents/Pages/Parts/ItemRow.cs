using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Parts;

/// <summary>An action item as a row of a list or of its postmortem's table.</summary>
public sealed record ItemRow
{
    private readonly ActionItem _item;

    private ItemRow(ActionItem item) => _item = item;

    public string Id => _item.Id;

    public string Title => _item.Title;

    public string? Owner => _item.Owner;

    /// <summary>Why it was declined.</summary>
    public string? Reason => _item.DeclinedBecause;

    public bool IsStructuralFix => _item.IsStructuralFix;

    /// <summary>On its postmortem's page.</summary>
    public string Anchor => _item.Anchor;

    public string Href => $"{Postmortem.Href}#{Anchor}";

    public required MarkView State { get; init; }

    public required LinkView Postmortem { get; init; }

    public LinkView? Team { get; init; }

    public string? Priority { get; init; }

    public TimeView? Due { get; init; }

    public TimeView? Done { get; init; }

    /// <summary>How long it is open or took; null of what nobody promised.</summary>
    public required string? Age { get; init; }

    public LinkView? Ticket { get; init; }

    /// <summary>Type and purpose: <c>hook, prevent</c>.</summary>
    public required string What { get; init; }

    public required ImmutableArray<EvidenceView> Evidence { get; init; }

    /// <summary>Causes that it addresses, by their anchors.</summary>
    public required ImmutableArray<PairLink> Causes { get; init; }

    /// <summary>Its place among the items of its postmortem, from 1; pairs it with its mentions, so that each lights up with the other.</summary>
    public required int Number { get; init; }

    public static ItemRow Of(LedgerEntry entry, SitePlan site)
    {
        var (item, postmortem) = (entry.Item, entry.Postmortem);
        return new(item)
        {
            State = MarkView.Of(entry),
            Postmortem = new(postmortem.Id, site.Links.Postmortem(postmortem)),
            Team = entry.Team is { } team ? site.Links.ToTeam(team) : null,
            Priority = item.Priority is { } priority ? Enum.GetName(priority) : null,
            Due = TimeView.OfOptional(item.DueOn),
            Done = TimeView.OfOptional(item.DoneOn),
            Age = entry.IsOpen ? Wording.Count(entry.AgeDays, "day old", "days old") : entry.IsDone ? $"after {Wording.Count(entry.AgeDays, "day")}" : null,
            Ticket = item.Ticket is { } ticket ? TicketOf(ticket) : null,
            What = WhatOf(item),
            Evidence = item.Evidence.IsEmpty ? [] : [.. item.Evidence.SelectMany(EvidenceView.Of)],
            Causes = CausesOf(item, postmortem),
            Number = postmortem.ActionItems.IndexOf(item, 0, postmortem.ActionItems.Length, ReferenceEqualityComparer.Instance) + 1,
        };
    }

    private static string WhatOf(ActionItem item)
    {
        var types = item.Types.Length == 1 ? item.Types[0] : string.Join(", ", item.Types);
        return item.Purpose is not { } purpose ? types
            : types.Length == 0 ? Words.Of(purpose)
            : $"{types}, {Words.Of(purpose)}";
    }

    private static ImmutableArray<PairLink> CausesOf(ActionItem item, Postmortem postmortem)
    {
        var causes = ImmutableArray<PairLink>.Empty;
        for (var i = 0; i < postmortem.Causes.Length; i++)
        {
            var cause = postmortem.Causes[i];
            if (cause.IsAddressedBy(item)) causes = causes.Add(new(cause.Id, $"#{SiteLinks.Anchor(cause)}", i + 1));
        }
        return causes;
    }

    private static LinkView TicketOf(string ticket) =>
        Uri.TryCreate(ticket, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new(address.Segments[^1].Trim('/') is { Length: > 0 } last ? Uri.UnescapeDataString(last) : address.Host, address.AbsoluteUri)
            : new(ticket, null);
}

/// <summary>A link from an item to a cause that lights up with what it names.</summary>
/// <param name="Number">The cause's place among those of its postmortem, from 1.</param>
public sealed record PairLink(string Text, string Href, int Number);

/// <summary>One part of what proves an item done: <c>commit</c> <c>9f31c0a</c>.</summary>
public sealed record EvidenceView(string Label, string Text, string? Href)
{
    public static IEnumerable<EvidenceView> Of(Evidence evidence)
    {
        if (evidence.Test is { } test) yield return new("test", test, null);
        if (evidence.Path is { } path) yield return new(evidence.Contains is null ? "file" : "in", path, null);
        if (evidence.Contains is { } text) yield return new("text", text, null);
        if (evidence.Commit is { } commit) yield return new("commit", commit, null);
        if (evidence.PullRequest is { } request)
            yield return Uri.TryCreate(request, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? new("pull request", address.Segments[^1].Trim('/'), address.AbsoluteUri)
                : new("pull request", request, null);
    }
}
