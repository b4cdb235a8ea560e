using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Parts;

/// <summary>An action item as a row of a list or of its postmortem's table.</summary>
public sealed record ItemRow
{
    public required string Id { get; init; }

    public required string Anchor { get; init; }

    public required string Href { get; init; }

    public required string Title { get; init; }

    public required MarkView State { get; init; }

    public required LinkView Postmortem { get; init; }

    public LinkView? Team { get; init; }

    public string? Owner { get; init; }

    public string? Priority { get; init; }

    public TimeView? Due { get; init; }

    public TimeView? Done { get; init; }

    /// <summary>How long it is open or took; null of what nobody promised.</summary>
    public required string? Age { get; init; }

    public LinkView? Ticket { get; init; }

    /// <summary>Type and purpose: <c>hook, prevent</c>.</summary>
    public required string What { get; init; }

    public required bool IsStructuralFix { get; init; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; init; }

    public required ImmutableArray<EvidenceView> Evidence { get; init; }

    /// <summary>Causes that it addresses, by their anchors.</summary>
    public required ImmutableArray<PairLink> Causes { get; init; }

    /// <summary>Pairs it with its mentions, so that each lights up with the other: <c>i1</c>.</summary>
    public required string Pair { get; init; }

    public static ItemRow Of(LedgerEntry entry, SitePlan site)
    {
        var (item, postmortem) = (entry.Item, entry.Postmortem);
        return new()
        {
            Id = item.Id,
            Anchor = SiteLinks.Anchor(item),
            Href = site.Links.Item(postmortem, item),
            Title = item.Title,
            State = MarkView.Of(entry),
            Postmortem = new(postmortem.Id, site.Links.Postmortem(postmortem)),
            Team = entry.Team is { } team ? new(team, site.Links.Team(team)) : null,
            Owner = item.Owner,
            Priority = item.Priority is { } priority ? Words.Of(priority).ToUpperInvariant() : null,
            Due = TimeView.OfOptional(item.DueOn),
            Done = TimeView.OfOptional(item.DoneOn),
            Age = entry.IsOpen ? $"{Wording.Count(entry.AgeDays, "day")} old" : entry.IsDone ? $"after {Wording.Count(entry.AgeDays, "day")}" : null,
            Ticket = item.Ticket is { } ticket ? TicketOf(ticket) : null,
            What = string.Join(", ", item.Types.Concat(item.Purpose is { } purpose ? [Words.Of(purpose)] : [])),
            IsStructuralFix = item.IsStructuralFix,
            Reason = item.DeclinedBecause,
            Evidence = [.. item.Evidence.SelectMany(EvidenceView.Of)],
            Causes = [.. CausesOf(item, postmortem)],
            Pair = $"i{postmortem.ActionItems.IndexOf(item, 0, postmortem.ActionItems.Length, ReferenceEqualityComparer.Instance) + 1}",
        };
    }

    private static IEnumerable<PairLink> CausesOf(ActionItem item, Postmortem postmortem)
    {
        for (var i = 0; i < postmortem.Causes.Length; i++)
        {
            var cause = postmortem.Causes[i];
            if (cause.AddressedBy.Contains(item.Id, StringComparer.OrdinalIgnoreCase)) yield return new(cause.Id, $"#{SiteLinks.Anchor(cause)}", $"c{i + 1}");
        }
    }

    private static LinkView TicketOf(string ticket) =>
        Uri.TryCreate(ticket, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new(address.Segments[^1].Trim('/') is { Length: > 0 } last ? Uri.UnescapeDataString(last) : address.Host, address.AbsoluteUri)
            : new(ticket, null);
}

/// <summary>A link between a cause and an item that lights up with what it names.</summary>
public sealed record PairLink(string Text, string Href, string Pair);

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
