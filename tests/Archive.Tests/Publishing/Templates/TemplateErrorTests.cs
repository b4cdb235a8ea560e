using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;
using static Archive.Tests.Publishing.Templates.TemplateSetTests;

namespace Archive.Tests.Publishing.Templates;

public sealed class TemplateErrorTests
{
    private static readonly View Full = new()
    {
        Title = "T",
        Empty = "",
        Nothing = null,
        Lines = [new("a", null)],
        NoLines = [],
        DefaultLines = [],
        Zero = 0,
        Three = 3,
        Yes = true,
        No = false,
    };

    [Theory]
    [InlineData("a\nb {{missing}}", 2, "The view has no 'missing'.")]
    [InlineData("\n\n{{#if missing}}x{{/if}}", 3, "The view has no 'missing'.")]
    [InlineData("\n{{#each missing}}x{{/each}}", 2, "The view has no 'missing'.")]
    [InlineData("{{#each lines}}\n{{title}}{{/each}}", 2, "The view has no 'title'.")]
    [InlineData("\n{{#each lines}}{{nom.text}}{{/each}}", 2, "The view has no 'nom.text'.")]
    [InlineData("\n{{upper title}}", 2, "The view has no 'upper'.")]
    [InlineData("{{!-- missing --}}\n<b class=missing>\n{{{missing}}}", 3, "The view has no 'missing'.")]
    [InlineData("\n{{asset \"nothing.css\"}}", 2, "The theme has no asset 'nothing.css'.")]
    public void A_name_that_is_not_there_is_found_with_its_line(string template, int line, string sentence) =>
        Located("built-in theme/internal/page.hbs", line, sentence, template);

    [Theory]
    [InlineData("{{> shared/wrong}}")]
    [InlineData("{{#each lines}}{{> shared/around}}{{/each}}")]
    public void A_name_that_a_partial_misses_is_found_in_the_partial(string template) =>
        Located("built-in theme/shared/wrong.hbs", 3, "The view has no 'misspelt'.", template);

    [Fact]
    public void A_name_on_several_lines_is_found_on_all() =>
        Located("built-in theme/internal/page.hbs", 1, "The view has no 'nope'. It is named on the lines 1, 3.", "{{#if nope}}\n\n{{nope}}{{/if}}");

    [Theory]
    [InlineData("a\n{{#if yes}}\nx", 2, "The block '{{#if}}' is not closed.")]
    [InlineData("a\n\n{{/if}}", 3, "'{{/if}}' closes no block.")]
    [InlineData("{{#if yes}}\n{{/each}}", 2, "'{{/each}}' closes the block '{{#if}}' of line 1.")]
    [InlineData("a\n{{title", 2, "Braces are opened and not closed.")]
    [InlineData("a\n{{", 2, "Braces are opened and not closed.")]
    [InlineData("{{title}}\n{{ }}", 2, "There is nothing between the braces.")]
    [InlineData("\n{{> shared/nowhere}}", 2, "The theme has no template 'shared/nowhere'.")]
    [InlineData("{{#if no}}\n{{> nowhere title=three}}{{/if}}", 2, "The theme has no template 'nowhere'.")]
    [InlineData("\n{{#> nowhere}}x{{/nowhere}}", 2, "The theme has no template 'nowhere'.")]
    public void A_template_that_does_not_parse_is_found_with_its_line(string template, int line, string sentence)
    {
        var error = Assert.Throws<TemplateException>(() => SetOf(template));
        Assert.Equal(("built-in theme/internal/page.hbs", line, sentence), (error.File, error.Line, error.Sentence));
        Assert.Equal($"built-in theme/internal/page.hbs:{line}: {sentence}", error.Message);
    }

    [Theory]
    [InlineData("a\n{{title %}}")]
    [InlineData("a\n{{#if (title}}{{/if}}")]
    public void What_only_the_parser_sees_names_the_file(string template)
    {
        var (set, page) = SetOf(template);
        var error = Assert.Throws<TemplateException>(() => Render(set, page, Full));
        Assert.Equal("built-in theme/internal/page.hbs", error.File);
        Assert.StartsWith("The template does not parse.", error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        var (set, _) = SetOf("");
        Assert.Equal("internal/lost.hbs: The theme has no such template.", Assert.Throws<TemplateException>(() => Render(set, new("internal/lost"), Full)).Message);
    }

    [Fact]
    public void An_error_names_the_file_that_overrides()
    {
        var folder = Directory.CreateTempSubdirectory("theme-").FullName;
        try
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "internal")).FullName, "page.hbs");
            System.IO.File.WriteAllText(file, "\r\n{{missing}}");
            var set = new TemplateSet(Theme.Read(typeof(TemplateErrorTests).Assembly, "internal", folder), new SiteAddress(new("https://x.org/")));
            var error = Assert.Throws<TemplateException>(() => Render(set, new("internal/page"), Full));
            Assert.Equal((file, 2), (error.File, error.Line));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_fault_of_the_view_is_no_fault_of_the_template()
    {
        var (set, page) = SetOf("{{broken}}");
        using var buffer = new PageBuffer();
        Assert.Equal("the view's own", Assert.Throws<InvalidDataException>(() => buffer.Rendered(Page.Of(SitePath.Root, new Template<Faulty>(page.Name), () => new Faulty()), set)).Message);
    }

    internal sealed record Faulty
    {
#pragma warning disable CA1822 // a template reads properties of a view
        public string Broken => throw new InvalidDataException("the view's own");
#pragma warning restore CA1822
    }

    private static void Located(string file, int line, string sentence, string template)
    {
        var (set, page) = SetOf(template);
        var error = Assert.Throws<TemplateException>(() => Render(set, page, Full));
        Assert.Equal((file, line, sentence), (error.File, error.Line, error.Sentence));
    }
}
