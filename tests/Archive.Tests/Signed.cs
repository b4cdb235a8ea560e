using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;

namespace Archive.Tests;

/// <summary>Public notes whose text is the approved one.</summary>
internal static partial class Signed
{
    /// <summary>The note with the digest of its text below the day of its approval; as it is where it cannot be read.</summary>
    /// <param name="path">Below the input folder; for a note that shows pictures.</param>
    /// <param name="inputFolder">Where they are.</param>
    public static string Note(string text, string path = "", string inputFolder = "") => NoteDigest.Of(text, path, inputFolder) is { } digest
        ? ApprovedOn().Replace(Digest().Replace(text, ""), m => $"{m.Value}approved_digest: {digest}\n", 1)
        : text;

    [GeneratedRegex("^approved_on: [^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex ApprovedOn();

    [GeneratedRegex("^approved_digest: [^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex Digest();
}
