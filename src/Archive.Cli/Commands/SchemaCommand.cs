using System.CommandLine;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary><c>archive schema</c>: the JSON Schemas that editors complete from.</summary>
public static class SchemaCommand
{
    public static Command Of(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { HelpName = "NAME", Description = "Which one, such as postmortem; without a name the list of them", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(_ => SchemaFiles.All.Select(s => WordOf(s.Name)));
        var write = new Option<string?>("--write") { HelpName = "DIR", Description = "Write the schemas into a folder instead of printing one" };
        var command = new Command("schema", "Print the JSON Schema of a kind of file, or write all of them for editors.") { name, write };
        command.SetAction(parsed =>
        {
            var chosen = SchemaFiles.All.ToArray();
            if (parsed.GetValue(name) is { } word)
            {
                chosen = [.. chosen.Where(s => WordOf(s.Name).Equals(WordOf(word), StringComparison.OrdinalIgnoreCase))];
                if (chosen.Length == 0) return terminal.CannotRun($"There is no schema '{word}'. {Known(word)}");
            }
            if (parsed.GetValue(write) is { } folder) return Write(terminal, terminal.FullPath(folder), chosen);
            terminal.Output.Write(parsed.GetValue(name) is null ? List() : chosen[0].Json());
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Writes schemas into a folder, which is made where it is missing.</summary>
    public static void WriteAll(string folder, IEnumerable<SchemaFile> schemas)
    {
        Directory.CreateDirectory(folder);
        foreach (var schema in schemas) File.WriteAllText(Path.Combine(folder, schema.Name), schema.Json());
    }

    private static int Write(Terminal terminal, string folder, SchemaFile[] schemas)
    {
        WriteAll(folder, schemas);
        foreach (var schema in schemas) terminal.Output.WriteLine(terminal.ShortPath(Path.Combine(folder, schema.Name)));
        return ExitCode.Clean;
    }

    private static string List()
    {
        var longest = SchemaFiles.All.Max(s => WordOf(s.Name).Length);
        var lines = SchemaFiles.All.Select(s => $"{WordOf(s.Name).PadRight(longest)}  for {s.Describes}\n");
        return $"{string.Concat(lines)}\n'archive schema NAME' prints one; 'archive schema --write input/schema' writes all of them.\n";
    }

    private static string Known(string word) => DidYouMean.Of(word, SchemaFiles.All.Select(s => WordOf(s.Name))) is { } near
        ? $"Did you mean '{near}'?"
        : $"Write {string.Join(", ", SchemaFiles.All.Select(s => WordOf(s.Name)))}.";

    private static string WordOf(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name;
}
