using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Publishing.Templates;

/// <summary>
/// Makes parts of the templates that are as plain as those of the built-in theme: names, <c>if</c>, <c>unless</c>, <c>each</c>, partials and
/// <c>asset</c>. They write what Handlebars writes, at a fifth of the cost and without compiling anything.
/// </summary>
/// <remarks>
/// Every name is looked up in the type of its view. Whatever else a template asks for, a name that is not there included, gives null: then
/// the whole page is left to Handlebars, and the error to it. Has state because it walks through a template.
/// </remarks>
internal sealed partial class PlainTemplate
{
    /// <summary>Partials in partials; one that includes itself is left to Handlebars.</summary>
    private const int DeepestPartial = 8;

    private readonly Func<string, TemplateSource?> _sources;
    private readonly Func<string, string?> _assetHref;
    private readonly string _text;
    private readonly int _depth;
    private readonly List<Match> _tags;
    private readonly TemplatePart[]? _block;
    private readonly Stack<Type> _scopes = new();
    private int _tag;
    private int _at;

    private PlainTemplate(TemplateSource source, Type view, TemplatePart[]? block, Func<string, TemplateSource?> sources, Func<string, string?> assetHref, int depth)
    {
        (_sources, _assetHref, _text, _block, _depth) = (sources, assetHref, source.Text, block, depth);
        _tags = [.. Tag().Matches(source.Text).OfType<Match>()];
        _scopes.Push(view);
    }

    /// <param name="view">The type of what the template shows.</param>
    /// <param name="sources">The template of a name, or null.</param>
    /// <param name="assetHref">The address of an asset, or null.</param>
    public static TemplatePart[]? Of(TemplateSource source, Type view, Func<string, TemplateSource?> sources, Func<string, string?> assetHref) =>
        new PlainTemplate(source, view, block: null, sources, assetHref, depth: 0).Whole();

    private TemplatePart[]? Whole() => _depth <= DeepestPartial && Parts(out var end) is { } parts && end.Length == 0 ? parts : null;

    private TemplatePart[]? Whole(TemplateSource source, Type view, TemplatePart[]? block) => new PlainTemplate(source, view, block, _sources, _assetHref, _depth + 1).Whole();

    /// <summary>The parts up to the tag that ends them.</summary>
    /// <param name="end">That tag: <c>else</c>, <c>/each</c>; empty at the end of the text.</param>
    private TemplatePart[]? Parts(out string end)
    {
        var parts = new List<TemplatePart>();
        for (end = ""; _tag < _tags.Count;)
        {
            var tag = _tags[_tag++];
            if (TextUpTo(tag) is { Length: > 0 } text) parts.Add(new TemplatePart.Literal(Encoding.UTF8.GetBytes(text)));
            end = tag.Groups["inside"].Value.Trim();
            if (end == "else" || end.StartsWith('/')) return [.. parts];
            if (!tag.Groups["comment"].Success)
            {
                if (Part(end, isHtml: tag.Value.StartsWith("{{{", StringComparison.Ordinal)) is not { } part) return null;
                parts.AddRange(part);
            }
            end = "";
        }
        if (_at < _text.Length) parts.Add(new TemplatePart.Literal(Encoding.UTF8.GetBytes(_text[_at..])));
        return [.. parts];
    }

    /// <summary>The text before a tag. A block's tag, or a partial's, that has a line to itself takes the line with it.</summary>
    private string TextUpTo(Match tag)
    {
        var (start, from, to) = (_at, tag.Index, tag.Index + tag.Length);
        _at = to;
        if (tag.Groups["inside"].Value.TrimStart() is not (['#' or '/' or '>', ..] or "else") && !tag.Groups["comment"].Success) return _text[start..from];
        while (from > 0 && _text[from - 1] is ' ' or '\t') from--;
        while (to < _text.Length && _text[to] is ' ' or '\t') to++;
        if ((from > 0 && _text[from - 1] != '\n') || (to < _text.Length && _text[to] != '\n')) return _text[start..tag.Index];
        _at = Math.Min(_text.Length, to + 1);
        return from > start ? _text[start..from] : "";
    }

