using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Archive.Incidents.Drafting;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Incidents.Fixing;

/// <summary>A file as it is, and as it would be.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">Its text, with its own line ends, without byte order mark.</param>
/// <param name="After">The same with what was mended, and nothing else changed.</param>
/// <param name="HasMark">Whether it begins with a byte order mark.</param>
public sealed record FileFix(InputFile File, string Before, string After, bool HasMark)
{
    public byte[] Bytes => [.. HasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(After)];
}

/// <summary>What <c>archive check --fix</c> changes: only what can mean one thing. Fixing what is fixed changes nothing.</summary>
public static class ArchiveFixes
{
    private const int MostPasses = 4;

    /// <summary>The files that would change, in order of their paths. Nothing is written.</summary>
    /// <param name="newPublicId">Draws the id of a public note that has none.</param>
    /// <exception cref="InputFolderException">There is no such folder, or it may not be read.</exception>
    public static ImmutableArray<FileFix> Of(string inputFolder, DateOnly asOf, Func<string> newPublicId)
    {
        var ignored = new DiagnosticBag(); // the check that follows finds them again
        var input = InputFiles.List(inputFolder, ignored);
        var site = SiteFiles.Read(input);
        var context = new ValidationContext(site.Settings.Policy, site.Services, site.FailureClasses, asOf);
        var postmortems = input.Postmortems.Select(f => Of(f, text => Postmortem(text, context)));
        var notes = input.PublicNotes.Select(f => Of(f, text => Note(text, context, newPublicId)));
        return [.. postmortems.Concat(notes).OfType<FileFix>().OrderBy(f => f.File.Path, StringComparer.Ordinal)];
    }

    /// <summary>A postmortem's text, mended; the same where nothing is to mend.</summary>
    internal static string Postmortem(string text, ValidationContext context) =>
        Repeat(text, raw => KeyOrder.Of(Reread(raw, raw.With(ValueFixes.OfPostmortem(raw, context))), PostmortemShape.FrontMatter.Keys));

    internal static string Note(string text, ValidationContext context, Func<string> newPublicId) =>
        Repeat(text, raw => KeyOrder.Of(Reread(raw, raw.With(ValueFixes.OfNote(raw, context, newPublicId))), PublicNoteShape.FrontMatter.Keys));

    /// <summary>What is mended may let something else be seen: a key spelled right has a value.</summary>
    private static string Repeat(string text, Func<RawText, string> mend)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (RawText.Read(text) is not { } raw) return text;
            var mended = mend(raw);
            if (mended == text) return text;
            text = mended;
        }
        return text;
    }

    /// <summary>The text after its edits; as before where they made it unreadable, so that nothing is ever broken.</summary>
    private static RawText Reread(RawText before, string after) => RawText.Read(after) ?? before;

    private static FileFix? Of(InputFile file, Func<string, string> mend)
    {
        if (file.Length > SourceFile.LargestBytes) return null;
        var bytes = file.ReadAllBytes();
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var content = bytes.AsSpan(hasMark ? Encoding.UTF8.Preamble.Length : 0);
        if (!Utf8.IsValid(content)) return null;
        var text = Encoding.UTF8.GetString(content);
        var after = mend(text);
        return after == text ? null : new(file, text, after, hasMark);
    }
}
