using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Archive.Publishing.Sites;

/// <summary>A feed as JSON Feed 1.1 has it: https://www.jsonfeed.org/version/1.1/</summary>
public static class JsonFeed
{
    /// <param name="description">A sentence about the whole.</param>
    /// <param name="feed">Made when the page is rendered.</param>
    public static Page Plan(SitePath path, string description, Func<AtomFeed> feed) =>
        Page.OfJson(path, () => Of(feed(), description), static () => JsonFeedJson.Default.JsonFeedFile);

    private static JsonFeedFile Of(AtomFeed feed, string description) => new(
        "https://jsonfeed.org/version/1.1",
        feed.Title,
        feed.PageUrl,
        feed.SelfUrl,
        description,
        "en",
        [new(feed.Author)],
        [.. feed.Entries.Select(e => new JsonFeedItem(e.Id, e.Url, e.Title, e.Content.Text, Rfc3339(e.PublishedAt), Rfc3339(e.UpdatedAt)))]);

    private static string Rfc3339(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

internal sealed record JsonFeedFile(
    string Version, string Title, string HomePageUrl, string FeedUrl, string Description, string Language, ImmutableArray<JsonFeedAuthor> Authors, ImmutableArray<JsonFeedItem> Items);

internal sealed record JsonFeedAuthor(string Name);

internal sealed record JsonFeedItem(string Id, string Url, string Title, string ContentHtml, string DatePublished, string DateModified);

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(JsonFeedFile))]
internal sealed partial class JsonFeedJson : JsonSerializerContext;
