using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Archive.Publishing.Sites;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Archive.Publishing.Templates;

/// <summary>The templates of a theme, ready to render. Strict: a name that the view does not have is an error.</summary>
/// <remarks>Has state because a template is compiled when it is first asked for. Several threads may render at once.</remarks>
public sealed partial class TemplateSet : IPartialTemplateResolver
{
    private readonly Lazy<IHandlebars> _handlebars;
    private readonly Dictionary<string, TemplateSource> _sources;
    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<TextWriter, object, object>>> _compiled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, Type View), TemplateProgram?> _plain = new();
    private readonly Lock _compiling = new();
    private readonly SiteAddress _address;

    /// <param name="address">Where the site will stand; links to assets start there.</param>
    /// <exception cref="TemplateException">A block or a brace is not closed, or a partial is not there.</exception>
    public TemplateSet(Theme theme, SiteAddress address)
    {
        _sources = theme.Files.Where(f => f.Name.EndsWith(".hbs", StringComparison.Ordinal)).ToDictionary(f => f.Name[..^4], f => new TemplateSource(f), StringComparer.Ordinal);
        foreach (var source in _sources.Values) source.Check(_sources.ContainsKey);
        Assets = ThemeAssets.Of(theme);
        _address = address;
        _handlebars = new(() =>
        {
            var handlebars = Handlebars.Create(Configuration());
            handlebars.RegisterHelper("asset", (writer, _, arguments) => writer.WriteSafeString(address.Href(Assets.PathOf(arguments.At<string>(0) ?? ""))));
            return handlebars;
        });
    }

    /// <summary>The stylesheet, icons and scripts of the theme under their hashed names. <c>{{asset "style.css"}}</c> writes an address.</summary>
    public ThemeAssets Assets { get; }

    /// <summary>Whether plain templates are written without Handlebars; their bytes are the same.</summary>
    internal bool WritesPlain { get; init; } = true;

    /// <exception cref="TemplateException">The template is not there, does not parse, or asks for what its view does not have.</exception>
    public void Render<TView>(Template<TView> template, TView view, PageBuffer to) where TView : class
    {
        if (WritesPlain && Plain(template.Name, typeof(TView)) is { } program && TryWrite(program, view, to)) return;
        Render(template, view, to.Text);
    }

    /// <summary>A plain template; null where it is not plain, or not there.</summary>
    internal TemplateProgram? Plain(string template, Type view) => _plain.GetOrAdd((template, view), key => _sources.GetValueOrDefault(key.Name) is { } source
        ? PlainTemplate.Of(source, key.View, _sources.GetValueOrDefault, asset => Assets.PathByName.TryGetValue(asset, out var path) ? _address.Href(path) : null)
        : null);

    private static bool TryWrite(TemplateProgram program, object view, PageBuffer to)
    {
        try
        {
            program.Write(view, to.Html);
            return true;
        }
        catch (NothingOnTheWayException)
        {
            to.Clear(); // Handlebars does it again, and says what is wrong and where
            return false;
        }
    }

    /// <exception cref="TemplateException">The template is not there, does not parse, or asks for what its view does not have.</exception>
    public void Render<TView>(Template<TView> template, TView view, TextWriter to) where TView : class
    {
        try
        {
            _compiled.GetOrAdd(template.Name, name => new(() => Compile(name))).Value(to, view);
        }
        catch (Exception e) when (e is not TemplateException)
        {
            throw Located(template.Name, e);
        }
    }

    /// <summary>Handlebars asks here for a partial that it meets the first time.</summary>
    bool IPartialTemplateResolver.TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath)
    {
        if (partialName is null || !_sources.ContainsKey(partialName)) return false;
        var partial = _compiled.GetOrAdd(partialName, name => new(() => Compile(name))).Value;
        env.RegisterTemplate(partialName, partial);
        return true;
    }

    private HandlebarsConfiguration Configuration()
    {
        var configuration = new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            TextEncoder = new HtmlTextEncoder(),
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
            PartialTemplateResolver = this,
        };
        configuration.ObjectDescriptorProviders.Add(new ViewDescriptors());
        configuration.CompileTimeConfiguration.Features.Add(new TemplateCompilation());
        return configuration;
    }

    private HandlebarsTemplate<TextWriter, object, object> Compile(string name)
    {
        if (!_sources.TryGetValue(name, out var source)) throw new TemplateException($"{name}.hbs", 0, "The theme has no such template.");
        try
        {
            using var reader = new StringReader(source.Text);
            lock (_compiling) return _handlebars.Value.Compile(reader);
        }
        catch (HandlebarsException e)
        {
            throw source.At(LineOf(e), "The template does not parse. " + e.GetBaseException().Message.ReplaceLineEndings(" ").Trim(), e);
        }
    }

    /// <summary>The error where it happened: in the innermost of the partials that were being rendered.</summary>
    private TemplateException Located(string name, Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            if (e is TemplateException located) return located;
            if (e is HandlebarsRuntimeException && RenderedPartial().Match(e.Message) is { Success: true } partial) name = partial.Groups["name"].Value;
        }
        var cause = error.GetBaseException();
        if (!_sources.TryGetValue(name, out var source)) return new($"{name}.hbs", 0, cause.Message, error);
        return cause switch
        {
            HandlebarsUndefinedBindingException missing => source.AtName(missing.Path, $"The view has no '{missing.Path}'.", error),
            UnknownAssetException asset => source.AtName(asset.Name, asset.Message, error),
            _ => source.At(0, cause.Message, error),
        };
    }

    private static int LineOf(HandlebarsException error) =>
        error.GetBaseException() is var cause && ParserPosition().Match(cause.Message) is { Success: true } position ? int.Parse(position.Groups["line"].ValueSpan) + 1 : 0;

    [GeneratedRegex("rendering partial '(?<name>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex RenderedPartial();

    [GeneratedRegex("at: (?<line>[0-9]+):", RegexOptions.CultureInvariant)]
    private static partial Regex ParserPosition();
}
