using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Publishing.Files;

namespace Archive.Cli.Writing;

/// <summary>The ids that are taken, whatever else may be wrong with their files, and the next free one.</summary>
public static partial class PostmortemIds
{
    private const int LinesOfFrontMatter = 60;

    /// <summary>Ids in the front matter of the files below <c>postmortems</c>; a quick look at their first lines, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string inputFolder)
    {
        // Findings are not this look's business.
        var files = Directory.Exists(inputFolder) ? InputFolder.List(inputFolder, new()) : [];
        return
        [
            .. files.Where(f => f.Path.StartsWith("postmortems/", StringComparison.Ordinal) && f.Name.EndsWith(".md", StringComparison.Ordinal))
                .Where(f => f.Name[0] != '_' && !f.Name.EndsWith(".public.md", StringComparison.OrdinalIgnoreCase))
                .Select(f => IdIn(f.FullPath)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// One more than the highest number of the form that the newest ids have: after <c>INC-046</c> comes <c>INC-047</c>; where ids
    /// carry a year, after <c>INC-2026-003</c> comes <c>INC-2026-004</c>, or <c>INC-2027-001</c> in the next year.
    /// </summary>
    public static string Next(IReadOnlyList<string> taken, int year)
    {
        var highest = taken.Select(id => Numbered().Match(id)).Where(m => m.Success)
            .Select(m => (Prefix: m.Groups["prefix"].Value, Digits: m.Groups["number"].Value))
            .Select(p => (p.Prefix, p.Digits, Number: long.Parse(p.Digits, CultureInfo.InvariantCulture)))
            .ToList();
        if (highest.Count == 0) return "INC-001";
        var width = highest.Max(h => h.Digits.Length);
        var yearly = highest.Where(h => YearAtEnd().IsMatch(h.Prefix)).ToList();
        if (yearly.Count * 2 > highest.Count)
        {
            var prefix = YearAtEnd().Replace(yearly[^1].Prefix, $"{year}-");
            return After(prefix, yearly.Where(h => h.Prefix == prefix).Select(h => h.Number), yearly.Max(h => h.Digits.Length));
        }
        var usual = highest.GroupBy(h => h.Prefix, StringComparer.Ordinal).MaxBy(g => g.Count())!; // there is at least one
        return After(usual.Key, usual.Select(h => h.Number), width);
    }

    private static string After(string prefix, IEnumerable<long> numbers, int width) =>
        prefix + (numbers.DefaultIfEmpty(0).Max() + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static string? IdIn(string file) =>
        File.ReadLines(file).Take(LinesOfFrontMatter).Select(line => IdLine().Match(line)).FirstOrDefault(m => m.Success)?.Groups["id"].Value;

    [GeneratedRegex("""^id:\s*["']?(?<id>[^\s"'#]{1,100})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdLine();

    [GeneratedRegex("^(?<prefix>.*?)(?<number>[0-9]{1,15})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex("(19|20)[0-9]{2}-$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearAtEnd();
}
