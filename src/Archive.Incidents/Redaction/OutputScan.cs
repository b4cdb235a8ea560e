using System.Collections.Concurrent;
using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Redaction;

/// <summary>Searches the files of a finished public site for words that only the archive knows, however they are written.</summary>
/// <remarks>As they stand; without tags, escapes and what does not show; packed; backwards; in hexadecimal and base64. Paths too.</remarks>
internal sealed class OutputScan
{
    private readonly LeakRules _rules;
    private readonly EncodedWords _encoded;
    private readonly HashSet<string> _free;

    private OutputScan(LeakRules rules, HashSet<string> free) => (_rules, _encoded, _free) = (rules, new(rules.Words.All, free), free);

    /// <param name="specimen">A public site that holds nothing of the archive: what it says, every site says.</param>
    public static OutputScan Of(IncidentArchive archive, Site specimen, TemplateSet templates)
    {
        var rules = archive.Leaks.Value;
        var free = archive.Postmortems.Select(p => p.PublicNote).OfType<PublicNote>().SelectMany(n => n.Allowed).Select(a => FoldedText.Fold(a.Text)).ToHashSet(StringComparer.Ordinal);
        var said = new ConcurrentBag<string>();
        SiteRenderer.RenderAll(specimen, templates, (page, bytes) =>
        {
            using var texts = ReadableTexts.Of(page.Path.File, bytes.Span);
            Add(texts.Path);
            Add(texts.Content);
            Add(texts.WithoutTags);
        });
        free.UnionWith(said);
        return new(rules, free);

        void Add(ReadOnlySpan<char> text)
        {
            foreach (var (start, length, _) in LeakRules.Longest(rules.NamesIn(text))) said.Add(text.Slice(start, length).ToString());
        }
    }

    /// <summary>Adds a finding for each kind of word that is found in a file of the site.</summary>
    public void Check(Page page, ReadOnlyMemory<byte> bytes, ConcurrentBag<Diagnostic> found)
    {
        var file = page.Path.File;
        var leaks = new List<Diagnostic>();
        using var texts = ReadableTexts.Of(file, bytes.Span);
        AddNames(texts.Path, file, leaks);
        AddNames(texts.Content, file, leaks);
        AddNames(texts.WithoutTags, file, leaks);
        foreach (var (form, rule) in _encoded.In(bytes.Span)) leaks.Add(LeakProblems.InTheSite(file, rule, form));
        foreach (var finding in leaks.DistinctBy(f => f.Message)) found.Add(finding);
    }

    private void AddNames(ReadOnlySpan<char> text, string file, List<Diagnostic> leaks)
    {
        foreach (var leak in LeakRules.Longest(_rules.NamesIn(text, _free)))
        {
            if (!_free.Contains(text.Slice(leak.Start, leak.Length).ToString())) leaks.Add(LeakProblems.InTheSite(file, leak.Rule, "as it is"));
        }
    }
}
