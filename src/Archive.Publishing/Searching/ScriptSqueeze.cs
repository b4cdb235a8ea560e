using System.Text;

namespace Archive.Publishing.Searching;

/// <summary>Takes the white space out of a script that nothing needs.</summary>
/// <remarks>
/// No parser: it knows where texts, templates and regular expressions begin and end, and leaves them alone. A line of our modules ends its statement
/// with a semicolon or a brace, or in the middle of an expression.
/// </remarks>
internal static class ScriptSqueeze
{
    /// <summary>After these a line goes on, or nothing has to part two statements.</summary>
    private const string GoesOn = ";,{([=&|?:";

    /// <summary>Before these the line before goes on.</summary>
    private const string Continues = ".)]}?:&|";

    /// <summary>Words after which a slash begins a regular expression.</summary>
    private static readonly string[] BeforeValues = ["return", "typeof", "case", "of", "in"];

    public static string Of(string script)
    {
        var kept = new StringBuilder(script.Length);
        for (var i = 0; i < script.Length;)
        {
            var end = script[i] switch
            {
                '"' or '\'' => EndOfText(script, i),
                '`' => EndOfTemplate(script, i),
                '/' when IsValueNext(kept) => EndOfExpression(script, i),
                _ => i,
            };
            if (end > i) kept.Append(script, i, end - i);
            else if (!char.IsWhiteSpace(script[i])) kept.Append(script[end++]);
            else Part(script, ref end, kept);
            i = end;
        }
        return kept.ToString();
    }

    /// <summary>Keeps of some white space what parts two words, two equal signs or two statements.</summary>
    private static void Part(string script, ref int at, StringBuilder kept)
    {
        var start = at;
        while (at < script.Length && char.IsWhiteSpace(script[at])) at++;
        if (kept.Length == 0 || at == script.Length) return;
        var (before, after) = (kept[^1], script[at]);
        if (script.AsSpan(start, at - start).Contains('\n'))
        {
            if (!GoesOn.Contains(before) && !Continues.Contains(after)) kept.Append('\n');
        }
        else if (IsWord(before) && IsWord(after) || before == after && before is '+' or '-') kept.Append(' ');
    }

    private static bool IsWord(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '$';

    /// <summary>Whether a slash cannot divide what stands before it.</summary>
    private static bool IsValueNext(StringBuilder before)
    {
        if (before.Length == 0) return true;
        if (!IsWord(before[^1])) return before[^1] is not (')' or ']' or '}' or '"' or '\'' or '`');
        var start = before.Length;
        while (start > 0 && IsWord(before[start - 1])) start--;
        return BeforeValues.Contains(before.ToString(start, before.Length - start));
    }

    private static int EndOfText(string script, int start)
    {
        var at = start + 1;
        while (script[at] != script[start]) at += script[at] == '\\' ? 2 : 1;
        return at + 1;
    }

    private static int EndOfExpression(string script, int start)
    {
        var (at, isClass) = (start + 1, false);
        for (; script[at] != '/' || isClass; at++)
        {
            if (script[at] == '\\') at++;
            else if (script[at] is '[' or ']') isClass = script[at] == '[';
        }
        return at + 1;
    }

    private static int EndOfTemplate(string script, int start)
    {
        var at = start + 1;
        while (script[at] != '`')
        {
            if (script[at] == '\\') at += 2;
            else if (script[at] == '$' && script[at + 1] == '{') at = EndOfHole(script, at + 2);
            else at++;
        }
        return at + 1;
    }

    private static int EndOfHole(string script, int start)
    {
        var at = start;
        for (var open = 1; open > 0;)
        {
            if (script[at] == '`') at = EndOfTemplate(script, at);
            else if (script[at] is '"' or '\'') at = EndOfText(script, at);
            else if (script[at] == '/' && script[at - 1] == '(') at = EndOfExpression(script, at);
            else open += script[at++] switch { '{' => 1, '}' => -1, _ => 0 };
        }
        return at;
    }
}
