using System.CommandLine;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Searching;
using Archive.Search;

namespace Archive.Cli.Commands;

/// <summary><c>archive search</c>: what the search page finds, in the same order.</summary>
public static class SearchCommand
{
    private const int MostHits = 1000;

    private enum SearchFormat
    {
        Text,
        Json,
    }

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var query = new Argument<string[]>("QUERY") { HelpName = "QUERY", Description = "Words, filters such as service:checkout, or an error as it was logged", Arity = ArgumentArity.OneOrMore };
        var format = CommonOptions.Choice("--format", "How it is printed [default: text]", "a format", ("text", SearchFormat.Text), ("json", SearchFormat.Json));
        var limit = new Option<int?>("--limit") { HelpName = "N", Description = "How many at most [default: 10]" };
        var sort = CommonOptions.Choice("--sort", "What comes first [default: relevance]", "an order",
            ("relevance", SearchSort.Relevance), ("newest", SearchSort.Newest), ("severity", SearchSort.Severity), ("longest", SearchSort.Longest));
        var explain = new Option<bool>("--explain") { Description = "Say what each score is made of" };
        var command = new Command("search", "Find postmortems by their words, error texts, services or dates.") { query, format, limit, sort, explain, options.Input, options.Output };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(limit) is < 1 or > MostHits) return terminal.CannotRun($"--limit takes a number from 1 to {MostHits}.");
            var request = new SearchRequest
            {
                Text = string.Join(' ', parsed.GetRequiredValue(query)),
                Limit = parsed.GetValue(limit) ?? 10,
                Sort = parsed.GetValue(sort),
                IsExplaining = parsed.GetValue(explain),
            };
            return Open(parsed, options, terminal) is { } found ? Answer(terminal, found, request, parsed.GetValue(format)) : ExitCode.CannotRun;
        });
        return command;
    }

    private static int Answer(Terminal terminal, SearchedArchive archive, SearchRequest request, SearchFormat format)
    {
        var answer = archive.Index.Search(request);
        terminal.Output.Write(format switch
        {
            SearchFormat.Text => SearchText.Of(answer, archive, terminal),
            SearchFormat.Json => SearchJson.Of(answer, archive),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        });
        return answer.IsFound ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>The index of the last build; where there is none, one of the input, made now. Null where there is neither, after saying so.</summary>
    private static SearchedArchive? Open(ParseResult parsed, CommonOptions options, Terminal terminal)
    {
        var site = Path.Combine(terminal.FullPath(parsed.GetValue(options.Output) ?? "output"), "internal");
        var folder = Path.Combine(site, SearchFiles.Folder);
        var input = terminal.FullPath(parsed.GetRequiredValue(options.Input));
        if (File.Exists(Path.Combine(folder, "index.json"))) return new(SearchIndex.Open(folder), hit => BuiltArchive.SourceOf(hit.Id, site) is { } path ? terminal.ShortPath(Path.Combine(input, path)) : null);
        if (RunSettings.Read(parsed, options, terminal) is not { } settings) return null;
        terminal.Error.WriteLine($"archive: {terminal.ShortPath(site)} holds no search index; reading {terminal.ShortPath(settings.InputFolder)} instead. 'archive build' makes one.");
        // What is sound is enough here; findings are the business of check.
        var archive = ArchiveReader.Read(settings.InputFolder, settings.AsOf, cache: null, new());
        var sources = archive.Postmortems.ToDictionary(p => p.Id, p => p.Source.Path, StringComparer.Ordinal);
        return new(SearchIndex.Of(new ArchiveSearch(archive, cache: null).Files), hit => terminal.ShortPath(Path.Combine(input, sources[hit.Id])));
    }
}

/// <summary>An index, and where the texts lie that it was made of.</summary>
/// <param name="PathOf">The source file of a hit as a person in the current folder would write it; null where that is not known.</param>
public sealed record SearchedArchive(SearchIndex Index, Func<SearchHit, string?> PathOf);
