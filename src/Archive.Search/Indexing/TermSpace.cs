using System.Globalization;

namespace Archive.Search.Indexing;

/// <summary>Terms that are no words of the whole text begin with a character that no word holds.</summary>
internal static class TermSpace
{
    /// <summary>A word of the title.</summary>
    public const char Title = '\u0001';

    /// <summary>A word of an error signature.</summary>
    public const char Signature = '\u0002';

    /// <summary>The hash of a normalised line.</summary>
    public const char Fingerprint = '\u0003';

    /// <summary>The folded id of the document itself.</summary>
    public const char Id = '\u0004';

    public static string OfId(string id) => Id + id.Trim().ToLowerInvariant();

    /// <summary>FNV-1a over UTF-16 units, 32 bits, as eight hexadecimal digits.</summary>
    public static string OfFingerprint(string line)
    {
        var hash = 2166136261;
        foreach (var unit in line) hash = (hash ^ unit) * 16777619;
        return Fingerprint + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
