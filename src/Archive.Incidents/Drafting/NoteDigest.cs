using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;
using Archive.Publishing.Pictures;

namespace Archive.Incidents.Drafting;

/// <summary>A digest of all that a public note says to the world, so that a text which changed after its approval is known.</summary>
/// <remarks>
/// Of the values that are published, as read: keys in another order, other quotes, comments in the front matter and line ends do not
/// change it. Who approved it, its embargo and its public id are no part of it. SHA-256, in hexadecimal.
/// </remarks>
public static class NoteDigest
{
    public const string Pattern = "^[0-9a-f]{64}$";

    /// <summary>The digest of a note's text and of the pictures it shows; null where it cannot be read.</summary>
    /// <param name="path">Below <paramref name="inputFolder"/>: links to pictures start there.</param>
    public static string? Of(string noteText, string path, string inputFolder)
    {
        var problems = new DiagnosticBag();
        if (SourceFile.OfBytes(Encoding.UTF8.GetBytes(noteText), path, problems) is not { } source || FrontMatter.Read(source, problems) is not { Keys: { } keys } parts) return null;
        return PublicNoteShape.FrontMatter.Read(keys, problems) is { } draft ? Of(draft, parts.Body, new MarkdownReader(new()).Read(parts, problems).Links, inputFolder) : null;
    }

    internal static string Of(PublicNoteDraft draft, string body, ImmutableArray<DocumentLink> links, string inputFolder)
    {
        var text = new StringBuilder();
        Append(text, "title", draft.Title?.Value);
        Append(text, "slug", draft.Slug?.Value);
        foreach (var alias in draft.Aliases) Append(text, "alias", alias.Value);
        Append(text, "impact", draft.Impact?.Value.ToString());
        foreach (var component in draft.Components) Append(text, "component", component.Value);
        foreach (var (update, _) in draft.Updates)
        {
            Append(text, "at", update.At?.Value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            Append(text, "status", update.Status?.Value.ToString());
            Append(text, "text", update.Text?.Value);
        }
        foreach (var (correction, _) in draft.Corrected)
        {
            Append(text, "on", correction.On?.Value.ToString("O", CultureInfo.InvariantCulture));
            Append(text, "corrected", correction.Text?.Value);
        }
        Append(text, "body", body.Trim());
        foreach (var link in links.Where(l => l.Kind == HoleKind.InputImage))
        {
            var picture = Path.Combine(inputFolder, link.Target);
            Append(text, "picture", File.Exists(picture) && new FileInfo(picture).Length is > 0 and <= PictureCleaning.LargestBytes ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(picture))) : null);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>With its length, so that no value can pretend to be two.</summary>
    private static void Append(StringBuilder text, string key, string? value) =>
        text.Append(CultureInfo.InvariantCulture, $"{key} {value?.Length ?? -1} {value}\n");
}