    private TemplatePart[]? Part(string tag, bool isHtml)
    {
        var words = tag.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["#if" or "#unless", var name] => If(name, words[0]),
            ["#each", var name] => Each(name),
            ["#>", var name] => Layout(name),
            [">", "@partial-block"] => _block,
            [">", var name] => Partial(name, "this"),
            [">", var name, var view] => Partial(name, view),
            ["asset", ['"', .., '"'] name] => _assetHref(name.Trim('"')) is { } href ? [new TemplatePart.Literal(Encoding.UTF8.GetBytes(href))] : null,
            [var name] when Path(name, out var value, out var isList) is { } path && !isList => isHtml
                ? value == typeof(string) || value == typeof(Documents.FilledHtml) ? [new TemplatePart.Html(path)] : null
                : ViewMember.IsText(value) ? [new TemplatePart.Text(path)] : null,
            _ => null,
        };
    }

    private TemplatePart[]? If(string name, string word)
    {
        var path = Path(name, out var value, out var isList);
        if (path is null ? name != "@first" || _scopes.Count == 1 : value.IsValueType && value != typeof(bool) && !isList) return null;
        if (Halves($"/{word[1..]}") is not var (then, otherwise)) return null;
        return [word == "#if" ? new TemplatePart.If(path, then, otherwise) : new TemplatePart.If(path, otherwise, then)];
    }

    private TemplatePart[]? Each(string name)
    {
        if (Path(name, out var item, out var isList) is not { } path || !isList) return null;
        _scopes.Push(item);
        var body = Parts(out var end);
        _scopes.Pop();
        TemplatePart[]? none = [];
        if (end == "else") none = Parts(out end);
        return body is null || none is null || end != "/each" ? null : [new TemplatePart.Each(path, body, none)];
    }

    /// <summary>What stands between a block's tags, on both sides of its <c>else</c>.</summary>
    private (TemplatePart[] Then, TemplatePart[] Else)? Halves(string close)
    {
        var then = Parts(out var end);
        TemplatePart[]? otherwise = [];
        if (end == "else") otherwise = Parts(out end);
        return then is null || otherwise is null || end != close ? null : (then, otherwise);
    }

    private TemplatePart[]? Partial(string name, string view)
    {
        if (_sources(name) is not { } source || Path(view, out var type, out var isList) is not { } path) return null;
        return Whole(source, isList ? type.MakeArrayType() : type, block: null) is { } body ? [new TemplatePart.Partial(path, body)] : null;
    }

    private TemplatePart[]? Layout(string name)
    {
        if (Parts(out var end) is not { } block || end != $"/{name}" || _sources(name) is not { } source || _scopes.Count > 1) return null;
        return Whole(source, _scopes.Peek(), block);
    }

    /// <summary>Null where the view has no such member, or the way there leads out of the template.</summary>
    private TemplatePath? Path(string name, out Type value, out bool isList)
    {
        var outwards = 0;
        for (; name.StartsWith("../", StringComparison.Ordinal); name = name[3..]) outwards++;
        (value, isList) = (typeof(void), false);
        if (outwards >= _scopes.Count || !Name().IsMatch(name)) return null;
        value = _scopes.ElementAt(outwards);
        if (value.IsArray) (value, isList) = (value.GetElementType()!, true); // a partial about a list
        if (name == "this") return new(outwards, []);
        var members = new List<ViewMember>();
        foreach (var word in name.Split('.'))
        {
            if (isList || ViewMember.Find(value, word) is not { } member) return null;
            members.Add(member);
            (value, isList) = (member.Type, member.IsList);
        }
        return new(outwards, [.. members]);
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<comment>\{\{!--.*?--\}\}|\{\{![^}]*\}\})|\{\{\{(?<inside>[^{}]*)\}\}\}|\{\{(?<inside>[^{}]*)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
