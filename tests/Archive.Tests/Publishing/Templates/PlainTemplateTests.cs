using System.Reflection;
using Archive.Incidents.Pages;
using Archive.PublicRecord.Pages;
using Archive.Publishing.Templates;
using Xunit;
using static Archive.Tests.Publishing.Templates.TemplateSetTests;

namespace Archive.Tests.Publishing.Templates;

/// <summary>What is written without Handlebars. That its bytes are the same is asserted wherever a test renders a page.</summary>
public sealed class PlainTemplateTests
{
    [Theory]
    [InlineData("{{title}} {{three}} {{nothing}}")]
    [InlineData("")]
    [InlineData("{{{title}}}")]
    [InlineData("{{#if lines}}{{#each lines}}{{#unless @first}}, {{/unless}}{{name}}{{#if inner}}{{inner.word}}{{/if}}{{../title}}{{else}}x{{/each}}{{/if}}")]
    [InlineData("a\n{{#if yes}}\n  b\n  {{else}}  \nc\n{{/if}}\n {{!-- {{comment}} --}} \n{{! x }}d\n{{> shared/part}}\n{{title}}\n")]
    [InlineData("{{#if yes}}\n{{#each lines}}\n{{name}}\n{{/each}}\n{{/if}}\n\n{{#unless no}} x\n{{/unless}} y")]
    [InlineData("{{#each lines}}{{#if inner}}{{> shared/word inner}}{{/if}}{{/each}}{{> shared/outer}}")]
    [InlineData("{{#> shared/frame}}{{#each lines}}{{name}}{{/each}}{{/shared/frame}}")]
    [InlineData("{{#each noLines}}x{{else}}{{#if no}}a{{else}}b{{/if}}{{/each}}{{#each lines}}{{#if inner}}c{{else}}{{name}}{{/if}}{{else}}y{{/each}}{{title}}")]
    [InlineData("{{#each lines}}{{#each ../lines}}{{name}}{{#unless @first}}{{../name}}{{/unless}}{{/each}}{{#if @first}}!{{/if}}{{/each}}")]
    [InlineData("{{#each lines}}{{/each}}{{#if yes}}{{/if}}{{#if no}}{{else}}z{{/if}}")]
    public void A_plain_template_needs_no_Handlebars(string template)
    {
        var (set, page) = SetOf(template);
        Assert.NotNull(set.Plain(page.Name, typeof(View)));
        Render(set, page, Full); // and there the two are compared
    }

    [Theory]
    [InlineData("{{missing}}")]
    [InlineData("{{#if missing}}x{{/if}}")]
    [InlineData("{{#each missing}}x{{/each}}")]
    [InlineData("{{#each lines}}{{title}}{{/each}}")]
    [InlineData("{{> shared/wrong}}")]
    [InlineData("{{#if zero}}x{{/if}}")]
    [InlineData("{{yes}}")]
    [InlineData("{{lines}}")]
    [InlineData("{{title.length}}")]
    [InlineData("{{@first}}")]
    [InlineData("{{#if @first}}x{{/if}}")]
    [InlineData("{{#each lines}}{{@index}}{{/each}}")]
    [InlineData("{{../title}}")]
    [InlineData("{{upper title}}")]
    [InlineData("{{~title}}")]
    [InlineData("{{&title}}")]
    [InlineData("{{asset \"nothing.css\"}}")]
    [InlineData("{{> shared/part title=name}}")]
    [InlineData("{{#with title}}{{/with}}")]
    [InlineData("{{#if no}}a{{else if yes}}b{{/if}}")]
    public void Anything_else_is_left_to_Handlebars(string template)
    {
        var (set, page) = SetOf(template);
        Assert.Null(set.Plain(page.Name, typeof(View)));
    }

    [Fact]
    public void A_name_of_nothing_is_an_error_as_it_is_with_Handlebars()
    {
        var (set, page) = SetOf("{{#each lines}}{{inner.word}}{{/each}}");
        Assert.NotNull(set.Plain(page.Name, typeof(View)));
        Assert.Throws<TemplateException>(() => Render(set, page, Full));
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public void The_built_in_templates_are_plain(string area)
    {
        var assembly = (area == "internal" ? typeof(InternalSite) : typeof(PublicSite)).Assembly;
        var set = new TemplateSet(Theme.Read(assembly, area, null), new(new("https://x.org/")));
        var pages = assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(Template<>))
            .Select(f => (Name: (string)f.FieldType.GetProperty("Name")!.GetValue(f.GetValue(null))!, View: f.FieldType.GenericTypeArguments[0])) // a template has a name
            .ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(p => set.Plain(p.Name, p.View) is null).Select(p => p.Name));
    }
}
