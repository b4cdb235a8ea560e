using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation.Prose;

/// <summary>The names under which people may appear in prose: <c>@ines.oduya</c> is also <c>Ines Oduya</c>.</summary>
/// <param name="Names">The full names of those who stand in the file.</param>
/// <param name="Listed">Names of the policy, as prose writes them.</param>
internal sealed partial record PersonNames(ImmutableArray<string> Names, ImmutableArray<string> Listed)
{
    public static PersonNames Of(PostmortemDraft draft, Policy policy)
    {
        var people = draft.Authors.Concat(draft.Reviewers).Concat(draft.SignedOffBy).Select(h => FullName(h.Value) ?? Written(h.Value));
        var owners = draft.ActionItems.Select(i => i.Value.Owner).OfType<Located<string>>().Select(o => FullName(o.Value));
        return new([.. people.Concat(owners).OfType<string>().Distinct(StringComparer.Ordinal)], policy.People);
    }

    /// <summary>All handles and all listed names of a text, by start and length.</summary>
    /// <param name="found">Filled anew.</param>
    public void AddTo(List<(int Start, int Length)> found, string text)
    {
        found.Clear();
        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (var handle in Handle().EnumerateMatches(text)) found.Add((handle.Index, handle.Length));
        }
        foreach (var name in Listed)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (IsWhole(text, at, name.Length)) found.Add((at, name.Length));
            }
        }
    }

    /// <summary>Whether words are the full name of somebody who stands in the file.</summary>
    public bool Has(ReadOnlySpan<char> words)
    {
        foreach (var name in Names)
        {
            if (words.SequenceEqual(name)) return true;
        }
        return false;
    }

    /// <summary><c>@ines.oduya</c> → <c>Ines Oduya</c>; null for a handle of one word, which may be any word.</summary>
    public static string? FullName(string handle)
    {
        var parts = handle.TrimStart('@').Split(['.', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 || parts.Any(p => p.Length < 2 || !p.All(char.IsLetter)) ? null : string.Join(' ', parts.Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }

    /// <summary>A name that stands where a handle is expected; null where it is something else.</summary>
    public static string? Written(string author)
    {
        var parts = author.Split(' ');
        return parts.Length is 2 or 3 && parts.All(p => p.Length > 1 && char.IsUpper(p[0]) && p.All(char.IsLetter)) ? author : null;
    }

    private static bool IsWhole(string text, int start, int length) =>
        (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '@' or '-'))
        && (start + length >= text.Length || !char.IsLetterOrDigit(text[start + length]));

    /// <summary>Not the scope of a package, not a decorator with brackets, not an address.</summary>
    [GeneratedRegex(@"(?<![\w@./:`])@[A-Za-z][\w\-]*(?:\.[A-Za-z][\w\-]*)*(?![\w/(])", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
