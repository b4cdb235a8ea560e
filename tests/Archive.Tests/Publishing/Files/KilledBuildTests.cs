using System.Diagnostics;
using System.Globalization;
using Archive.Publishing.Files;
using Xunit;

namespace Archive.Tests.Publishing.Files;

public sealed class KilledBuildTests : IDisposable
{
    private const int Pages = 200;

    private readonly string _parent = Directory.CreateTempSubdirectory("killed-build-").FullName;

    private string Folder => Path.Combine(_parent, "internal");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void A_build_that_is_killed_leaves_the_old_site_or_the_new_one()
    {
        Write(Folder, 0);
        var random = new Random(20260425);
        for (var round = 0; round < 20; round++)
        {
            KillAfter(TimeSpan.FromMilliseconds(random.Next(60)));
            AssertWhole(round);
        }
        Write(Folder, 1);
        AssertWhole(20);
        Assert.Equal([".internal.lock", "internal"], SiteWriterTests.Names(_parent));
    }

    private void KillAfter(TimeSpan delay)
    {
        var started = Path.Combine(_parent, "started");
        using var child = StartChild();
        try
        {
            while (!File.Exists(started) && !child.HasExited) Thread.Sleep(5);
            Thread.Sleep(delay);
            Assert.False(child.HasExited, "The child ended by itself.");
        }
        finally
        {
            child.Kill(); // SIGKILL: no chance to tidy up
            child.WaitForExit();
            File.Delete(started);
        }
    }

    private Process StartChild()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(KilledBuildTests).Assembly.Location);
        foreach (var argument in (string[])["--filter-method", $"{typeof(KilledBuild).FullName}.{nameof(KilledBuild.Builds_until_it_is_killed)}", "--explicit", "only", "--no-progress", "--results-directory", _parent])
            start.ArgumentList.Add(argument);
        start.Environment[KilledBuild.FolderVariable] = Folder;
        return Process.Start(start)!; // not a shell command: never null
    }

    internal static void Write(string folder, int number) => SiteWriter.Write(folder,
        new(SiteWriterTests.Pages(Enumerable.Range(0, PagesOf(number)).Select(i => (string.Create(CultureInfo.InvariantCulture, $"{i % 20}/{i}/index.html"), Text(number))))),
        SiteWriterTests.NoTemplates);

    /// <summary>Sites of odd and even numbers have other texts and other counts, so that a mixture shows.</summary>
    private static int PagesOf(int number) => Pages + number % 2 * 10;

    private static string Text(int number) => number % 2 == 0 ? "even" : "odd" + new string('x', 3000);

    private void AssertWhole(int round)
    {
        var texts = SiteWriterTests.Written(Folder).Select(f => f.Split('=')[1]).ToArray();
        var number = texts[0] == "even" ? 0 : 1;
        Assert.True(texts.All(t => t == Text(number)), $"round {round}: pages of two sites");
        Assert.Equal(PagesOf(number), texts.Length);
    }
}

/// <summary>The child of the test above.</summary>
public sealed class KilledBuild
{
    internal const string FolderVariable = "ARCHIVE_TESTS_KILLED_BUILD_FOLDER";

    [Fact(Explicit = true)]
    public void Builds_until_it_is_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable) ?? throw new InvalidOperationException($"{FolderVariable} is not set.");
        for (var i = 1; ; i++)
        {
            KilledBuildTests.Write(folder, i);
            if (i == 1) File.WriteAllText(Path.Combine(Path.GetDirectoryName(folder)!, "started"), "");
        }
    }
}
