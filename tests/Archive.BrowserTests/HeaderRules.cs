using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Archive.BrowserTests;

/// <summary>A <c>[[headers]]</c> table of a netlify.toml.</summary>
/// <param name="For">A path, which may have a star in place of any part.</param>
public sealed record HeaderRule(string For, ImmutableSortedDictionary<string, string> Values)
{
    public bool Covers(string path) => For.Split('*') is [var start, var end]
        ? path.Length >= start.Length + end.Length && path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal)
        : path == For;
}

/// <summary>What the host adds to its answers, read from the file that the host reads.</summary>
public sealed partial record HeaderRules(ImmutableArray<HeaderRule> Rules)
{
    /// <summary>Reads the part of TOML that the file uses: tables and keys with a string on one line.</summary>
    public static HeaderRules Read(string file)
    {
        var rules = new List<HeaderRule>();
        var isHeaders = false;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("[[", StringComparison.Ordinal))
            {
                isHeaders = line.StartsWith("[[headers]]", StringComparison.Ordinal);
                if (isHeaders) rules.Add(new("", ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)));
            }
            else if (isHeaders && KeyAndText().Match(line) is { Success: true } pair)
            {
                var (key, text) = (pair.Groups["key"].Value, pair.Groups["text"].Value);
                rules[^1] = key == "for" ? rules[^1] with { For = text } : rules[^1] with { Values = rules[^1].Values.Add(key, text) };
            }
        }
        return new([.. rules]);
    }

    public IEnumerable<KeyValuePair<string, string>> Of(string path) => Rules.Where(r => r.Covers(path)).SelectMany(r => r.Values);

    [GeneratedRegex("""^\s*(?<key>[\w-]+)\s*=\s*"(?<text>[^"]*)"\s*$""", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyAndText();
}
