using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>An incident's account as search engines and previews read it.</summary>
/// <param name="Published">For OpenGraph.</param>
/// <param name="Modified">For OpenGraph.</param>
/// <param name="JsonLd">A schema.org TechArticle; no <c>&lt;</c> stands in it unescaped, so that no text can end the script element.</param>
public sealed record ArticleView(string Published, string Modified, string JsonLd)
{
    public static ArticleView Of(PublicIncident incident, PublicHistory history, SiteAddress address)
    {
        var published = TimeView.Of(incident.Account?.PublishedOn ?? DateOnly.FromDateTime(incident.StartedAt.UtcDateTime)).Machine;
        var modified = TimeView.Of(incident.ModifiedOn).Machine;
        var author = new LinkedOrganization(history.Organization.Length > 0 ? history.Organization : history.Title, address.Absolute(SitePath.Root));
        var url = address.Absolute(IncidentPage.PathOf(incident));
        var article = new LinkedArticle(incident.Title, incident.Summary, url, published, modified, author, author);
        return new(published, modified, JsonSerializer.Serialize(article, LinkedDataJson.Default.LinkedArticle));
    }
}

/// <summary>https://schema.org/TechArticle</summary>
internal sealed record LinkedArticle(
    string Headline, string Description, string Url, string DatePublished, string DateModified, LinkedOrganization Author, LinkedOrganization Publisher)
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-2)]
    public string Context => "https://schema.org";

    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "TechArticle";

    [JsonPropertyOrder(1)]
    public string InLanguage => "en";
}

internal sealed record LinkedOrganization(string Name, string Url)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "Organization";
}

// The default encoder is kept: it escapes <, > and & everywhere.
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkedArticle))]
internal sealed partial class LinkedDataJson : JsonSerializerContext;
