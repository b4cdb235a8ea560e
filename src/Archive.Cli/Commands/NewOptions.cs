using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Archive.Cli.Commands;

/// <summary>What was said about a postmortem before it exists; null and empty where nothing was.</summary>
public sealed record NewAnswers
{
    public string? Title { get; init; }

    public string? Severity { get; init; }

    public ImmutableArray<string> Services { get; init; } = [];

    public string? FailureClass { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Id { get; init; }

    public bool IsStub { get; init; }

    public bool IsPublic { get; init; }
}

/// <summary>The options of <c>archive new</c>.</summary>
public sealed class NewOptions
{
    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly Option<string?> _title = new("--title") { HelpName = "TEXT", Description = "What happened, in one line" };
    private readonly Option<string?> _severity = new("--severity") { HelpName = "ID", Description = "Severity, by id or alias" };
    private readonly Option<string[]> _services = new("--service") { HelpName = "ID", Description = "A service that was hit; once for each", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _class = new("--class") { HelpName = "ID", Description = "Failure class, where it is known already" };
    private readonly Option<DateTimeOffset?> _started = new("--started") { HelpName = "TIME", Description = "When the harm began: 2026-04-25T14:02:00Z", CustomParser = ReadInstant };
    private readonly Option<string[]> _authors = new("--author") { HelpName = "HANDLE", Description = "Who writes it; once for each", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _id = new("--id") { HelpName = "ID", Description = "Its id [default: the next free one]" };
    private readonly Option<bool> _stub = new("--stub") { Description = "Only note that the postmortem is owed" };
    private readonly Option<bool> _public = new("--public") { Description = "Write the template of a public note beside it" };

    public IEnumerable<Option> All => [_title, _severity, _services, _class, _started, _authors, _id, _stub, _public];

    public NewAnswers Read(ParseResult parsed) => new()
    {
        Title = parsed.GetValue(_title),
        Severity = parsed.GetValue(_severity),
        Services = [.. parsed.GetValue(_services) ?? []],
        FailureClass = parsed.GetValue(_class),
        StartedAt = parsed.GetValue(_started),
        Authors = [.. parsed.GetValue(_authors) ?? []],
        Id = parsed.GetValue(_id),
        IsStub = parsed.GetValue(_stub),
        IsPublic = parsed.GetValue(_public),
    };

    /// <summary>A moment with an offset, as files write it; null for anything else.</summary>
    public static DateTimeOffset? InstantOf(string written) =>
        // Without an offset the format's K would take the machine's zone.
        (written.EndsWith('Z') || written.LastIndexOfAny(['+', '-']) > written.IndexOf('T', StringComparison.Ordinal))
        && written.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(written, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;

    private static DateTimeOffset? ReadInstant(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (InstantOf(written) is { } at) return at;
        result.AddError($"'{written}' is not a moment: write it with its offset, like 2026-04-25T14:02:00Z");
        return null;
    }
}
