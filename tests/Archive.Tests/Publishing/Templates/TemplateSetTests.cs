using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Publishing.Templates;

public sealed class TemplateSetTests
{
    internal static readonly View Full = new()
    {
        Title = "T",
        Empty = "",
        Nothing = null,
        Lines = [new("a", new("inner")), new("b", null), new("c", null)],
        NoLines = [],
        DefaultLines = default,
        Zero = 0,
        Three = 3,
        Yes = true,
        No = false,
    };

    [Theory]
    [InlineData("{{title}} {{Title}} {{three}} {{yes}}", "T T 3 True")]
    [InlineData("{{nothing}}.{{empty}}", ".")]
    [InlineData("{{#if empty}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if nothing}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if noLines}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if defaultLines}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if zero}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if no}}x{{else}}y{{/if}}", "y")]
    [InlineData("{{#if lines}}x{{else}}y{{/if}}", "x")]
    [InlineData("{{#if three}}x{{else}}y{{/if}}", "x")]
    [InlineData("{{#if yes}}x{{else}}y{{/if}}", "x")]
    [InlineData("{{#unless defaultLines}}x{{/unless}}", "x")]
    [InlineData("{{#each lines}}{{@index}}{{name}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}} {{/each}}", "0aF 1b 2cL ")]
    [InlineData("{{#each noLines}}x{{else}}none{{/each}}", "none")]
    [InlineData("{{#each defaultLines}}x{{else}}none{{/each}}", "none")]
    [InlineData("{{#each lines}}{{../title}}{{@root.title}}{{#if inner}}{{inner.word}}{{/if}}{{/each}}", "TTinnerTTTT")]
    [InlineData("{{#with lines.[1]}}{{name}}{{/with}}", "b")]
    [InlineData("{{lines.length}}", "3")]
    [InlineData("a\n{{#if yes}}\n  b\n{{/if}}\n{{!-- {{comment}} --}}\nc", "a\n  b\nc")]
    public void A_template_decides_by_if_and_each_alone(string template, string html) => Assert.Equal(html, Rendered(template));

    [Theory]
    [InlineData("{{> shared/part}}", "[T]")]
    [InlineData("{{#each lines}}{{> shared/line}}{{/each}}", "<a T><b T><c T>")]
    [InlineData("{{#each lines}}{{> shared/part title=name}}{{/each}}", "[a][b][c]")]
    [InlineData("{{#with lines.[0]}}{{> shared/word inner}}{{/with}}", "inner")]
    [InlineData("{{> shared/outer}}{{> shared/outer}}", "([T])([T])")]
    [InlineData("{{#> shared/frame}}{{#each lines}}{{name}}{{/each}}{{/shared/frame}}", "<main>abc</main>")]
    public void A_partial_sees_where_it_stands(string template, string html) => Assert.Equal(html, Rendered(template));

    [Fact]
    public void A_block_goes_on_the_same_when_it_is_compiled()
    {
        var (set, template) = SetOf("{{#each lines}}{{name}}{{#if @last}}.{{else}},{{/if}}{{/each}}{{> shared/part}}");
        var all = Enumerable.Range(0, 300).Select(_ => Render(set, template, Full)).Distinct();
        Assert.Equal("a,b,c.[T]", Assert.Single(all));
    }

    [Fact]
    public void Several_threads_render_at_once()
    {
        var (set, template) = SetOf("{{title}}{{#each lines}}{{name}}{{../title}}{{> shared/line}}{{/each}}{{#> shared/frame}}{{title}}{{/shared/frame}}{{> shared/outer}}");
        var rendered = new string[2000];
        Parallel.For(0, rendered.Length, new() { MaxDegreeOfParallelism = 8 }, i =>
            rendered[i] = Render(set, template, Full with { Title = i.ToString(CultureInfo.InvariantCulture) }));
        Assert.All(rendered.Index(), r => Assert.Equal($"{r.Index}a{r.Index}<a {r.Index}>b{r.Index}<b {r.Index}>c{r.Index}<c {r.Index}><main>{r.Index}</main>([{r.Index}])", r.Item));
    }

    [Fact]
    public void An_asset_is_named_by_its_hashed_address()
    {
        var set = new TemplateSet(new("internal", [File("internal/page.hbs", "{{asset \"style.css\"}}"), File("shared/a.css", "a{}")]), new(new("https://x.org/docs/")));
        Assert.Equal("/docs/" + Assert.Single(set.Assets.Pages).Path.File, Render(set, new("internal/page"), Full));
    }

    internal static string Render(TemplateSet set, Template<View> template, View view)
    {
        using var page = new PageBuffer();
        var html = Encoding.UTF8.GetString(page.Rendered(Page.Of(SitePath.Root, template, () => view), set).Span);
        using var byHandlebars = new StringWriter(CultureInfo.InvariantCulture);
        set.Render(template, view, byHandlebars);
        Assert.Equal(byHandlebars.ToString(), html);
        return html;
    }

    internal static (TemplateSet Set, Template<View> Template) SetOf(string template) => (new TemplateSet(new("internal",
    [
        File("internal/page.hbs", template),
        File("shared/part.hbs", "[{{title}}]"),
        File("shared/line.hbs", "<{{name}} {{@root.title}}>"),
        File("shared/word.hbs", "{{word}}"),
        File("shared/frame.hbs", "<main>{{> @partial-block}}</main>"),
        File("shared/outer.hbs", "({{> shared/part}})"),
        File("shared/wrong.hbs", "\n\n{{misspelt}}\n"),
        File("shared/around.hbs", "\n{{> shared/wrong}}\n"),
    ]), new SiteAddress(new("https://x.org/"))), new("internal/page"));

    internal static ThemeFile File(string name, string text) => new(name, $"built-in theme/{name}", Encoding.UTF8.GetBytes(text));

    private static string Rendered(string template)
    {
        var (set, page) = SetOf(template);
        return Render(set, page, Full);
    }

    internal sealed record View
    {
        public required string Title { get; init; }
        public required string Empty { get; init; }
        public required string? Nothing { get; init; }
        public required ImmutableArray<Line> Lines { get; init; }
        public required ImmutableArray<Line> NoLines { get; init; }
        public required ImmutableArray<Line> DefaultLines { get; init; }
        public required int Zero { get; init; }
        public required int Three { get; init; }
        public required bool Yes { get; init; }
        public required bool No { get; init; }
    }

    internal sealed record Line(string Name, Inner? Inner);

    internal sealed record Inner(string Word);
}
