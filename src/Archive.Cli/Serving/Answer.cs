using System.Security.Cryptography;

namespace Archive.Cli.Serving;

/// <summary>What a request gets.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Location">Where to go instead, for a redirect.</param>
public sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body, string? Location = null)
{
    /// <summary>A strong tag of the bytes, with its quotes.</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span))[..20]}\"";

    public static Answer Text(int status, string text) => new(status, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text + "\n"));

    public static Answer Redirect(string location) => Text(308, $"It is at {location}") with { Location = location };

    /// <summary>Whether a client that sent this <c>If-None-Match</c> already has the body (RFC 9110 §13.1.2: weak comparison).</summary>
    public bool IsKnownTo(string? ifNoneMatch) => ifNoneMatch is not null && ifNoneMatch.Split(',').Any(tag =>
        tag.AsSpan().Trim() is var known && (known is "*" || known.SequenceEqual(ETag) || (known.StartsWith("W/") && known[2..].SequenceEqual(ETag))));
}
