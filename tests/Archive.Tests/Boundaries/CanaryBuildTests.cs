using System.Collections;
using System.Reflection;
using Archive.Incidents;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Tests.Redaction;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>The whole build of a folder that has a nonsense word wherever something is not for the public.</summary>
public sealed class CanaryBuildTests : IDisposable
{
    /// <summary>Texts that come from closed vocabularies, or are for the public by design.</summary>
    private static readonly HashSet<string> CannotHoldAWord =
    [
        "Policy.Preset", "Policy.TimeZone", "Policy.RuleLevels", "Money.Currency",
        "PublicSettings.Title", "PublicSettings.Organization", "PublicSettings.Description", "PublicSettings.Url", "PublicSettings.Contact", "PublicSettings.SecurityContact", "Service.PublicName", "Service.PublicId", "Service.PublicGroup", "Service.PublicDescription",
        "PublicNote.Components", "NotePicture.Name",
    ];

    private static readonly string[] PublicWords =
    [
        "publictitlemarigold", "publicsummaryelder", "publicupdatebirch", "publicupdaterowan", "publiccorrectionhazel", "publicprosewillow", "publiclabelaspen",
        "publicworkhawthorn", "publiccomponentlarch", "publicslugalder", "publicaliaslinden", "publicidcedr", "publicsitecypress", "publicorganizationjuniper", "publicidelm1", "publicpicturetextfig", "publicgroupoak", "publicwordsash",
        "publicdescriptionyew", "publichostspruce",
    ];

    private readonly CanaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_internal_word_leaves_the_build()
    {
        var files = BuildPublic(_folder, ArchiveExamples.Today);
        Assert.Equal([], LeakScanner.Find(files, [.. _folder.Canaries.Keys]).Select(l => $"{_folder.Canaries[l.Word]} in {l.File} ({l.Form})").Distinct());
        Assert.Subset(LeakScanner.Find(files, PublicWords).Select(l => l.Word).ToHashSet(), PublicWords.ToHashSet());
    }

    [Fact]
    public void A_canary_sits_in_every_text_of_the_internal_model()
    {
        var problems = new DiagnosticBag();
        var archive = ArchiveReader.Read(_folder.Input, ArchiveExamples.Today, cache: null, problems);
        Assert.Equal([], problems.Sorted().Where(p => p.Level == FindingLevel.Error).Select(p => p.ToString()));
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach(archive, new HashSet<object>(ReferenceEqualityComparer.Instance), reached);
        Assert.Equal([], Texts().Except(CannotHoldAWord).Except(reached).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_words_do_stand_on_the_internal_site()
    {
        BuildPublic(_folder, ArchiveExamples.Today);
        var internalFiles = FilesOf(Path.Combine(_folder.Output, "internal"));
        var title = _folder.Canaries.Single(c => c.Value == "title of a postmortem").Key;
        Assert.NotEmpty(LeakScanner.Find(internalFiles, [title]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_folder_that_differs_only_in_what_is_private_builds_the_same_public_site(int variant)
    {
        using var other = new CanaryFolder(variant);
        var expected = BuildPublic(_folder, ArchiveExamples.Today);
        var actual = BuildPublic(other, ArchiveExamples.Today.AddDays(100 * variant));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    private static Dictionary<string, byte[]> BuildPublic(CanaryFolder folder, DateOnly asOf)
    {
        var report = ArchiveBuild.Run(new() { InputFolder = folder.Input, OutputFolder = folder.Output, ThemeFolder = folder.Theme, AsOf = asOf });
        Assert.Equal([], report.Findings.Where(f => f.Level == FindingLevel.Error).Select(f => f.ToString()));
        return FilesOf(Path.Combine(folder.Output, "public"));
    }

    private static Dictionary<string, byte[]> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes, StringComparer.Ordinal);

    /// <summary>Every settable property of the internal model that holds text, as <c>Type.Property</c>.</summary>
    private static IEnumerable<string> Texts() =>
        from type in ModelTypes.Of(typeof(IncidentArchive))
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.CanWrite && ModelTypes.HoldsText(property.PropertyType)
        select $"{type.Name}.{property.Name}";

    /// <summary>Walks what was read, and notes each property whose text contains a canary.</summary>
    private void Reach(object value, HashSet<object> seen, HashSet<string> reached)
    {
        if (value is IDictionary table)
        {
            foreach (var one in table.Values) Reach(one, seen, reached);
        }
        else if (value is IEnumerable many and not string)
        {
            foreach (var one in many) Reach(one, seen, reached);
        }
        else if (value.GetType() is { IsEnum: false } type && type.Assembly == typeof(IncidentArchive).Assembly && (type.IsValueType || seen.Add(value)))
        {
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite))
            {
                if (property.GetValue(value) is not { } inner) continue;
                if (WordsIn(inner).Any(text => _folder.Canaries.Keys.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))) reached.Add($"{type.Name}.{property.Name}");
                Reach(inner, seen, reached);
            }
        }
    }

    private static IEnumerable<string> WordsIn(object value) => value switch
    {
        string text => [text],
        Uri address => [address.AbsoluteUri],
        HtmlText html => [html.Fill(_ => null)],
        SourceLocation place => [place.Path],
        DocumentLink link => [link.Target, link.Written],
        IDictionary table => table.Keys.Cast<string>(),
        IEnumerable many => many.Cast<object>().SelectMany(WordsIn),
        _ => [],
    };
}
