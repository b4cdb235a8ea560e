using System.CommandLine;
using System.Text;
using Archive.Cli.Reports;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary><c>archive explain</c>: what a code means, with an example broken and one mended.</summary>
public static class ExplainCommand
{
    public static Command Of(Terminal terminal)
    {
        var code = new Argument<string?>("CODE") { HelpName = "CODE", Description = "The code of a finding, such as unknown-severity", Arity = ArgumentArity.ZeroOrOne };
        code.CompletionSources.Add(_ => RuleCatalogue.All.Select(r => r.Code));
        var list = new Option<bool>("--list") { Description = "List every code with its level and title" };
        var command = new Command("explain", "Say what the code of a finding means and how it is mended.") { code, list };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list)) return Print(terminal, List(terminal));
            if (parsed.GetValue(code) is not { } word) return terminal.CannotRun("Which code? 'archive explain --list' prints all of them.");
            if (RuleCatalogue.Find(word) is { } rule)
                return Print(terminal, Explain(terminal, rule));
            return terminal.CannotRun(DidYouMean.Of(word, RuleCatalogue.All.Select(r => r.Code)) is { } meant
                ? $"'{word}' is not a code; did you mean '{meant}'?"
                : $"'{word}' is not a code. 'archive explain --list' prints all of them.");
        });
        return command;
    }

    private static int Print(Terminal terminal, string text)
    {
        terminal.Output.Write(text);
        return ExitCode.Clean;
    }

    private static string List(Terminal terminal)
    {
        var colours = new Colours(terminal.HasColour);
        var longest = RuleCatalogue.All.Max(r => r.Code.Length);
        var text = new StringBuilder();
        foreach (var family in RuleCatalogue.All.GroupBy(r => r.Family, StringComparer.Ordinal))
        {
            text.Append($"{colours.Strong(family.Key)}\n");
            foreach (var rule in family.OrderBy(r => r.Code, StringComparer.Ordinal))
            {
                var level = colours.Level(rule.Level, $"{Diagnostic.LevelName(rule.Level),-7}");
                text.Append($"  {rule.Code.PadRight(longest)}  {level}  {Wrap.Indented(rule.Title, longest + 13, terminal.Width)}\n");
            }
            text.Append('\n');
        }
        return text.Append("'archive explain CODE' says more about one of them.\n").ToString();
    }

    private static string Explain(Terminal terminal, Rule rule)
    {
        var colours = new Colours(terminal.HasColour);
        var text = new StringBuilder();
        text.Append($"{colours.Level(rule.Level, $"{Diagnostic.LevelName(rule.Level)} {rule.Code}")}: {colours.Strong(rule.Title)}\n");
        text.Append($"{colours.Quiet($"family {rule.Family}")}\n\n");
        foreach (var paragraph in rule.Explanation.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            text.Append($"{Wrap.Indented(paragraph, 0, terminal.Width)}\n\n");
        AppendExample(text, colours, "Broken:", rule.Bad);
        AppendExample(text, colours, "Mended:", rule.Good);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendExample(StringBuilder text, Colours colours, string heading, RuleExample example)
    {
        if (example.Text.Length == 0) return;
        text.Append($"{colours.Strong(heading)} {colours.Quiet(PlaceOf(example.Kind))}\n\n");
        foreach (var line in example.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')) text.Append($"    {Visible.Of(line)}".TrimEnd()).Append('\n');
        text.Append('\n');
    }

    private static string PlaceOf(ExampleKind kind) => kind switch
    {
        ExampleKind.FrontMatter => "in the front matter",
        ExampleKind.Body => "in the body",
        ExampleKind.Postmortem => "as a whole postmortem",
        ExampleKind.PublicNote => "as a public note",
        ExampleKind.Settings => "in archive.yml",
        ExampleKind.Services => "as services.yml",
        ExampleKind.FailureClasses => "as failure-classes.yml",
        ExampleKind.Words => "in words",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
