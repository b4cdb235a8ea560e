namespace Archive.Publishing.Sites;

/// <summary>What a feed says about one thing.</summary>
public sealed record FeedEntry
{
    /// <summary>An IRI that never changes and is never used again: <c>tag:example.org,2026:INC-031</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The absolute address of its page.</summary>
    public required string Url { get; init; }

    /// <summary>When it was first published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When what a reader sees last changed; not before it was published.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public required FeedText Content { get; init; }

    /// <summary>Who wrote it; null where the feed's author did.</summary>
    public string? Author { get; init; }
}

/// <summary>A text in a feed.</summary>
/// <param name="Text">HTML, or text that means what it says.</param>
public readonly record struct FeedText(string Text, bool IsHtml)
{
    public static FeedText OfHtml(string html) => new(html, IsHtml: true);

    public static FeedText OfPlain(string text) => new(text, IsHtml: false);
}
