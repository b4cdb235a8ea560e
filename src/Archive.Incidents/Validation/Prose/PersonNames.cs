using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation.Prose;

/// <summary>The names under which people may appear in prose: <c>@ines.oduya</c> is also <c>Ines Oduya</c>.</summary>
/// <param name="Draft">Those who stand in the file, and those who own its items.</param>
/// <param name="Listed">Names of the policy, as prose writes them.</param>
internal readonly partial record struct PersonNames(PostmortemDraft Draft, ImmutableArray<string> Listed)
{

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
        if (HasPerson(Draft.Authors, words) || HasPerson(Draft.Reviewers, words) || HasPerson(Draft.SignedOffBy, words)) return true;
        foreach (var (item, _) in Draft.ActionItems)
        {
            if (item.Owner is { } owner && IsFullName(owner.Value, words)) return true;
        }
        return false;
    }

    private static bool HasPerson(ImmutableArray<Located<string>> people, ReadOnlySpan<char> words)
    {
        foreach (var (person, _) in people)
        {
            if (IsFullName(person, words) || (words.SequenceEqual(person) && Written(person) is not null)) return true;
        }
        return false;
    }

    /// <summary>Whether words are the <see cref="FullName"/> of a handle, which is not made for it: a file has dozens of words to ask about, and few names.</summary>
    private static bool IsFullName(ReadOnlySpan<char> handle, ReadOnlySpan<char> words)
    {
        handle = handle.TrimStart('@');
        var parts = 0;
        foreach (var range in handle.SplitAny('.', '_', '-'))
        {
            var part = handle[range];
            if (part.IsEmpty) continue;
            if (parts++ > 0)
            {
                if (!words.StartsWith(" ")) return false;
                words = words[1..];
            }
            if (part.Length < 2 || words.Length < part.Length || words[0] != char.ToUpperInvariant(part[0]) || !words[1..].StartsWith(part[1..]) || !IsOfLetters(part)) return false;
            words = words[part.Length..];
        }
        return parts >= 2 && words.IsEmpty;
    }

    private static bool IsOfLetters(ReadOnlySpan<char> part)
    {
        foreach (var letter in part)
        {
            if (!char.IsLetter(letter)) return false;
        }
        return true;
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
