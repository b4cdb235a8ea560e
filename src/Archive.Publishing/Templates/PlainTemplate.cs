using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Publishing.Templates;

/// <summary>
/// Makes steps of the templates that are as plain as those of the built-in theme: names, <c>if</c>, <c>unless</c>, <c>each</c>, partials and
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
    private readonly TemplateStep[]? _block;
    private readonly Stack<Type> _scopes = new();
    private readonly int _outermost;
    private int _tag;
    private int _at;

    private PlainTemplate(TemplateSource source, (Type View, int Scope) about, TemplateStep[]? block, Func<string, TemplateSource?> sources, Func<string, string?> assetHref, int depth)
    {
        (_sources, _assetHref, _text, _block, _depth) = (sources, assetHref, source.Text, block, depth);
        _tags = [.. Tag().Matches(source.Text).OfType<Match>()];
        _scopes.Push(about.View);
        _outermost = about.Scope;
    }

    /// <param name="view">The type of what the template shows.</param>
    /// <param name="sources">The template of a name, or null.</param>
    /// <param name="assetHref">The address of an asset, or null.</param>
    public static TemplateProgram? Of(TemplateSource source, Type view, Func<string, TemplateSource?> sources, Func<string, string?> assetHref) =>
        new PlainTemplate(source, (view, 0), block: null, sources, assetHref, depth: 0).Whole() is { } steps ? new(steps, 1 + steps.Select(s => s.Scope).DefaultIfEmpty().Max()) : null;

    /// <summary>The scope that is innermost here.</summary>
    private int Innermost => _outermost + _scopes.Count - 1;

    private TemplateStep[]? Whole() => _depth <= DeepestPartial && Steps(out var end) is { } steps && end.Length == 0 ? steps : null;

    private TemplateStep[]? Whole(TemplateSource source, (Type View, int Scope) about, TemplateStep[]? block) => new PlainTemplate(source, about, block, _sources, _assetHref, _depth + 1).Whole();

    /// <summary>The steps up to the tag that ends them.</summary>
    /// <param name="end">That tag: <c>else</c>, <c>/each</c>; empty at the end of the text.</param>
    private TemplateStep[]? Steps(out string end)
    {
        var steps = new List<TemplateStep>();
        var text = ""; // before the next step
        for (end = ""; _tag < _tags.Count;)
        {
            var tag = _tags[_tag++];
            text += TextUpTo(tag);
            end = tag.Groups["inside"].Value.Trim();
            if (end == "else" || end.StartsWith('/')) return Ended(steps, text);
            if (!tag.Groups["comment"].Success)
            {
                if (Step(end, isHtml: tag.Value.StartsWith("{{{", StringComparison.Ordinal)) is not { } next) return null;
                if (next is [{ Before: var before } first, .. var others])
                {
                    steps.Add(first with { Before = [.. Encoding.UTF8.GetBytes(text), .. before] });
                    steps.AddRange(others);
                    text = "";
                }
            }
            end = "";
        }
        return Ended(steps, text + _text[_at..]);
    }

    private static TemplateStep[] Ended(List<TemplateStep> steps, string text) => text.Length == 0 ? [.. steps] : [.. steps, new(StepKind.None, Encoding.UTF8.GetBytes(text))];

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

    private TemplateStep[]? Step(string tag, bool isHtml)
    {
        var words = tag.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["#if" or "#unless", var name] => If(name, words[0]),
            ["#each", var name] => Each(name),
            ["#>", var name] => Layout(name),
            [">", "@partial-block"] => _block is not null && _scopes.Count == 1 ? _block : null,
            [">", var name] => Partial(name, "this"),
            [">", var name, var view] => Partial(name, view),
            ["asset", ['"', .., '"'] name] => _assetHref(name.Trim('"')) is { } href ? [new(StepKind.None, Encoding.UTF8.GetBytes(href))] : null,
            [var name] when Path(name, out var value, out var isList) is { } path && !isList => isHtml
                ? value == typeof(string) || value == typeof(Documents.FilledHtml) ? [new(StepKind.Html, []) { Path = path }] : null
                : ViewMember.IsText(value) ? [new(StepKind.Text, []) { Path = path }] : null,
            _ => null,
        };
    }

    private TemplateStep[]? If(string name, string word)
    {
        var path = Path(name, out var value, out var isList);
        if (path is null ? name != "@first" || _scopes.Count == 1 : value.IsValueType && value != typeof(bool) && !isList) return null;
        if (Halves($"/{word[1..]}") is not var (then, otherwise)) return null;
        if (word == "#unless") (then, otherwise) = (otherwise, then);
        var steps = WithElse(then, otherwise);
        var test = path is null ? new TemplateStep(StepKind.IfFirst, []) { Scope = Innermost } : new(StepKind.If, []) { Path = path };
        return [test with { Jump = steps.Length - otherwise.Length }, .. steps];
    }

    private TemplateStep[]? Each(string name)
    {
        if (Path(name, out var item, out var isList) is not { } path || !isList) return null;
        _scopes.Push(item);
        var scope = Innermost;
        var body = Steps(out var end);
        _scopes.Pop();
        TemplateStep[]? none = [];
        if (end == "else") none = Steps(out end);
        if (body is null || none is null || end != "/each") return null;
        var steps = WithElse([.. body, new(StepKind.Next, []) { Scope = scope, Jump = -(body.Length + 1) }], none);
        return [new(StepKind.Each, []) { Path = path, Scope = scope, Jump = steps.Length - none.Length }, .. steps];
    }

    /// <summary>What stands between a block's tags, on both sides of its <c>else</c>.</summary>
    private (TemplateStep[] Then, TemplateStep[] Else)? Halves(string close)
    {
        var then = Steps(out var end);
        TemplateStep[]? otherwise = [];
        if (end == "else") otherwise = Steps(out end);
        return then is null || otherwise is null || end != close ? null : (then, otherwise);
    }

    /// <summary>The two halves one behind the other, with a jump from the end of the first.</summary>
    private static TemplateStep[] WithElse(TemplateStep[] then, TemplateStep[] otherwise) =>
        otherwise.Length == 0 ? then : [.. then, new(StepKind.Goto, []) { Jump = otherwise.Length }, .. otherwise];

    /// <summary>A partial about what the template is about needs no scope of its own.</summary>
    private TemplateStep[]? Partial(string name, string view)
    {
        if (_sources(name) is not { } source || Path(view, out var type, out var isList) is not { } path) return null;
        var scope = path.Last is null && path.Scope == Innermost ? path.Scope : Innermost + 1;
        if (Whole(source, (isList ? type.MakeArrayType() : type, scope), block: null) is not { } body) return null;
        return scope == path.Scope ? body : [new(StepKind.Enter, []) { Path = path, Scope = scope }, .. body];
    }

    private TemplateStep[]? Layout(string name)
    {
        if (Steps(out var end) is not { } block || end != $"/{name}" || _sources(name) is not { } source || _scopes.Count > 1) return null;
        return Whole(source, (_scopes.Peek(), _outermost), block);
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
        if (name == "this") return new(Innermost - outwards, [], null);
        var members = new List<ViewMember>();
        foreach (var word in name.Split('.'))
        {
            if (isList || ViewMember.Find(value, word) is not { } member) return null;
            members.Add(member);
            (value, isList) = (member.Type, member.IsList);
        }
        return new(Innermost - outwards, [.. members[..^1]], members[^1]);
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<comment>\{\{!--.*?--\}\}|\{\{![^}]*\}\})|\{\{\{(?<inside>[^{}]*)\}\}\}|\{\{(?<inside>[^{}]*)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
