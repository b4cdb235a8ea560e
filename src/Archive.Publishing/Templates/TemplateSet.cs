using System.Collections.Concurrent;
using Archive.Publishing.Sites;
using HandlebarsDotNet;

namespace Archive.Publishing.Templates;

/// <summary>The templates of a theme, ready to render. Strict: a name that the view does not have is an error.</summary>
public sealed class TemplateSet
{
    private readonly IHandlebars _handlebars;
    private readonly Dictionary<string, ThemeFile> _sources;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<TextWriter, object, object>> _compiled = new(StringComparer.Ordinal);

    /// <param name="address">Where the site will stand; links to assets start there.</param>
    public TemplateSet(Theme theme, SiteAddress address)
    {
        _handlebars = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = false });
        _sources = theme.Files.Where(f => f.Name.EndsWith(".hbs", StringComparison.Ordinal)).ToDictionary(f => f.Name[..^4], StringComparer.Ordinal);
        Assets = ThemeAssets.Of(theme);
        foreach (var (name, file) in _sources) _handlebars.RegisterTemplate(name, file.Text);
        _handlebars.RegisterHelper("asset", (writer, _, arguments) => writer.WriteSafeString(address.Href(Assets.PathOf(arguments.At<string>(0) ?? ""))));
    }

    /// <summary>The stylesheet, icons and scripts of the theme under their hashed names. <c>{{asset "style.css"}}</c> writes an address.</summary>
    public ThemeAssets Assets { get; }

    public void Render<TView>(Template<TView> template, TView view, TextWriter to) where TView : class =>
        _compiled.GetOrAdd(template.Name, Compile)(to, view);

    private HandlebarsTemplate<TextWriter, object, object> Compile(string name)
    {
        if (!_sources.TryGetValue(name, out var file)) throw new InvalidOperationException($"The theme has no template '{name}'.");
        using var reader = new StringReader(file.Text);
        return _handlebars.Compile(reader);
    }
}
