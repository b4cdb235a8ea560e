using System.Reflection;
using System.Text.RegularExpressions;
using Archive.Incidents.Pages;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class InternalTemplatesTests
{
    private static readonly Theme Theme = Theme.Read(typeof(InternalSite).Assembly, "internal", null);

    [Fact]
    public void Every_template_is_a_pages_or_a_part_of_one()
    {
        var pages = typeof(InternalSite).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(Template<>))
            .Select(f => (string)f.FieldType.GetProperty("Name")!.GetValue(f.GetValue(null))!);
        var parts = Theme.Files.SelectMany(f => Regex.Matches(f.Text, "{{> ?(?<part>[a-z/-]+)").Select(m => m.Groups["part"].Value));
        var there = Theme.Files.Where(f => f.Name.StartsWith("internal/", StringComparison.Ordinal) && f.Name.EndsWith(".hbs", StringComparison.Ordinal)).Select(f => f.Name[..^4]);
        Assert.Equal(there.Order(StringComparer.Ordinal), pages.Concat(parts).Where(p => p.StartsWith("internal/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_template_asks_for_nothing_of_a_view_but_what_it_is()
    {
        // the fullest and the emptiest archive together take every branch of every template; a missing name throws
        var whole = new InternalRendering(Sample.Whole);
        var empty = new InternalRendering(Sample.ArchiveOf() with { Settings = new(), Services = [], FailureClasses = [] });
        Assert.All(whole.Site.Pages.Concat(empty.Site.Pages), p => Assert.NotEmpty(InternalRendering.Text(p)));
    }
}
