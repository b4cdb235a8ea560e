namespace Archive.Publishing.Templates;

/// <summary>Where a value stands: in a scope, then from member to member.</summary>
/// <param name="scope">0 for the page's view.</param>
/// <param name="way">The members before the last one.</param>
/// <param name="last">Null where the value is what the scope is about.</param>
/// <remarks>Each member's reader is looked up once, here, and not at each of its uses: code that is compiled ahead goes over a stub to find an override.</remarks>
internal sealed class TemplatePath(int scope, ViewMember[] way, ViewMember? last)
{
    private readonly Func<object, object?>[] _way = [.. way.Select(member => (Func<object, object?>)member.Get)];
    private readonly Func<object, object?>? _get = last is null ? null : last.Get;
    private readonly Func<object, bool>? _holds = last is null ? null : last.Holds;
    private readonly Action<object, HtmlWriter>? _write = last is null ? null : last.WriteText;

    public static TemplatePath Page { get; } = new(0, [], null);

    public int Scope => scope;

    /// <summary>Whether the value is what the scope is about.</summary>
    public bool IsScope => _get is null;

    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public object? ValueIn(TemplateScope[] scopes) => _get is { } get ? get(ViewIn(scopes)) : scopes[scope].View;

    /// <summary>Whether <c>if</c> takes the value for true: it is there, and neither empty nor false.</summary>
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public bool HoldsIn(TemplateScope[] scopes) => _holds is { } holds ? holds(ViewIn(scopes)) : scopes[scope].View is not (null or "" or Array { Length: 0 });

    /// <summary>Writes the value as text.</summary>
    /// <exception cref="NothingOnTheWayException">A view on the way to the value is null.</exception>
    public void WriteText(TemplateScope[] scopes, HtmlWriter to)
    {
        if (_write is { } write) write(ViewIn(scopes), to);
        else to.WriteText((string?)scopes[scope].View);
    }

    /// <summary>The view that has the last member.</summary>
    private object ViewIn(TemplateScope[] scopes) => (_way.Length == 0 ? scopes[scope].View : BehindWay(scopes[scope].View)) ?? throw new NothingOnTheWayException();

    private object? BehindWay(object? view)
    {
        foreach (var get in _way) view = get(view ?? throw new NothingOnTheWayException());
        return view;
    }
}

/// <summary>A template asks for something of a view that is null here. Which name that was, and on which line, Handlebars says.</summary>
internal sealed class NothingOnTheWayException : Exception;
