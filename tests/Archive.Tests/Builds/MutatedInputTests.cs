using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archive.Incidents;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;
using Archive.Tests.Cli;
using Archive.Tests.Validation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>However a file is damaged, reading it ends, with findings at places that are there.</summary>
/// <remarks>The seeds are fixed, so that a run says the same as the last one; <c>ARCHIVE_MUTATIONS</c> gives a number of rounds with seeds of its own to dig deeper.</remarks>
public sealed class MutatedInputTests
{
    private const int FilesAtATime = 24;

    private static readonly string FrontMatter = SoundArchive.Whole[SoundArchive.Incident][..SoundArchive.Whole[SoundArchive.Incident].IndexOf("## Summary", StringComparison.Ordinal)];

    private static readonly string Body = SoundArchive.Whole[SoundArchive.Incident][FrontMatter.Length..];

    [Fact]
    public void Damaged_front_matter_is_read_to_the_end() =>
        Check(Mutation.Several.ArrayOf(FilesAtATime), 12, many => AssertRead(Archive(many, m => Mutation.All(FrontMatter, m) + Body)));

    [Fact]
    public void A_damaged_body_is_read_to_the_end() =>
        Check(Mutation.Several.ArrayOf(FilesAtATime), 12, many => AssertRead(Archive(many, m => FrontMatter + Mutation.All(Body, m))));

    [Fact]
    public void Damaged_notes_and_catalogues_are_read_to_the_end() =>
        Check(Mutation.Several.ArrayOf(4), 25, many => AssertRead(((string[])[SoundArchive.Note, "archive.yml", "services.yml", "failure-classes.yml"])
            .Zip(many)
            .Aggregate(SoundArchive.Whole.WithSettings("policy:\n  severities: [{ id: sev2, rank: 2, deadline: 5 business-days }]\n  holidays: [2026-12-25]\nrules: { placeholder: off }\ntime_zone: Europe/Berlin\n"), (a, m) => a.With(m.First, Mutation.All(a[m.First], m.Second)))));

    [Fact]
    public void What_is_read_of_damaged_files_is_built() =>
        Check(Mutation.Several.ArrayOf(FilesAtATime), 4, many =>
        {
            using var built = BuiltArchive.Of(Archive(many, m => Mutation.All(SoundArchive.Whole.Replace("status: final", "status: draft")[SoundArchive.Incident], m)));
            built.AssertHarmless();
        });

    [Fact]
    public void Any_text_is_a_moment_and_a_zone_or_is_not() =>
        Check(Mutation.Any.ArrayOf(3).Two(), 2000, pair =>
        {
            var time = Mutation.All("2026-04-25T14:02:00.5+02:00", pair.Item1);
            var problems = new DiagnosticBag();
            var read = Shapes.Instant.Read(YamlNode.Scalar(time, isPlain: true, new("f.yml", 1, 1)), problems);
            Assert.Equal(read is null, problems.Count == 1);
            foreach (var zone in (string[])[Mutation.All("Time (UTC+02:00)", pair.Item2), Mutation.All("UTC-3:30", pair.Item2)])
            {
                if (Zones.Named(zone) is { } named) Zones.OffsetOf(named);
                if (Zones.OffsetOf(zone) is { } offset) Assert.InRange(offset, TimeSpan.FromHours(-14), TimeSpan.FromHours(14));
            }
        });

    private static SoundArchive Archive(IEnumerable<ImmutableArray<Mutation>> many, Func<ImmutableArray<Mutation>, string> text) =>
        new(SoundArchive.Whole.Files.SetItems(many.Select((m, i) => KeyValuePair.Create($"postmortems/2026/m{i:00}.md", text(m).Replace("INC-042", $"INC-{100 + i}", StringComparison.Ordinal)))));

    private static void AssertRead(SoundArchive archive)
    {
        using var folder = archive.OnDisk();
        var findings = Read(folder);
        Assert.Equal(findings, Read(folder)); // read in parallel, told in order
        Assert.All(findings, f => AssertPlace(f, archive));
    }

    private static ImmutableArray<Diagnostic> Read(TemporaryFolder folder)
    {
        var problems = new DiagnosticBag();
        ArchiveReader.Read(folder.File("input"), SoundArchive.Today, cache: null, problems);
        return problems.Sorted();
    }

    private static void AssertPlace(Diagnostic finding, SoundArchive archive)
    {
        var place = finding.Location;
        Assert.True(archive.Files.ContainsKey(place.Path), $"{finding}");
        var lines = SourceFile.OfBytes(Encoding.UTF8.GetBytes(archive[place.Path]), place.Path, new())!.Text.Split('\n'); // it is UTF-8
        Assert.True(place.Line >= 0 && place.Line <= lines.Length, $"{finding} in {lines.Length} lines");
        if (place.Line == 0) return;
        var line = lines[place.Line - 1];
        Assert.True(place.Column >= 0 && place.Column <= line.Length + 1, $"{finding} in a line of {line.Length}: {line}");
        Assert.True(place.Length >= 0 && place.Column - 1 + place.Length <= line.Length, $"{finding} is {place.Length} long in a line of {line.Length}: {line}");
    }

    private static void Check<T>(Gen<T> values, int rounds, Action<T> holds)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(rounds).WithReplay(2026, 11);
        if (Environment.GetEnvironmentVariable("ARCHIVE_MUTATIONS") is { } more) config = Config.QuickThrowOnFailure.WithMaxTest(int.Parse(more, CultureInfo.InvariantCulture));
        Prop.ForAll(values.ToArbitrary(), holds).Check(config);
    }
}
