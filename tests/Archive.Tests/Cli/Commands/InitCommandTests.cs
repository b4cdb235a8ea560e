using Xunit;
namespace Archive.Tests.Cli.Commands;

public sealed class InitCommandTests
{
    [Fact]
    public void A_new_archive_is_clean_and_builds()
    {
        using var folder = TemporaryFolder.WithArchive();
        var check = CommandLineRun.Of(folder, "check", "--fail-on", "advice");
        Assert.True(check.ExitCode == 0, check.Output + check.Error);
        var build = CommandLineRun.Of(folder, "build");
        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        Assert.True(File.Exists(folder.File("output/internal/index.html")));
        Assert.True(File.Exists(folder.File("output/public/incidents/2025-03-11-slow-sign-in/index.html")));
    }

    [Fact]
    public void Every_schema_that_a_file_names_is_there()
    {
        using var folder = TemporaryFolder.WithArchive();
        foreach (var file in Directory.EnumerateFiles(folder.File("input"), "*.*", SearchOption.AllDirectories))
        {
            foreach (var line in File.ReadLines(file).Where(l => l.Contains("$schema=", StringComparison.Ordinal)))
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, line.Split("$schema=")[1])), $"{file}: {line}"); // a file has a folder
        }
    }

    [Fact]
    public void A_folder_with_anything_in_it_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/notes.txt", "mine");
        var run = CommandLineRun.Of(folder, "init", "mine");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(folder.File("mine")).Select(Path.GetFileName));
    }
}
