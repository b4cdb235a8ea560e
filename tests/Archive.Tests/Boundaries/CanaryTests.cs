using System.Reflection;
using System.Text;
using Archive.Incidents.Model;
using Archive.Incidents.Redaction;
using Archive.PublicRecord.Searching;
using Archive.Publishing.Sites;
using Archive.Search;
using Archive.Tests.PublicRecord;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>Every internal field holds a word of its own; none of them stands anywhere on the public site, in any form.</summary>
public class CanaryTests
{
    private static readonly CanaryArchive Canary = CanaryArchive.Make();

    private static readonly RenderedSite Site = RenderedSite.Of(Redactor.Redact(Canary.Archive), new SiteAddress(Canary.Archive.Settings.Public.Url));

    [Fact]
    public void No_internal_word_stands_on_the_public_site() =>
        Assert.Equal([], LeakScanner.Find(Site.Files, [.. Canary.Canaries.Keys]).Select(l => $"{Canary.Canaries[l.Word]} in {l.File} ({l.Form})"));

    /// <summary>The index cuts words into pieces, so it is asked for each.</summary>
    [Fact]
    public void No_internal_word_is_found_by_the_public_search()
    {
        var index = SearchIndex.Of(new PublicSearch(Redactor.Redact(Canary.Archive)).Files);
        Assert.Equal([], Canary.Canaries.Where(c => index.Search(new() { Text = c.Key, IsCorrecting = false }).IsFound).Select(c => c.Value));
        Assert.All((string[])["publictitlemarigold", "publicsummaryelder", "publicupdatebirch", "publiccorrectionhazel", "publicprosewillow"], word => Assert.True(index.Search(new() { Text = word, IsCorrecting = false }).IsFound, word));
    }

    [Fact]
    public void Every_public_word_does() =>
        Assert.Subset(LeakScanner.Find(Site.Files, CanaryArchive.PublicWords).Select(l => l.Word).ToHashSet(), CanaryArchive.PublicWords.ToHashSet());

    [Fact]
    public void Only_the_published_incident_has_a_page() => Assert.Equal(
        ["incidents/publicaliaslinden/index.html", "incidents/publicslugalder/index.html"],
        Site.HtmlFiles.Where(f => f.StartsWith("incidents/", StringComparison.Ordinal)));

    [Fact]
    public void A_word_that_leaked_would_be_found()
    {
        var word = Canary.Canaries.Keys.First();
        var leaking = new Dictionary<string, byte[]>(Site.Files) { ["index.html"] = [.. Site.Files["index.html"], .. Encoding.UTF8.GetBytes($"<!-- {word} -->")] };
        Assert.Contains(LeakScanner.Find(leaking, [.. Canary.Canaries.Keys]), l => l.Word == word && l.File == "index.html");
    }

    public static TheoryData<string> TextualProperties => new(
        from type in ModelTypes.Of(typeof(IncidentArchive))
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.CanWrite && ModelTypes.HoldsText(property.PropertyType)
        select $"{type.Name}.{property.Name}");

    [Theory]
    [MemberData(nameof(TextualProperties))]
    public void Every_text_of_the_internal_model_is_a_canary(string property) =>
        Assert.Contains(Canary.Canaries.Values, where => where.Equals(property, StringComparison.OrdinalIgnoreCase) || where.StartsWith($"{property},", StringComparison.OrdinalIgnoreCase));
}
