using System.CommandLine;
using System.Text;
using Archive.Cli.Writing;
using Archive.Incidents.Drafting;

namespace Archive.Cli.Commands;

/// <summary><c>archive init</c>: a small archive that builds.</summary>
public static class InitCommand
{
    // Where each file of the starter goes. Names that begin with a dot would be left out by the project's own globs.
    private static readonly (string Resource, string Path)[] Files =
    [
        ("archive.yml", "input/archive.yml"),
        ("services.yml", "input/services.yml"),
        ("failure-classes.yml", "input/failure-classes.yml"),
        ("example.md", "input/postmortems/2025/2025-03-11-sign-in-slow-after-release.md"),
        ("example.public.md", "input/postmortems/2025/2025-03-11-sign-in-slow-after-release.public.md"),
        ("about.md", "input/pages/about.md"),
        ("workflow.yml", ".github/workflows/archive.yml"),
        ("netlify.toml", "netlify.toml"),
        ("gitignore", ".gitignore"),
        ("readme.md", "README.md"),
    ];

    public static Command Of(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { HelpName = "DIR", Description = "A folder that is empty or not there yet" };
        var command = new Command("init", "Begin an archive that builds.") { folder };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Terminal terminal, string folder)
    {
        var path = terminal.FullPath(folder);
        if (File.Exists(path)) return terminal.CannotRun($"'{folder}' is a file; name a folder.");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            return terminal.CannotRun($"'{folder}' is not empty; a new archive begins in an empty folder.");
        foreach (var (resource, file) in Files) NewFile.Write(Path.Combine(path, file), TextOf(resource));
        SchemaCommand.WriteAll(Path.Combine(path, "input", "schema"), SchemaFiles.All);
        terminal.Output.Write(NextSteps(folder));
        return ExitCode.Clean;
    }

    private static string TextOf(string resource)
    {
        using var stream = typeof(InitCommand).Assembly.GetManifestResourceStream($"starter/{resource}")!; // embedded by the project file
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string NextSteps(string folder) =>
        $"""
        A new archive stands in {folder}, with one invented postmortem.

          cd {folder}
          archive serve            read it in a browser
          archive new              write the first real one

        Then name your services in input/services.yml and your site in input/archive.yml.

        """;
}
