using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Archive.Cli.Commands;
using Archive.Cli.Commands.Public;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli;

/// <summary>All commands, and what happens around every one of them.</summary>
public static class ArchiveCommandLine
{
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        // A handle such as @ines.oduya is a word, not a file with more words.
        var parsed = Of(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction) return RefuseUsage(parsed, terminal);
        return Guard(terminal, () => parsed.Invoke(new() { EnableDefaultExceptionHandler = false, Output = terminal.Output, Error = terminal.Error }));
    }

    /// <summary>Runs a command so that a broken machine is one plain sentence, and a bug says that it is one.</summary>
    public static int Guard(Terminal terminal, Func<int> command)
    {
        try
        {
            return command();
        }
#pragma warning disable CA1031 // whatever was thrown, the person at the terminal gets a sentence and an exit code
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return terminal.CannotRun(Failure.SentenceOf(thrown));
        }
    }

    public static RootCommand Of(Terminal terminal)
    {
        var options = new CommonOptions();
        var root = new RootCommand("Turns a folder of postmortems into an internal archive and a public record.") { HelpName = "archive" };
        root.Options.Clear();
        root.Add(new HelpOption("--help", ["-h"]) { Description = "Say what a command does, with examples", Recursive = true, Action = new HelpWithExamples() });
        root.Add(new VersionOption("--version", []) { Description = "Print the version", Action = new PrintVersion() });
        root.Add(BuildCommand.Of(terminal, options));
        root.Add(CheckCommand.Of(terminal, options));
        root.Add(ServeCommand.Of(terminal, options));
        root.Add(NewCommand.Of(terminal, options));
        root.Add(PublicCommand.Of(terminal, options));
        root.Add(InitCommand.Of(terminal));
        root.Add(SearchCommand.Of(terminal, options));
        root.Add(ShowCommand.Of(terminal, options));
        root.Add(StatsCommand.Of(terminal, options));
        root.Add(DigestCommand.Of(terminal, options));
        root.Add(ExplainCommand.Of(terminal));
        root.Add(SchemaCommand.Of(terminal));
        root.Add(CompletionCommand.Of(terminal));
        return root;
    }

    private static int RefuseUsage(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens.Count == 0)
            return terminal.CannotRun("What shall be done? 'archive --help' lists the commands; 'archive build' builds both sites.");
        var unknown = command is RootCommand && parsed.UnmatchedTokens is [{ } word, ..] ? word : null;
        var wrong = unknown is null ? parsed.Errors[0].Message : UnknownCommand(unknown, command);
        var help = command is RootCommand ? "archive --help" : $"archive {command.Name} --help";
        return terminal.CannotRun($"{wrong.TrimEnd('.')}. See '{help}'.");
    }

    private static string UnknownCommand(string word, Command root) =>
        DidYouMean.Of(word, root.Subcommands.Select(c => c.Name)) is { } meant
            ? $"'{word}' is not a command; did you mean '{meant}'"
            : $"'{word}' is not a command";

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"archive {ArchiveVersion.Number}");
            return ExitCode.Clean;
        }
    }

    private sealed class HelpWithExamples : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            new HelpAction { MaxWidth = Terminal.FullWidth }.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.Write(CommandExamples.Of(parseResult.CommandResult.Command.Name));
            return ExitCode.Clean;
        }
    }
}
