using Archive.Publishing.Diagnostics;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary><c>search: { public: true }</c> in archive.yml, and its absence.</summary>
public sealed class PublicSearchTests
{
    [Fact]
    public void Without_it_the_public_site_has_no_script_and_no_index()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole);
        Assert.False(built.Has("public/search/index.html"));
        Assert.DoesNotContain(built.Paths(".js"), p => p.Contains("/public/", StringComparison.Ordinal));
        Assert.True(built.Has("internal/search/index.json"));
    }

    [Fact]
    public void With_it_the_public_site_has_both_and_nothing_is_found_wrong()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithSettings("search: { public: true }\n"));
        Assert.Equal([], built.Findings.Select(f => f.ToString()));
        Assert.True(built.Has("public/search/index.html"));
        Assert.True(built.Has("public/search/index.json"));
        built.AssertHarmless();
    }

    [Fact]
    public void Anything_but_a_yes_or_a_no_is_a_finding() =>
        Assert.Equal(["unknown-word"], SoundArchive.Whole.WithSettings("search: { public: maybe }\n").Findings().Where(f => f.Level == FindingLevel.Error).Codes());
}
