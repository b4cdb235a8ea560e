using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Sites;

/// <summary>A link that a person wrote, as the page that shows it resolved it.</summary>
/// <param name="Written">The destination as it stands in the source.</param>
/// <param name="Url">The address below the site's root with a leading slash, perhaps with an anchor (<c>/services/identity/#open</c>); null where nothing was found.</param>
/// <param name="Location">Where it stands in the source.</param>
public sealed record PageLink(string Written, string? Url, SourceLocation Location);
