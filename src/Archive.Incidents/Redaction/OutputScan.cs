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

    private OutputScan(LeakRules rules, PrivateWords words, HashSet<string> free) => (_rules, _encoded, _free) = (rules, new(words.Without(free).All), free);

    /// <param name="specimen">A public site that holds nothing of the archive: what it says, every site says.</param>
    public static OutputScan Of(IncidentArchive archive, Site specimen, TemplateSet templates)
    {
        var words = PrivateWords.Of(archive.Settings, archive.Services, archive.Postmortems);
        var free = archive.Postmortems.Select(p => p.PublicNote).OfType<PublicNote>().SelectMany(n => n.Allowed).Select(a => FoldedText.Fold(a.Text)).ToHashSet(StringComparer.Ordinal);
        var rules = new LeakRules(words);
        var said = new ConcurrentBag<string>();
        SiteRenderer.RenderAll(specimen, templates, (page, bytes) =>
        {
            foreach (var text in ReadableTexts.Of(page.Path.File, bytes.Span))
            {
                foreach (var (start, length, _) in rules.NamesIn(text)) said.Add(text.Text.Substring(start, length));
            }
        });
        free.UnionWith(said);
        return new(rules, words, free);
    }

    /// <summary>Adds a finding for each file and kind of word that is found in it.</summary>
    /// <exception cref="TemplateException">A page cannot be rendered.</exception>
    public void Check(Site site, TemplateSet templates, DiagnosticBag problems)
    {
        var found = new ConcurrentBag<Diagnostic>();
        SiteRenderer.RenderAll(site, templates, (page, bytes) =>
        {
            foreach (var finding in LeaksIn(page.Path.File, bytes).DistinctBy(f => f.Message)) found.Add(finding);
        });
        problems.AddRange(found);
    }

    private IEnumerable<Diagnostic> LeaksIn(string file, ReadOnlyMemory<byte> bytes)
    {
        foreach (var text in ReadableTexts.Of(file, bytes.Span))
        {
            foreach (var leak in _rules.NamesIn(text, _free).Where(l => !_free.Contains(text.Text.Substring(l.Start, l.Length)))) yield return LeakProblems.InTheSite(file, leak.Rule, "as it is");
        }
        foreach (var (form, rule) in _encoded.In(bytes.Span)) yield return LeakProblems.InTheSite(file, rule, form);
    }
}
