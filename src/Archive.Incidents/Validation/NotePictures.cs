using System.Collections.Immutable;
using System.Security.Cryptography;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Pictures;

namespace Archive.Incidents.Validation;

/// <summary>The pictures that a note shows, as they may be published.</summary>
internal static class NotePictures
{
    /// <summary>Each once, with what a picture of text says and the place of its link.</summary>
    public static ImmutableArray<(NotePicture Picture, string Words, SourceLocation Place)> Of(
        ImmutableArray<DocumentLink> links, ImmutableSortedDictionary<string, AssetFile> assets, DiagnosticBag problems)
    {
        var pictures = ImmutableArray.CreateBuilder<(NotePicture, string, SourceLocation)>();
        foreach (var link in links.DistinctBy(l => l.Target, StringComparer.Ordinal))
        {
            if (!assets.TryGetValue(link.Target, out var asset))
            {
                problems.Add(PublicNoteProblems.UnpublishablePicture(link, "There is no such file in the archive."));
                continue;
            }
            var clean = PictureCleaning.Of(asset.ReadBytes());
            if (clean.Refusal is { } why) problems.Add(PublicNoteProblems.UnpublishablePicture(link, why));
            else pictures.Add((new(link.Target, NameOf(clean), [.. clean.Bytes]), clean.Words, link.Location));
        }
        return pictures.ToImmutable();
    }

    /// <summary>Made of what is published: the name of the file may say too much.</summary>
    private static string NameOf(CleanPicture picture) => $"{Convert.ToHexStringLower(SHA256.HashData(picture.Bytes))[..16]}{picture.Extension}";
}
