using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Cli.Reports;
using Archive.Cli.Writing;
using Archive.Incidents;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary><c>archive new</c>: writes the file of a new postmortem.</summary>
public static class NewCommand
{
    private const int MostSimilar = 3;

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var words = new NewOptions();
        var command = new Command("new", "Write a new postmortem from the template of your policy.");
        foreach (var option in words.All) command.Add(option);
        command.Add(options.Input);
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            // What is sound is enough here; findings are the business of check.
            var archive = ArchiveReader.Read(settings.InputFolder, terminal.Today, cache: null, new());
            return Run(terminal, settings, archive, words.Read(parsed));
        });
        return command;
    }

    private static int Run(Terminal terminal, RunSettings settings, IncidentArchive archive, NewAnswers given)
    {
        var answers = terminal.CanAsk ? NewQuestions.Ask(terminal, archive, given) : given;
        var taken = PostmortemIds.In(settings.InputFolder);
        var (outline, refusal) = Outline(archive, answers, taken, terminal.Now);
        if (outline is null) return terminal.CannotRun(refusal);
        var similar = Similar(archive, outline);
        if (similar.Count > 0) terminal.Output.Write(SimilarLines(similar, new(terminal.HasColour)));
        return Write(terminal, settings, outline, answers, PostmortemText(outline, answers, archive.Policy, similar));
    }

    private static string PostmortemText(PostmortemOutline outline, NewAnswers answers, Policy policy, IReadOnlyList<Postmortem> similar) =>
        answers.IsStub ? PostmortemTemplate.Stub(outline) : PostmortemTemplate.Draft(outline, policy, similar);

    private static int Write(Terminal terminal, RunSettings settings, PostmortemOutline outline, NewAnswers answers, string text)
    {
        var file = Path.Combine(settings.InputFolder, outline.Path);
        var note = Path.Combine(settings.InputFolder, outline.PublicPath);
        if (File.Exists(file) || (answers.IsPublic && File.Exists(note)))
            return terminal.CannotRun($"{terminal.ShortPath(file)} is there already; give the postmortem another title, or go on in that file.");
        NewFile.Write(file, text);
        terminal.Output.WriteLine(terminal.ShortPath(file));
        if (answers.IsPublic)
        {
            NewFile.Write(note, PublicNoteTemplate.Of(outline, PublicNoteTemplate.NewPublicId()));
            terminal.Output.WriteLine(terminal.ShortPath(note));
        }
        terminal.Output.WriteLine(answers.IsStub
            ? $"{outline.Id} counts as owed from now on. Write it with the status draft when you begin."
            : $"{outline.Id} is a draft. 'archive serve' shows it as you write; 'archive check' says what is missing.");
        return ExitCode.Clean;
    }

    private static (PostmortemOutline? Outline, string Refusal) Outline(IncidentArchive archive, NewAnswers answers, IReadOnlyList<string> taken, DateTimeOffset now)
    {
        if (Missing(answers) is { Count: > 0 } missing) return (null, $"Say also {Listed(missing)}, or run 'archive new' on a terminal to be asked.");
        if (archive.Policy.FindSeverity(answers.Severity!) is not { } severity) // not null: nothing is missing
            return (null, Unknown(answers.Severity!, "a severity", archive.Policy.Severities.Select(s => s.Id)));
        var services = ImmutableArray.CreateBuilder<Service>();
        foreach (var word in answers.Services)
        {
            if (archive.Services.FirstOrDefault(s => IsNamed(word, s.Id, s.Aliases)) is not { } service)
                return (null, Unknown(word, "a service", archive.Services.SelectMany(s => s.Aliases.Prepend(s.Id))));
            if (!services.Contains(service)) services.Add(service);
        }
        var failure = answers.FailureClass is { } wanted ? archive.FailureClasses.FirstOrDefault(c => IsNamed(wanted, c.Id, c.Aliases)) : null;
        if (answers.FailureClass is not null && failure is null)
            return (null, Unknown(answers.FailureClass, "a failure class", archive.FailureClasses.SelectMany(c => c.Aliases.Prepend(c.Id))));
        if (answers.StartedAt > now) return (null, "--started lies in the future.");
        var id = answers.Id ?? PostmortemIds.Next(taken, answers.StartedAt!.Value.UtcDateTime.Year); // not null: nothing is missing
        if (RefuseId(id, archive.Policy, taken, answers.StartedAt!.Value.UtcDateTime.Year) is { } refusal) return (null, refusal);
        return (new()
        {
            Id = id,
            Title = answers.Title!, // not null: nothing is missing
            Severity = severity,
            Services = services.ToImmutable(),
            FailureClass = failure,
            StartedAt = answers.StartedAt!.Value, // not null: nothing is missing
            Authors = answers.Authors,
        }, "");
    }

    private static List<string> Missing(NewAnswers answers)
    {
        var missing = new List<string>();
        if (string.IsNullOrWhiteSpace(answers.Title)) missing.Add("--title");
        if (answers.Severity is null) missing.Add("--severity");
        if (answers.Services.IsEmpty) missing.Add("--service");
        if (answers.StartedAt is null) missing.Add("--started");
        if (answers.Authors.IsEmpty && !answers.IsStub) missing.Add("--author");
        return missing;
    }

    private static string? RefuseId(string id, Policy policy, IReadOnlyList<string> taken, int year)
    {
        if (taken.Contains(id, StringComparer.OrdinalIgnoreCase)) return $"{id} is taken; the next free id is {PostmortemIds.Next(taken, year)}.";
        return Regex.IsMatch(id, $"^(?:{policy.IdPattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
            ? null
            : $"'{id}' does not look like the ids of this archive ({policy.IdPattern}). Name one with --id.";
    }

    private static bool IsNamed(string word, string id, ImmutableArray<string> aliases) =>
        id.Equals(word, StringComparison.OrdinalIgnoreCase) || aliases.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string Unknown(string word, string kind, IEnumerable<string> candidates)
    {
        string[] known = [.. candidates];
        return DidYouMean.Of(word, known) is { } meant
            ? $"'{word}' is not {kind}; did you mean '{meant}'?"
            : $"'{word}' is not {kind}. Write {Listed(known, "or")}.";
    }

    private static string Listed(IReadOnlyList<string> words, string last = "and") => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}",
    };

    /// <summary>Those that are found by its title, its services and its failure class, and share one of these; the best first.</summary>
    private static IReadOnlyList<Postmortem> Similar(IncidentArchive archive, PostmortemOutline outline)
    {
        if (archive.Postmortems.IsEmpty) return [];
        var words = (string?[])[outline.Title, .. outline.Services.Select(s => s.Name), outline.FailureClass?.Name];
        var found = BriefIndex.Of(archive).Search(new() { Text = string.Join(' ', words), Limit = archive.Postmortems.Length });
        var byId = archive.Postmortems.ToDictionary(p => p.Id, StringComparer.Ordinal);
        return [.. found.Hits.Select(h => byId[h.Id]).Where(p => Shares(p, outline)).Take(MostSimilar)];
    }

    private static bool Shares(Postmortem postmortem, PostmortemOutline outline) =>
        (outline.FailureClass is { } failure && postmortem.FailureClass?.Id == failure.Id) || postmortem.Services.Any(s => outline.Services.Any(o => o.Id == s.Id));

    private static string SimilarLines(IReadOnlyList<Postmortem> similar, Colours colours)
    {
        var text = new StringBuilder("Similar so far:\n");
        foreach (var postmortem in similar)
            text.Append($"  {colours.Strong(postmortem.Id)}  {Day(postmortem.Times.StartedAt)}  {Visible.Of(postmortem.Title)}\n");
        return text.Append('\n').ToString();
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
