using System.Runtime.CompilerServices;
using Archive.Publishing.Documents;

namespace Archive.Publishing.Templates;

/// <summary>What a step of a template does after the text before it is written.</summary>
internal enum StepKind
{
    None,

    /// <summary><c>{{name}}</c></summary>
    Text,

    /// <summary><c>{{{name}}}</c></summary>
    Html,

    /// <summary><c>{{#if name}}</c>: jumps where the value does not hold.</summary>
    If,

    /// <summary><c>{{#if @first}}</c>: jumps where the loop is not at its first item.</summary>
    IfFirst,

    /// <summary><c>{{#each name}}</c>: jumps where there are no items.</summary>
    Each,

    /// <summary><c>{{/each}}</c>: jumps back where there is another item.</summary>
    Next,

    /// <summary><c>{{> partial name}}</c></summary>
    Enter,

    /// <summary>Jumps, over the other half of a block.</summary>
    Goto,
}

/// <summary>A part of a template that is ready to be written, and the text before it.</summary>
/// <param name="Before">UTF-8.</param>
internal readonly record struct TemplateStep(StepKind Kind, byte[] Before)
{
    /// <summary>What is asked for; of nothing where nothing is.</summary>
    public TemplatePath Path { get; init; } = TemplatePath.Page;

    /// <summary>The scope that is entered, moved on or asked.</summary>
    public int Scope { get; init; }

    /// <summary>How many steps are passed over; less than none to go back.</summary>
    public int Jump { get; init; }

    /// <returns>False where the step jumps.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // in one place, which is the loop over all steps
    public bool TryPass(TemplateScope[] scopes, HtmlWriter to)
    {
        switch (Kind)
        {
            case StepKind.Text:
                Path.WriteText(scopes, to);
                return true;
            case StepKind.Html:
                WriteHtml(Path.ValueIn(scopes), to);
                return true;
            case StepKind.If:
                return Path.HoldsIn(scopes);
            case StepKind.IfFirst:
                return scopes[Scope].IsFirst;
            case StepKind.Each:
                return scopes[Scope].TryBegin(Path.ValueIn(scopes));
            case StepKind.Next:
                return !scopes[Scope].TryMoveOn();
            case StepKind.Enter:
                scopes[Scope].Enter(Path.ValueIn(scopes));
                return true;
            case StepKind.Goto:
                return false;
            default:
                return true;
        }
    }

    private static void WriteHtml(object? value, HtmlWriter to)
    {
        if (value is FilledHtml html) html.WriteTo(to);
        else to.Write((string?)value);
    }
}

/// <summary>What a part of a template is written about: the page's view, a loop's item, a partial's view.</summary>
/// <remarks>Has state because loops and partials of a page enter it: a page has hundreds.</remarks>
internal struct TemplateScope
{
    private object[]? _items;
    private int _item;

    public object? View { get; private set; }

    public readonly bool IsFirst => _item == 0;

    public void Enter(object? view) => View = view;

    /// <summary>Begins a loop at its first item; false where it has none.</summary>
    public bool TryBegin(object? list)
    {
        if (list is not object[] { Length: > 0 } items) return false;
        (_items, _item, View) = (items, 0, items[0]);
        return true;
    }

    /// <summary>Goes on to the next item; false where there is none.</summary>
    public bool TryMoveOn()
    {
        if (_items is not { } items || ++_item == items.Length) return false;
        View = items[_item];
        return true;
    }
}
