using Archive.Cli;
using Xunit;

namespace Archive.Tests.Cli;

/// <summary>A run of the real command line in a temporary folder, with what it said.</summary>
public sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static CommandLineRun Of(TemporaryFolder folder, params string[] arguments) => Of(folder, t => t, arguments);

    public static CommandLineRun Of(TemporaryFolder folder, Func<Terminal, Terminal> with, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = with(new() { Output = output, Error = error, CurrentFolder = folder.Path, Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero) });
        var code = ArchiveCommandLine.Run(arguments, terminal);
        return new(code, output.ToString(), error.ToString());
    }
}

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("archive-cli-").FullName;

    public string Path { get; }

    public string File(string path) => System.IO.Path.Combine(Path, path);

    public string Read(string path) => System.IO.File.ReadAllText(File(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(path))!); // a path to a file has a folder
        System.IO.File.WriteAllText(File(path), text);
    }

    public void Replace(string path, string what, string with)
    {
        var before = Read(path);
        Assert.Contains(what, before, StringComparison.Ordinal);
        Write(path, before.Replace(what, with, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A folder that <c>archive init</c> has filled.</summary>
    public static TemporaryFolder WithArchive()
    {
        var folder = new TemporaryFolder();
        var run = CommandLineRun.Of(folder, "init", ".");
        Assert.Equal(0, run.ExitCode);
        return folder;
    }
}
