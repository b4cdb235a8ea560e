using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Redaction;

/// <summary>Searches the files of a finished public site for words that only the archive knows, however they are written.</summary>
/// <remarks>As they stand; without tags, escapes and what does not show; packed; backwards; in hexadecimal and base64. Paths too.</remarks>
internal sealed partial class OutputScan
{
    /// <summary>Shorter words turn up in encoded bytes by chance.</summary>
    private const int ShortestEncoded = 8;

    private readonly LeakRules _rules;
    private readonly HashSet<string> _free;
    private readonly ImmutableArray<(string Text, string Form, Rule Rule, bool AnyCase)> _encoded;
    private readonly SearchValues<string> _anyCase;
    private readonly SearchValues<string> _exact;

    private OutputScan(PrivateWords words, HashSet<string> free)
    {
        _rules = new(words.Without(free));
        _free = free;
        _encoded = [.. words.All.Where(w => w.Text.Length >= ShortestEncoded && !free.Contains(w.Text)).SelectMany(Encoded)];
        _anyCase = SearchValues.Create([.. _encoded.Where(e => e.AnyCase).Select(e => e.Text)], StringComparison.OrdinalIgnoreCase);
        _exact = SearchValues.Create([.. _encoded.Where(e => !e.AnyCase).Select(e => e.Text)], StringComparison.Ordinal);
    }

    /// <param name="specimen">A public site that holds nothing of the archive: what it says, every site says.</param>
    public static OutputScan Of(IncidentArchive archive, Site specimen, TemplateSet templates)
    {
        var words = PrivateWords.Of(archive.Settings, archive.Services, archive.Postmortems);
        var free = archive.Postmortems.Select(p => p.PublicNote).OfType<PublicNote>().SelectMany(n => n.Allowed).Select(a => FoldedText.Fold(a.Text)).ToHashSet(StringComparer.Ordinal);
        var rules = new LeakRules(words);
        var said = new ConcurrentBag<string>();
        SiteRenderer.RenderAll(specimen, templates, (page, bytes) =>
        {
            foreach (var text in TextsOf(page.Path.File, bytes.ToArray()))
            {
                foreach (var (start, length, _) in rules.Found(text)) said.Add(text.Text.Substring(start, length));
            }
        });
        free.UnionWith(said);
        return new(words, free);
    }

    /// <summary>Adds a finding for each file and kind of word that is found in it.</summary>
    /// <exception cref="TemplateException">A page cannot be rendered.</exception>
    public void Check(Site site, TemplateSet templates, DiagnosticBag problems)
    {
        var found = new ConcurrentBag<Diagnostic>();
        SiteRenderer.RenderAll(site, templates, (page, bytes) =>
        {
            foreach (var finding in LeaksIn(page.Path.File, bytes.ToArray()).DistinctBy(f => f.Message)) found.Add(finding);
        });
        problems.AddRange(found);
    }

    private IEnumerable<Diagnostic> LeaksIn(string file, byte[] bytes)
    {
        foreach (var text in TextsOf(file, bytes))
        {
            foreach (var (start, length, rule) in _rules.Found(text))
            {
                if (rule != LeakProblems.MoneyRule && rule != LeakProblems.AddressRule && !_free.Contains(text.Text.Substring(start, length)))
                    yield return LeakProblems.InTheSite(file, rule, "as it is");
            }
        }
        var raw = Encoding.UTF8.GetString(bytes);
        var joined = Space().Replace(raw, "");
        if (!joined.AsSpan().ContainsAny(_anyCase) && !joined.AsSpan().ContainsAny(_exact)) yield break;
        foreach (var (text, form, rule, anyCase) in _encoded)
        {
            if (joined.Contains(text, anyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) yield return LeakProblems.InTheSite(file, rule, form);
        }
    }

    /// <summary>What a person or a program would read in a file and its path.</summary>
    private static IEnumerable<FoldedText> TextsOf(string file, byte[] bytes)
    {
        yield return new(file.Replace('/', ' '));
        var raw = Encoding.UTF8.GetString(bytes is [0x1f, 0x8b, ..] ? Unpacked(bytes) : bytes);
        var decoded = Decoded(raw);
        yield return new(decoded);
        if (!decoded.Contains('<', StringComparison.Ordinal)) yield break;
        yield return new(Tag().Replace(BlockTag().Replace(decoded, " "), ""));
    }

    /// <summary>Without the escapes of HTML, of addresses, of JSON and of style sheets, twice: a feed holds HTML inside XML.</summary>
    private static string Decoded(string text)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            text = Uri.UnescapeDataString(WebUtility.HtmlDecode(text));
            text = Escape().Replace(text, m => Convert.ToInt32(m.Groups["hex"].Value, 16) is var code && Rune.IsValid(code) ? new Rune(code).ToString() : "");
        }
        return text;
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var plain = new MemoryStream();
        using (var unpack = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) unpack.CopyTo(plain);
        return plain.ToArray();
    }

    private static IEnumerable<(string Text, string Form, Rule Rule, bool AnyCase)> Encoded(PrivateWord word)
    {
        var bytes = Encoding.UTF8.GetBytes(word.Text);
        yield return (new([.. word.Text.Where(c => c != ' ').Reverse()]), "backwards", word.Rule, AnyCase: true);
        yield return (Convert.ToHexString(bytes), "in hexadecimal", word.Rule, AnyCase: true);
        for (var shift = 0; shift < 3; shift++)
        {
            var first = shift == 0 ? 0 : shift + 1; // letters that depend on the word alone when it begins so many bytes into a group of three
            yield return (Convert.ToBase64String([.. new byte[shift], .. bytes])[first..((shift + bytes.Length) * 8 / 6)], "in base64", word.Rule, AnyCase: false);
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("</?(?:p|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|hr|br|div|section|article|header|footer|nav|main|title|text)[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"\\u(?<hex>[0-9a-fA-F]{4})|\\x(?<hex>[0-9a-fA-F]{2})|\\(?<hex>[0-9a-fA-F]{2,6}) ?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
