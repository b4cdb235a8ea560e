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

    /// <summary>In UTF-16 units.</summary>
    public const int FingerprintLength = 9;

    /// <summary>FNV-1a over UTF-16 units, 32 bits, as eight hexadecimal digits.</summary>
    public static string OfFingerprint(string line) => string.Create(FingerprintLength, line, static (term, of) => WriteFingerprint(of, term));

    /// <summary>As <see cref="OfFingerprint"/>.</summary>
    public static void WriteFingerprint(ReadOnlySpan<char> line, Span<char> term)
    {
        var hash = 2166136261;
        foreach (var unit in line) hash = (hash ^ unit) * 16777619;
        term[0] = Fingerprint;
        hash.TryFormat(term[1..], out _, "x8", CultureInfo.InvariantCulture);
    }
}
