using Archive.Incidents.Redaction;
using Archive.Tests.PublicRecord;
using Archive.Tests.Redaction;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>Two archives that differ only in what is private give the same public site, byte for byte.</summary>
public class NonInterferenceTests
{
    private static readonly IReadOnlyDictionary<string, byte[]> Expected = SiteAround(new(seed: 1), null);

    /// <summary>The public site of the canary archive with another private side: other words of other lengths, other counts, another day.</summary>
    private static IReadOnlyDictionary<string, byte[]> SiteAround(ModelFiller filler, DateOnly? asOf) =>
        RenderedSite.Of(Redactor.Redact(CanaryArchive.Around(filler, asOf))).Files;

    [Fact]
    public void What_is_private_moves_no_byte_of_the_public_site() => Prop
        .ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<PositiveInt>(), (seed, days) =>
            Same(Expected, SiteAround(new(seed, varies: true), ArchiveExamples.Today.AddDays(days.Get))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true));

    [Fact]
    public void What_is_public_does_move_it()
    {
        var archive = CanaryArchive.Around(new(seed: 1));
        var other = archive with { Settings = archive.Settings with { Public = archive.Settings.Public with { Title = "Another title" } } };
        Assert.False(Same(Expected, RenderedSite.Of(Redactor.Redact(other)).Files));
    }

    [Fact]
    public void The_private_side_does_differ()
    {
        var one = CanaryArchive.Around(new(seed: 1, varies: true));
        var other = CanaryArchive.Around(new(seed: 2, varies: true));
        Assert.NotEqual((one.Settings.Title, one.Postmortems[^1].Title), (other.Settings.Title, other.Postmortems[^1].Title));
        Assert.NotEqual(
            Enumerable.Range(1, 9).Select(_ => one.Postmortems.Length),
            Enumerable.Range(1, 9).Select(seed => CanaryArchive.Around(new(seed, varies: true)).Postmortems.Length));
    }

    private static bool Same(IReadOnlyDictionary<string, byte[]> one, IReadOnlyDictionary<string, byte[]> other) =>
        one.Count == other.Count && one.All(file => other.TryGetValue(file.Key, out var bytes) && file.Value.AsSpan().SequenceEqual(bytes));
}
