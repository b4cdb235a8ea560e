using System.Globalization;

namespace Archive.Search.Indexing;

/// <summary>Names and numbers of the format; <c>FORMAT.md</c> describes it byte by byte.</summary>
internal static class IndexFormat
{
    public const int Version = 3;

    /// <summary>The one file whose name is known.</summary>
    public const string Entry = "index.json";

    public static string EntryOf(uint manifest) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            {"format":{{Version}},"manifest":"{{manifest:x8}}"}

            """);

    /// <summary>What a file is named for: of the manifest its whole checksum, of all others the low 24 bits, since the manifest names each of them.</summary>
    public static uint CheckOf(string kind, ReadOnlySpan<byte> bytes) => Checksum.Of(bytes) & (kind == Manifest ? uint.MaxValue : 0xFFFFFF);

    public static string NameOf(string kind, uint check) =>
        kind == Manifest ? string.Create(CultureInfo.InvariantCulture, $"{kind}-{check:x8}.bin") : $"{kind}-{HexOf(check)}.bin";

    /// <param name="place">Among the files that have one checksum together.</param>
    public static string NameOf(string kind, uint check, int place) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{HexOf(check)}-{place:x}.bin");

    /// <summary>As names have it.</summary>
    public static string HexOf(uint check) => check.ToString("x6", CultureInfo.InvariantCulture);

    public const string Manifest = "manifest";
    public const string Terms = "terms";
    public const string PositionDirectory = "places";
    public const string Positions = "positions";
    public const string Lengths = "lengths";
    public const string Cards = "cards";
    public const string Texts = "texts";
    public const string Column = "column";
    public const string Ties = "ties";
    public const string Quarters = "quarters";
    public const string Words = "words";

    /// <summary>Documents in a file of cards.</summary>
    public const int CardsInFile = 8;

    /// <summary>Files of cards that have one checksum together.</summary>
    public const int CardsInGroup = 16;

    /// <summary>Documents whose cards have one checksum together.</summary>
    public const int CardsInOneGroup = CardsInFile * CardsInGroup;

    /// <summary>Documents in a file of texts; a multiple of <see cref="CardsInFile"/>.</summary>
    public const int TextsInFile = 16;

    /// <summary>The file of the lexicon that holds a word: its first letter from a to z, else <c>u</c> and the high byte of its first UTF-16 unit.</summary>
    public static string WordFileOf(char first) => first is >= 'a' and <= 'z' ? first.ToString() : $"u{first >> 8}";
}
