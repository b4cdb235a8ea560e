using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
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
}

/// <summary>Reads the Markdown files of the input into drafts.</summary>
/// <param name="policy">Says what ids in prose look like.</param>
internal sealed class DraftReader(Policy policy)
{
    private readonly MarkdownReader _postmortems = new(new() { Mentions = new Regex(policy.IdPattern, RegexOptions.CultureInvariant), ReadsTable = ReadsTable });

    private readonly MarkdownReader _notes = new(new());

    public DraftFile<PostmortemDraft> Postmortem(InputFile file) => Read(file, PostmortemShape.FrontMatter, _postmortems);

    public DraftFile<PublicNoteDraft> PublicNote(InputFile file) => Read(file, PublicNoteShape.FrontMatter, _notes);

    public DraftFile<HandbookPageDraft> HandbookPage(InputFile file) => Read(file, CatalogueShapes.HandbookPage, _postmortems);

    private static DraftFile<TDraft> Read<TDraft>(InputFile file, MapShape<TDraft> shape, MarkdownReader markdown)
        where TDraft : class, IDraft, new()
    {
        var problems = new DiagnosticBag();
        if (SourceText.Read(file, problems) is not { } source || FrontMatter.Read(source, problems) is not { } parts)
            return new(file, null, SectionedText.Empty, problems.Sorted());
        var keys = parts.Keys ?? EmptyMap(file, problems);
        var draft = keys is null ? null : shape.Read(keys, problems);
        var text = markdown.Read(parts.Body, file.Path, parts.BodyLineOffset, problems);
        return new(file, draft, text, problems.Sorted());
    }

    /// <summary>Front matter without a key is a map without keys, so that what is missing gets its findings; broken YAML is neither.</summary>
    private static YamlNode? EmptyMap(InputFile file, DiagnosticBag problems) =>
        problems.HasErrors ? null : YamlNode.Map([], new(file.Path, 1, 1, 3));

    private static bool ReadsTable(string heading, ImmutableArray<string> headers) => SectionKinds.Of(heading) switch
    {
        SectionKind.Timeline => TimelineTable.Reads(headers),
        SectionKind.ActionItems => ActionItemTable.Reads(headers),
        _ => false,
    };
}
