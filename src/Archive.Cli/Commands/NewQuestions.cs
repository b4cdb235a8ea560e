using System.Globalization;
using Archive.Incidents.Model;
using Spectre.Console;

namespace Archive.Cli.Commands;

/// <summary>Asks on a terminal for what the options left open.</summary>
public static class NewQuestions
{
    private const int Rows = 12;

    public static NewAnswers Ask(Terminal terminal, IncidentArchive archive, NewAnswers given)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Output), ColorSystem = terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors });
        return given with
        {
            Title = given.Title ?? console.Prompt(new TextPrompt<string>("What happened, in one line?")),
            Severity = given.Severity ?? Severity(console, archive.Policy),
            Services = given.Services.IsEmpty ? [.. Services(console, archive)] : given.Services,
            FailureClass = given.FailureClass ?? (given.IsStub ? null : FailureClass(console, archive)),
            StartedAt = given.StartedAt ?? Started(console, terminal.Now),
            Authors = given.Authors.IsEmpty && !given.IsStub ? [console.Prompt(new TextPrompt<string>("Who writes it? (a handle such as @ines.oduya)"))] : given.Authors,
        };
    }

    private static string Severity(IAnsiConsole console, Policy policy) => console.Prompt(
        new SelectionPrompt<Severity>().Title("How severe was it?").PageSize(Rows)
            .UseConverter(s => Markup.Escape(s.Description is { } description ? $"{s.Name}: {description}" : s.Name))
            .AddChoices(policy.Severities)).Id;

    private static IEnumerable<string> Services(IAnsiConsole console, IncidentArchive archive) => console.Prompt(
        new MultiSelectionPrompt<Service>().Title("Which services were hit?").PageSize(Rows).Required()
            .UseConverter(s => Markup.Escape(s.Name))
            .AddChoices(archive.Services)).Select(s => s.Id);

    private static string? FailureClass(IAnsiConsole console, IncidentArchive archive)
    {
        var unknown = new FailureClass { Id = "", Name = "Not known yet" };
        var chosen = console.Prompt(
            new SelectionPrompt<FailureClass>().Title("Of which class was the failure?").PageSize(Rows)
                .UseConverter(c => Markup.Escape(c.Description is { } description ? $"{c.Name}: {description}" : c.Name))
                .AddChoices(archive.FailureClasses.Prepend(unknown)));
        return chosen.Id.Length == 0 ? null : chosen.Id;
    }

    private static DateTimeOffset? Started(IAnsiConsole console, DateTimeOffset now)
    {
        var answer = console.Prompt(
            new TextPrompt<string>("When did the harm begin?")
                .DefaultValue(now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm':00Z'", CultureInfo.InvariantCulture))
                .Validate(written => NewOptions.InstantOf(written) is null
                    ? ValidationResult.Error("Write it with its offset, like 2026-04-25T14:02:00Z.")
                    : ValidationResult.Success()));
        return NewOptions.InstantOf(answer);
    }
}
