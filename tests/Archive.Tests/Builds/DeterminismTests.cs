using System.Collections.Immutable;
using System.Globalization;
using Archive.Incidents;
using Archive.Tests.Boundaries;
using Archive.Tests.Cli;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>The same input on the same day gives the same bytes, wherever it is built.</summary>
[Collection(nameof(Alone))]
public sealed class DeterminismTests : IDisposable
{
    private readonly BuiltArchive _first = BuiltArchive.Of(Sample(), keepGoing: true);

    [Fact]
    public void Built_twice_it_is_the_same() => AssertSame(Sample());

    [Fact]
    public void Built_over_an_earlier_output_it_is_the_same()
    {
        var before = Tree(_first);
        _first.Folder.Write("input/postmortems/2026/new.md", SoundArchive.Stub("INC-999", "2026-06-03T08:00:00Z").Replace("[shop]", "[line-controller]", StringComparison.Ordinal));
        BuiltArchive.Build(_first.Folder, keepGoing: true);
        Assert.NotEqual(before, Tree(_first));
        File.Delete(_first.Folder.File("input/postmortems/2026/new.md"));
        BuiltArchive.Build(_first.Folder, keepGoing: true);
        Assert.Equal(before, Tree(_first));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public void The_machines_time_zone_does_not_matter(string zone)
    {
        var own = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(zone, TimeZoneInfo.Local.Id);
            AssertSame(Sample());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", own);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void The_persons_culture_does_not_matter()
    {
        var (own, ownDefault) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−", PercentSymbol = "pc" };
        other.DateTimeFormat.DateSeparator = "!";
        other.DateTimeFormat.TimeSeparator = "?";
        other.DateTimeFormat.AbbreviatedMonthNames = [.. Enumerable.Range(1, 12).Select(i => $"month{i}"), ""];
        other.DateTimeFormat.MonthNames = other.DateTimeFormat.AbbreviatedMonthNames;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = other;
            Assert.Equal("1,5", $"{1.5}");
            AssertSame(Sample());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (own, ownDefault);
        }
    }

    [Fact]
    public void The_current_folder_does_not_matter()
    {
        var own = Environment.CurrentDirectory;
        using var folder = Sample().OnDisk();
        try
        {
            Environment.CurrentDirectory = folder.Path;
            ArchiveBuild.Run(SoundArchive.RequestFor(folder) with { InputFolder = "input", OutputFolder = "output", KeepGoing = true });
        }
        finally
        {
            Environment.CurrentDirectory = own;
        }
        Assert.Equal(Tree(_first), BuiltArchive.TreeOf(folder.File("output")));
    }

    [Fact]
    public void The_order_in_which_files_were_made_does_not_matter()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Sample().Files.Reverse()) folder.Write($"input/{path}", text);
        foreach (var file in Directory.EnumerateFiles(folder.File("input"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        BuiltArchive.Build(folder, keepGoing: true);
        Assert.Equal(Tree(_first), BuiltArchive.TreeOf(folder.File("output")));
    }

    [Fact]
    public void Line_ends_do_not_matter() =>
        AssertSame(new(Sample().Files.ToImmutableSortedDictionary(f => f.Key, f => f.Value.Replace("\n", "\r\n", StringComparison.Ordinal), StringComparer.Ordinal)));

    public void Dispose() => _first.Dispose();

    private void AssertSame(SoundArchive archive)
    {
        using var again = BuiltArchive.Of(archive, keepGoing: true);
        Assert.Equal(Tree(_first), Tree(again));
        Assert.Equal(_first.Findings, again.Findings);
    }

    private static string Tree(BuiltArchive built) => BuiltArchive.TreeOf(built.Folder.File("output"));

    /// <summary>The sample archive of the repository, with findings and without pictures.</summary>
    private static SoundArchive Sample()
    {
        var input = Path.Combine(Repository.Root, "input");
        var files = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".yml")
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(input, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        return new(files.SetItem("postmortems/2026/broken.md", "---\nid: INC-998\nseverity: sev9\nfoo: bar\n---\n"));
    }
}

/// <summary>Tests that change what belongs to the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
