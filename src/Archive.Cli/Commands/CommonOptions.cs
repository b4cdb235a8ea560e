using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archive.Cli.Reports;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary>The options that several commands share, written down once.</summary>
public sealed class CommonOptions
{
    public Option<string> Input { get; } = Folder("--input", "input", "Folder with archive.yml and postmortems");

    public Option<string> Output { get; } = Folder("--output", "output", "Folder for the sites: internal and public stand below it");

    public Option<string?> Theme { get; } = new("--theme")
    {
        HelpName = "DIR",
        Description = "Folder whose files replace single templates and styles [default: theme, if it is there]",
    };

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        HelpName = "DATE",
        Description = "The day that counts as today [default: today, UTC]",
        CustomParser = ReadDate,
    };

    public Option<ReportFormat> Format { get; } = Choice("--format", "How findings are written [default: text]", "a format",
        ("text", ReportFormat.Text), ("json", ReportFormat.Json), ("github", ReportFormat.GitHub), ("sarif", ReportFormat.Sarif));

    public Option<FindingLevel> FailOn { get; } = Choice("--fail-on", "Findings of this level or above fail the run [default: error]", "a level",
        ("error", FindingLevel.Error), ("warning", FindingLevel.Warning), ("advice", FindingLevel.Advice));

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Print findings only" };

    /// <summary>An option that takes one of a few words.</summary>
    /// <param name="kind">What such a word is, with its article, for the message about another one.</param>
    public static Option<T> Choice<T>(string name, string description, string kind, params (string Word, T Value)[] choices)
    {
        var words = string.Join('|', choices.Select(c => c.Word));
        var option = new Option<T>(name)
        {
            HelpName = words,
            Description = description,
            CustomParser = result => ReadChoice(result, kind, choices),
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. choices.Select(c => c.Word)]);
        return option;
    }

    public static Option<string> Folder(string name, string usual, string description) =>
        new(name) { HelpName = "DIR", Description = description, DefaultValueFactory = _ => usual };

    private static T? ReadChoice<T>(ArgumentResult result, string kind, (string Word, T Value)[] choices)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        foreach (var (word, value) in choices)
        {
            if (word.Equals(written, StringComparison.OrdinalIgnoreCase)) return value;
        }
        var words = choices.Select(c => c.Word).ToArray();
        result.AddError($"'{written}' is not {kind}: write {string.Join(", ", words[..^1])} or {words[^1]}");
        return default;
    }

    private static DateOnly? ReadDate(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        result.AddError($"'{written}' is not a date: write it like 2026-04-30");
        return null;
    }
}
