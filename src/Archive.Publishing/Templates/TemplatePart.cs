using Archive.Publishing.Documents;

namespace Archive.Publishing.Templates;

/// <summary>What a part of a template is written about, and what stands around that.</summary>
/// <remarks>Has state because loops and partials of a page enter and leave it: a page has hundreds.</remarks>
internal sealed class TemplateScopes
{
    private (object? View, bool IsFirst)[] _scopes = new (object?, bool)[8];
    private int _inner;

    public TemplateScopes(object view) => _scopes[0].View = view;

    /// <summary>Whether a loop is at its first item.</summary>
    public bool IsFirst => _scopes[_inner].IsFirst;

    /// <param name="outwards">0 for the innermost.</param>
    public object? View(int outwards) => _scopes[_inner - outwards].View;

    public void Enter(object? view)
    {
        if (++_inner == _scopes.Length) Array.Resize(ref _scopes, 2 * _inner);
        _scopes[_inner] = (view, false);
    }

    /// <summary>Goes on to an item of the loop that was entered.</summary>
    public void MoveTo(object item, bool isFirst) => _scopes[_inner] = (item, isFirst);

    public void Leave() => _inner--;
}

/// <summary>A template asks for something of a view that is null here. Which name that was, and on which line, Handlebars says.</summary>
internal sealed class NothingOnTheWayException : Exception;

/// <summary>Where a value stands: some scopes out, then from member to member.</summary>
internal sealed record TemplatePath(int Out, ViewMember[] Members)
{
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public object? Of(TemplateScopes scopes)
    {
        var value = scopes.View(Out);
        foreach (var member in Members) value = member.Get(value ?? throw new NothingOnTheWayException());
        return value;
    }

    /// <summary>Writes the value as text.</summary>
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public void WriteText(TemplateScopes scopes, HtmlWriter to)
    {
        var value = scopes.View(Out);
        for (var i = 0; i < Members.Length; i++)
        {
            if (value is null) throw new NothingOnTheWayException();
            if (i == Members.Length - 1) Members[i].WriteText(value, to);
            else value = Members[i].Get(value);
        }
        if (Members.Length == 0) to.WriteText((string?)value);
    }
}

/// <summary>A part of a template that is ready to be written.</summary>
internal abstract record TemplatePart
{
    public abstract void Write(TemplateScopes scopes, HtmlWriter to);

    public static void WriteAll(TemplatePart[] parts, TemplateScopes scopes, HtmlWriter to)
    {
        foreach (var part in parts) part.Write(scopes, to);
    }

    /// <summary>Text of the template itself.</summary>
    public sealed record Literal(byte[] Utf8) : TemplatePart
    {
        public override void Write(TemplateScopes scopes, HtmlWriter to) => to.Write(Utf8);
    }

    /// <summary><c>{{name}}</c></summary>
    public sealed record Text(TemplatePath Path) : TemplatePart
    {
        public override void Write(TemplateScopes scopes, HtmlWriter to) => Path.WriteText(scopes, to);
    }

    /// <summary><c>{{{name}}}</c></summary>
    public sealed record Html(TemplatePath Path) : TemplatePart
    {
        public override void Write(TemplateScopes scopes, HtmlWriter to)
        {
            var value = Path.Of(scopes);
            if (value is FilledHtml html) html.WriteTo(to);
            else to.Write((string?)value);
        }
    }

    /// <summary><c>{{#if name}}</c>, or <c>{{#unless}}</c> with its halves exchanged. A null path asks for <c>@first</c>.</summary>
    public sealed record If(TemplatePath? Path, TemplatePart[] Then, TemplatePart[] Else) : TemplatePart
    {
        public override void Write(TemplateScopes scopes, HtmlWriter to) => WriteAll(Holds(scopes) ? Then : Else, scopes, to);

        private bool Holds(TemplateScopes scopes) => Path is null ? scopes.IsFirst : Path.Of(scopes) is not (null or "" or Array { Length: 0 });
    }

    /// <summary><c>{{#each name}}</c></summary>
    public sealed record Each(TemplatePath Path, TemplatePart[] Body, TemplatePart[] Else) : TemplatePart
    {
        public override void Write(TemplateScopes scopes, HtmlWriter to)
        {
            if (Path.Of(scopes) is not object[] { Length: > 0 } items)
            {
                WriteAll(Else, scopes, to);
                return;
            }
            scopes.Enter(null);
            for (var i = 0; i < items.Length; i++)
            {
                scopes.MoveTo(items[i], isFirst: i == 0);
                WriteAll(Body, scopes, to);
            }
            scopes.Leave();
        }
    }

    /// <summary><c>{{> partial name}}</c></summary>
    public sealed record Partial(TemplatePath Path, TemplatePart[] Body) : TemplatePart
    {
        public override void Write(TemplateScopes scopes, HtmlWriter to)
        {
            scopes.Enter(Path.Of(scopes));
            WriteAll(Body, scopes, to);
            scopes.Leave();
        }
    }
}
