using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>Collects what of a note is published, as a reader or a program would read it.</summary>
internal static partial class NoteTexts
{
    public static ImmutableArray<(string Text, SourceLocation Place)> Of(PublicNoteDraft draft, SectionedText body) =>
    [
        .. ((Located<string>?[])[draft.Title, draft.Slug, .. draft.Aliases.Select(a => (Located<string>?)a)]).OfType<Located<string>>().Select(t => (t.Value, t.Location)),
        .. draft.Updates.Select(u => u.Value.Text).Concat(draft.Corrected.Select(c => c.Value.Text)).OfType<Located<string>>().Select(t => (t.Value, t.Location)),
        .. body.Sections.SelectMany(SectionTexts),
    ];

    private static IEnumerable<(string Text, SourceLocation Place)> SectionTexts(TextSection section)
    {
        yield return (section.Heading, section.Location);
        var html = section.Html.Fill(static _ => null);
        yield return (WebUtility.HtmlDecode(Tag().Replace(BlockTag().Replace(html, " "), "")), section.Location);
        foreach (Match value in AttributeValue().Matches(html)) yield return (Uri.UnescapeDataString(WebUtility.HtmlDecode(value.Groups["value"].Value)), section.Location);
    }

    [GeneratedRegex("</?(?:p|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|hr|br|img)[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?:href|src|alt|title|lang|class|id)="(?<value>[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AttributeValue();
}
