using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Archive.Publishing.Templates;

/// <summary>A <c>{{…}}</c> of a template.</summary>
/// <param name="Text">What stands inside, without the braces and the marks <c>~ &amp;</c> around it.</param>
/// <param name="Line">1-based.</param>
internal sealed record TemplateTag(string Text, int Line);

/// <summary>A template's text, read just far enough to say on which line something is wrong.</summary>
internal sealed partial class TemplateSource(ThemeFile file)
{
    public ThemeFile File { get; } = file;

    public string Text { get; } = file.Text;

    /// <summary>In order; comments are not among them.</summary>
    public ImmutableArray<TemplateTag> Tags => field.IsDefault ? field = TagsOf(Text) : field;

    /// <summary>Looks for what makes a template unreadable, and for partials that the theme does not have.</summary>
    /// <exception cref="TemplateException">Something was found.</exception>
    public void Check(Func<string, bool> hasTemplate)
    {
        var open = new Stack<(string Name, int Line)>();
        foreach (var tag in Tags)
        {
            if (tag.Text.Length == 0) throw At(tag.Line, "There is nothing between the braces.");
            if (tag.Text is ['>', ..] or ['#', '>', ..] && PartialName(tag.Text.TrimStart('#')) is { } partial && !hasTemplate(partial))
                throw At(tag.Line, $"The theme has no template '{partial}'.");
            if (tag.Text[0] == '#') open.Push((FirstWord(tag.Text[1..]), tag.Line));
            else if (tag.Text[0] == '/') Close(open, FirstWord(tag.Text[1..]), tag.Line);
        }
        if (open.TryPop(out var unclosed)) throw At(unclosed.Line, $"The block '{{{{#{unclosed.Name}}}}}' is not closed.");
        var rest = Tag().Replace(Text, m => new('\n', m.Value.Count('\n')));
        if (rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var at) throw At(1 + rest.AsSpan(0, at).Count('\n'), "Braces are opened and not closed.");
    }

    /// <summary>An error at the tags that name something; at the file where none does.</summary>
    /// <param name="name">As written in the template: <c>team.href</c>, <c>style.css</c>.</param>
    public TemplateException AtName(string name, string sentence, Exception cause)
    {
        var whole = new Regex($@"(?<![\w.\-/]){Regex.Escape(name)}(?![\w\-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var lines = Tags.Where(t => whole.IsMatch(t.Text)).Select(t => t.Line).Distinct().ToArray();
        if (lines.Length > 1) sentence = $"{sentence} It is named on the lines {string.Join(", ", lines)}.";
        return new(File.Origin, lines.FirstOrDefault(), sentence, cause);
    }

    public TemplateException At(int line, string sentence, Exception? cause = null) => new(File.Origin, line, sentence, cause);

    private void Close(Stack<(string Name, int Line)> open, string name, int line)
    {
        if (!open.TryPop(out var block)) throw At(line, $"'{{{{/{name}}}}}' closes no block.");
        if (block.Name != name) throw At(line, $"'{{{{/{name}}}}}' closes the block '{{{{#{block.Name}}}}}' of line {block.Line}.");
    }

    private static ImmutableArray<TemplateTag> TagsOf(string text)
    {
        var tags = ImmutableArray.CreateBuilder<TemplateTag>();
        var (line, counted) = (1, 0);
        foreach (Match match in Tag().Matches(text))
        {
            line += text.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            if (match.Groups["inside"] is { Success: true } inside) tags.Add(new(inside.Value.Trim('~', '&', ' ', '\t', '\n'), line));
        }
        return tags.ToImmutable();
    }

    /// <summary>Null where the name is computed, or stands for what a layout is wrapped around (<c>@partial-block</c>).</summary>
    private static string? PartialName(string tag) => FirstWord(tag[1..].TrimStart()).Trim('"', '\'') is var name && name is ['(' or '@', ..] ? null : name;

    private static string FirstWord(string text) => text.TrimStart('*', '>', ' ').Split((char[])[' ', '\t', '\n'], 2)[0];

    [GeneratedRegex(@"\{\{~?!--.*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{\{(?<inside>[^{}]*)\}\}\}|\{\{(?<inside>[^{}]*)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
