using System.Diagnostics.CodeAnalysis;

namespace Archive.Publishing.Documents;

/// <summary>The only addresses that a page links to.</summary>
public static class SafeAddress
{
    /// <summary>Whether a text is an absolute http, https or mailto address.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out address) && (address.Scheme is "http" or "https" or "mailto");
}
