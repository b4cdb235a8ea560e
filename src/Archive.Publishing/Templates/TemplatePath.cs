namespace Archive.Publishing.Templates;

/// <summary>Where a value stands: in a scope, then from member to member.</summary>
/// <param name="Scope">0 for the page's view.</param>
/// <param name="Way">The members before the last one.</param>
/// <param name="Last">Null where the value is what the scope is about.</param>
internal sealed record TemplatePath(int Scope, ViewMember[] Way, ViewMember? Last)
{
    public static TemplatePath Page { get; } = new(0, [], null);

    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public object? ValueIn(TemplateScope[] scopes) => Last is { } last ? last.Get(ViewIn(scopes)) : scopes[Scope].View;

    /// <summary>Whether <c>if</c> takes the value for true: it is there, and neither empty nor false.</summary>
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public bool HoldsIn(TemplateScope[] scopes) => Last is { } last ? last.Holds(ViewIn(scopes)) : scopes[Scope].View is not (null or "" or Array { Length: 0 });

    /// <summary>Writes the value as text.</summary>
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public void WriteText(TemplateScope[] scopes, HtmlWriter to)
    {
        if (Last is { } last) last.WriteText(ViewIn(scopes), to);
        else to.WriteText((string?)scopes[Scope].View);
    }

    /// <summary>The view that has the last member.</summary>
    private object ViewIn(TemplateScope[] scopes) => (Way.Length == 0 ? scopes[Scope].View : BehindWay(scopes[Scope].View)) ?? throw new NothingOnTheWayException();

    private object? BehindWay(object? view)
    {
        foreach (var member in Way) view = member.Get(view ?? throw new NothingOnTheWayException());
        return view;
    }
}

/// <summary>A template asks for something of a view that is null here. Which name that was, and on which line, Handlebars says.</summary>
internal sealed class NothingOnTheWayException : Exception;
