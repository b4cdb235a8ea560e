using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Pages;

/// <summary>Two archives that differ only in who owns, wrote and reviewed what have the same pages, but for the names themselves: nothing is counted, grouped or ordered by person.</summary>
public sealed partial class NoPersonIsCountedTests
{
    private static IncidentArchive With(Func<int, string> name)
    {
        var next = 0;
        string Handle() => name(next++);
        return Sample.Whole with
        {
            Postmortems =
            [
                .. Sample.Whole.Postmortems.Select(p => p with
                {
                    Authors = [.. p.Authors.Select(_ => Handle())],
                    Reviewers = [.. p.Reviewers.Select(_ => Handle())],
                    SignedOffBy = [.. p.SignedOffBy.Select(_ => Handle())],
                    ActionItems = [.. p.ActionItems.Select(i => i with { Owner = Handle() })],
                }),
            ],
        };
    }

    [Fact]
    public void One_person_or_many_make_the_same_pages_and_files()
    {
        var one = new InternalRendering(With(_ => "@person-x"));
        var many = new InternalRendering(With(i => string.Create(CultureInfo.InvariantCulture, $"@person-{999 - i}")));
        Assert.Equal(Counted(one).Select(p => p.Path), Counted(many).Select(p => p.Path));
        var texts = Counted(one).Where(p => Path.GetExtension(p.Path.File) is ".html" or ".json" or ".csv" or ".atom" or ".txt").Select(p => p.Path.File).ToImmutableArray();
        Assert.Contains(texts, t => one.Text(t).Contains("@person-x", StringComparison.Ordinal));
        Assert.All(texts, file => Assert.Equal(Nameless(one.Text(file)), Nameless(many.Text(file))));
    }

    /// <summary>An index knows the owners that a query may name; its page offers no count of them.</summary>
    [Fact]
    public void The_search_page_offers_no_filter_by_person() =>
        Assert.Equal("service severity class kind year status", new InternalRendering(Sample.Whole).Page("/search/").GetElementById("ask")!.GetAttribute("data-facets"));

    private static IEnumerable<Page> Counted(InternalRendering rendering) => rendering.Site.Pages.Where(p => !p.Path.File.StartsWith("search/", StringComparison.Ordinal));

    private static string Nameless(string text) => Person().Replace(text, "@person");

    [GeneratedRegex("@person-(x|[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Person();
}
