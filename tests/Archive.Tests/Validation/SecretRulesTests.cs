using Archive.Publishing.Diagnostics;
using Archive.Tests.Cli;
using Xunit;

namespace Archive.Tests.Validation;

public sealed class SecretRulesTests
{
    private const string Address = "postgres://shop:Zr84wTq2Lm@db/shop";

    [Fact]
    public void A_secret_is_found_in_the_front_matter_in_code_in_a_comment_and_in_a_page()
    {
        Assert.Equal(["secret"], SoundArchive.Whole.WithKeys($"error_signatures: ['{Address}']\n").Findings().Codes());
        Assert.Equal(["secret"], SoundArchive.Whole.Replace("400 customers waited.", $"400 customers waited.\n\n```\n{Address}\n```").Findings().Codes());
        Assert.Equal(["secret"], SoundArchive.Whole.Replace("400 customers waited.", $"400 customers waited. <!-- {Address} -->").Findings().Codes());
        Assert.Equal(["secret"], SoundArchive.Whole.With("pages/about.md", $"---\ntitle: About\n---\n\n{Address}\n").Findings().Codes());
        Assert.Equal(["secret"], SoundArchive.Whole.With("services.yml", $"- id: shop\n  public_name: Shop\n  description: '{Address}'\n").Findings().Codes());
        Assert.Contains("secret", SoundArchive.Whole.With(SoundArchive.Note, SoundArchive.Whole[SoundArchive.Note].Replace("for an hour", Address, StringComparison.Ordinal)).Findings().Codes());
    }

    [Fact]
    public void A_draft_and_a_stub_may_not_hold_one_either() =>
        Assert.Equal(FindingLevel.Error, Assert.Single(SoundArchive.Whole.With(SoundArchive.Later, SoundArchive.Stub("INC-043", "2026-06-03T08:00:00Z") + $"\n{Address}\n").Findings()).Level);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    public void No_report_prints_the_secret(string format)
    {
        using var folder = SoundArchive.Whole.WithKeys($"severity: ghp_Zr84wTq2LmR2tY8wB3nL6pD0sF5gH1jC9aEu\nerror_signatures: ['{Address}']\n").OnDisk();
        var run = CommandLineRun.Of(folder, "check", "--as-of", "2026-11-21", "--format", format);
        Assert.Contains("secret", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zr84", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_level_of_a_secret_is_fixed_and_that_of_an_ip_address_is_not()
    {
        Assert.Equal(["unknown-rule"], SoundArchive.Whole.WithSettings("rules: { secret: off }\n").Findings().Codes());
        Assert.Empty(SoundArchive.Whole.WithSettings("rules: { ip-address: off }\n").Replace("400 customers waited.", "400 customers waited at 81.2.69.142.").Findings());
    }

    [Theory]
    [InlineData("81.2.69.142")]
    [InlineData("81.2.69.0/24")]
    [InlineData("\"@orchard-mail.com\"")]
    [InlineData("jo.fields@orchard-mail.com")]
    public void What_the_policy_allows_is_passed_over(string allowed)
    {
        var text = allowed.Contains('@', StringComparison.Ordinal) ? "jo.fields@orchard-mail.com" : "81.2.69.142";
        var archive = SoundArchive.Whole.Replace("400 customers waited.", $"400 customers waited at {text}.");
        Assert.Single(archive.Findings());
        Assert.Empty(archive.WithSettings($"policy: {{ allowed_addresses: [{allowed}] }}\n").Findings());
    }
}
