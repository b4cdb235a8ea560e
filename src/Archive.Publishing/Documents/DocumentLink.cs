using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>A link or a picture in a document whose target lies in the same archive.</summary>
/// <param name="Kind">What <paramref name="Target"/> is.</param>
/// <param name="Target">See <see cref="HoleKind"/>.</param>
/// <param name="Written">The destination exactly as the person wrote it, for messages.</param>
/// <param name="Location">Where the link stands.</param>
public sealed record DocumentLink(HoleKind Kind, string Target, string Written, SourceLocation Location);
