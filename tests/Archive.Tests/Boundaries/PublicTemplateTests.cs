using System.Reflection;
using AngleSharp.Html.Parser;
using Archive.PublicRecord.Pages;
using Archive.Publishing.Templates;
using Archive.Tests.PublicRecord;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>Every public template with the fullest and the emptiest view that its type allows.</summary>
public class PublicTemplateTests
{
    private static readonly TemplateSet Templates = new(RenderedSite.Theme, PublicExamples.Address);

    public static TheoryData<string, Type> Views
    {
        get
        {
            var views = new TheoryData<string, Type>();
            foreach (var (template, view) in ReachableTypes.ViewsOf(typeof(PublicSite).Assembly)) views.Add(template, view);
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_template_shows_the_fullest_view(string template, Type view) => AssertSound(Render(template, ViewExamples.Fullest(view)));

    [Theory]
    [MemberData(nameof(Views))]
    public void A_template_shows_the_emptiest_view(string template, Type view) => AssertSound(Render(template, ViewExamples.Emptiest(view)));

    [Fact]
    public void A_template_that_names_what_the_view_lacks_is_an_error()
    {
        var theme = new Theme("public", [new("public/broken.hbs", "here", "{{frame.secret}}"u8.ToArray())]);
        using var text = new StringWriter();
        Assert.ThrowsAny<Exception>(() => new TemplateSet(theme, PublicExamples.Address)
            .Render(new Template<NotFoundView>("public/broken"), (NotFoundView)ViewExamples.Fullest(typeof(NotFoundView)), text));
    }

    private static void AssertSound(string html)
    {
        var page = new HtmlParser(new() { IsStrictMode = false }).ParseDocument(html);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
    }

    private static string Render(string template, object view)
    {
        using var text = new StringWriter();
        typeof(PublicTemplateTests).GetMethod(nameof(RenderAs), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(view.GetType()).Invoke(null, [template, view, text]);
        return text.ToString();
    }

    private static void RenderAs<TView>(string template, TView view, TextWriter text) where TView : class =>
        Templates.Render(new Template<TView>(template), view, text);
}
