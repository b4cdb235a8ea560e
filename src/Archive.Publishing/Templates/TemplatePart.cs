using Archive.Publishing.Documents;

namespace Archive.Publishing.Templates;

/// <summary>What a part of a template is written about.</summary>
/// <remarks>Has state because a loop uses one for all its items.</remarks>
internal sealed class TemplateScope(object? view, TemplateScope? outer)
{
    public object? View { get; set; } = view;

    public TemplateScope? Outer { get; } = outer;

    /// <summary>Whether a loop is at its first item.</summary>
    public bool IsFirst { get; set; }
}

/// <summary>A template asks for something of a view that is null here. Which name that was, and on which line, Handlebars says.</summary>
internal sealed class NothingOnTheWayException : Exception;

/// <summary>Where a value stands: some scopes out, then from member to member.</summary>
internal sealed record TemplatePath(int Out, ViewMember[] Members)
{
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public object? Of(TemplateScope scope)
    {
        var value = View(scope);
        foreach (var member in Members) value = member.Get(value ?? throw new NothingOnTheWayException());
        return value;
    }

    /// <summary>Writes the value as text.</summary>
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public void WriteText(TemplateScope scope, HtmlWriter to)
    {
        var value = View(scope);
        for (var i = 0; i < Members.Length; i++)
        {
            if (value is null) throw new NothingOnTheWayException();
            if (i == Members.Length - 1) Members[i].WriteText(value, to);
            else value = Members[i].Get(value);
        }
        if (Members.Length == 0) to.WriteText((string?)value);
    }

    private object? View(TemplateScope scope)
    {
        for (var i = 0; i < Out; i++) scope = scope.Outer ?? throw new InvalidOperationException("There is nothing further out.");
        return scope.View;
    }
}

/// <summary>A part of a template that is ready to be written.</summary>
internal abstract record TemplatePart
{
    public abstract void Write(TemplateScope scope, HtmlWriter to);

    public static void WriteAll(TemplatePart[] parts, TemplateScope scope, HtmlWriter to)
    {
        foreach (var part in parts) part.Write(scope, to);
    }

    /// <summary>Text of the template itself.</summary>
    public sealed record Literal(byte[] Utf8) : TemplatePart
    {
        public override void Write(TemplateScope scope, HtmlWriter to) => to.Write(Utf8);
    }

    /// <summary><c>{{name}}</c></summary>
    public sealed record Text(TemplatePath Path) : TemplatePart
    {
        public override void Write(TemplateScope scope, HtmlWriter to) => Path.WriteText(scope, to);
    }

    /// <summary><c>{{{name}}}</c></summary>
    public sealed record Html(TemplatePath Path) : TemplatePart
    {
        public override void Write(TemplateScope scope, HtmlWriter to)
        {
            var value = Path.Of(scope);
            if (value is FilledHtml html) html.WriteTo(to);
            else to.Write((string?)value);
        }
    }

    /// <summary><c>{{#if name}}</c>, or <c>{{#unless}}</c> with its halves exchanged. A null path asks for <c>@first</c>.</summary>
    public sealed record If(TemplatePath? Path, TemplatePart[] Then, TemplatePart[] Else) : TemplatePart
    {
        public override void Write(TemplateScope scope, HtmlWriter to) => WriteAll(Holds(scope) ? Then : Else, scope, to);

        private bool Holds(TemplateScope scope) => Path is null ? scope.IsFirst : Path.Of(scope) is not (null or "" or Array { Length: 0 });
    }

    /// <summary><c>{{#each name}}</c></summary>
    public sealed record Each(TemplatePath Path, TemplatePart[] Body, TemplatePart[] Else) : TemplatePart
    {
        public override void Write(TemplateScope scope, HtmlWriter to)
        {
            if (Path.Of(scope) is not object[] { Length: > 0 } items)
            {
                WriteAll(Else, scope, to);
                return;
            }
            var inner = new TemplateScope(null, scope) { IsFirst = true };
            foreach (var item in items)
            {
                inner.View = item;
                WriteAll(Body, inner, to);
                inner.IsFirst = false;
            }
        }
    }

    /// <summary><c>{{> partial name}}</c></summary>
    public sealed record Partial(TemplatePath Path, TemplatePart[] Body) : TemplatePart
    {
        public override void Write(TemplateScope scope, HtmlWriter to) => WriteAll(Body, new(Path.Of(scope), scope), to);
    }
}
