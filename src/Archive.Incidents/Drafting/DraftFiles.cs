using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;

namespace Archive.Incidents.Drafting;

/// <summary>A Markdown file with front matter, read but not judged.</summary>
/// <param name="File">Where it came from.</param>
/// <param name="Draft">Its front matter; null where it has none that can be read.</param>
/// <param name="Text">Its body, in sections.</param>
/// <param name="Findings">What was wrong with reading it.</param>
public sealed record DraftFile<TDraft>(InputFile File, TDraft? Draft, SectionedText Text, ImmutableArray<Diagnostic> Findings)
    where TDraft : class, IDraft
{
    public string Path => File.Path;

    /// <summary>Comments that keep a rule from a place.</summary>
    internal ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>The id of a file whose front matter is too broken to read, as far as it can be guessed: nobody should be told that it does not exist.</summary>
    public string? GuessedId { get; init; }

    /// <summary>The whole file as it was cut; null where it cannot be read.</summary>
    public FrontMatter? Parts { get; init; }
}

/// <summary>Reads the Markdown files of the input into drafts.</summary>
internal sealed partial class DraftReader
{
    private readonly RecentWords _words;
    private readonly MarkdownReader _postmortems;
    private readonly MarkdownReader _pages;
    private readonly MarkdownReader _notes;
    private readonly Policy _policy;

    /// <param name="policy">Says what ids in prose look like.</param>
    public DraftReader(Policy policy)
    {
        (_policy, _words) = (policy, new());
        var mentions = IdPatterns.InProse(policy);
        _postmortems = new(new() { Mentions = mentions, ReadsTable = ReadsTable, ReadsProse = true, ReservedAnchors = ["main", "similar", "related"], Words = _words });
        _pages = new(new() { Mentions = mentions, ReadsProse = true, Words = _words });
        _notes = new(new() { Words = _words });
    }

    public DraftFile<PostmortemDraft> Postmortem(InputFile file) => Read(file, PostmortemShape.FrontMatter, _postmortems);

    public DraftFile<PublicNoteDraft> PublicNote(InputFile file) => Read(file, PublicNoteShape.FrontMatter, _notes);

    public DraftFile<HandbookPageDraft> HandbookPage(InputFile file) => Read(file, CatalogueShapes.HandbookPage, _pages);

    private DraftFile<TDraft> Read<TDraft>(InputFile file, MapShape<TDraft> shape, MarkdownReader markdown)
        where TDraft : class, IDraft, new()
    {
        var problems = new DiagnosticBag(_policy.RuleLevels);
        var source = SourceText.Read(file, problems);
        var parts = source is null ? null : FrontMatter.Read(source, problems, _words);
        var isBroken = problems.HasErrors;
        if (source is not null) SecretRules.Check(source, _policy, problems);
        if (source is null || parts is null) return new(file, null, SectionedText.Empty, problems.Sorted()) { GuessedId = GuessId(source?.Text ?? "") };
        var keys = parts.Keys ?? (isBroken ? null : YamlNode.Map([], new(file.Path, 1, 1, 3))); // no key is a map without keys, so that what is missing gets its findings
        var draft = keys is null ? null : shape.Read(keys, problems);
        var text = markdown.Read(parts, problems);
        return new(file, draft, text, problems.Sorted())
        {
            Suppressions = Suppressions.Read(source, parts.BodyLineOffset, text.Comments),
            GuessedId = draft is null ? GuessId(source.Text) : null,
            Parts = parts,
        };
    }

    private static string? GuessId(string text) => IdLine().Match(text) is { Success: true } line ? line.Groups["id"].Value : null;

    private static bool ReadsTable(string heading, ImmutableArray<string> headers) => SectionKinds.Of(heading) switch
    {
        SectionKind.Timeline => TimelineTable.Reads(headers),
        SectionKind.ActionItems => ActionItemTable.Reads(headers),
        _ => false,
    };

    [GeneratedRegex("""^id:[ \t]*["']?(?<id>[^\s"'#]+)""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex IdLine();
}
