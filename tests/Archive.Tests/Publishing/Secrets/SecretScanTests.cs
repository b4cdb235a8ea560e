using Archive.Publishing.Diagnostics;
using Archive.Publishing.Secrets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Publishing.Secrets;

/// <summary>The secrets here are put together when the test runs, so that no scanner takes this file for a leak.</summary>
public sealed class SecretScanTests
{
    private const string Random = "k7Qz19xv4mR2tY8wB3nL6pD0sF5gH1jC9aEuKq";

    public static TheoryData<string, string> Tokens => new()
    {
        { "ghp_" + Random[..36], "a GitHub token" },
        { "github_pat_" + Random, "a GitHub token" },
        { "glpat-" + Random[..20], "a GitLab token" },
        { "AKIA" + "Q7RZ3X5VNLPD2WBT", "an AWS access key" },
        { "xoxb-" + "123456789012-" + Random[..24], "a Slack token" },
        { "sk_live_" + Random[..24], "a Stripe key" },
        { "AIza" + Random[..35], "a Google API key" },
        { "npm_" + Random[..36], "an npm token" },
        { "hooks.slack.com/services/T" + "0A1B2C3D/B4E5F6G7H/" + Random[..24], "the address of a Slack webhook" },
        { "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N", "a JSON Web Token" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_providers_token_is_found_whole_wherever_it_stands(string token, string what)
    {
        var found = Assert.Single(SecretScan.Of($"It used `{token}`, as before."));
        Assert.Equal(new(9, token.Length, what), found);
    }

    [Theory]
    [InlineData("postgres://shop:k7Qz19xv@db/shop", "k7Qz19xv")]
    [InlineData("curl https://jo:s3cr-tt3r@host.example.com/", "s3cr-tt3r")]
    [InlineData("password=k7Qz19xv4m", "k7Qz19xv4m")]
    [InlineData("DB_PASSWORD: 'k7Qz19xv4m'", "k7Qz19xv4m")]
    [InlineData("{\"api_key\": \"9f31c0a77be2d4418c\"}", "9f31c0a77be2d4418c")]
    [InlineData("Authorization: Bearer k7Qz19xv4mR2tY8wB3nL", "k7Qz19xv4mR2tY8wB3nL")]
    public void A_password_is_found_by_what_stands_before_it(string text, string secret)
    {
        var found = Assert.Single(SecretScan.Of(text));
        Assert.Equal(secret, text.Substring(found.Start, found.Length));
    }

    [Fact]
    public void A_private_key_is_found_from_its_first_line_to_its_last()
    {
        var key = "-----BEGIN " + "OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----";
        Assert.Equal([new(4, key.Length, "a private key")], SecretScan.Of($"key\n{key}\nend"));
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("postgres://shop:${PASSWORD}@db/shop")]
    [InlineData("postgres://shop:****@db/shop")]
    [InlineData("https://user@host/path:80@x")]
    [InlineData("password: see the vault")]
    [InlineData("The password=correct was refused")]
    [InlineData("secret: kv/data/shop/token1")]
    [InlineData("api_key = os.environ['KEY1']")]
    [InlineData("token expired at 14:02, commit 9f31c0a77be2d4418c")]
    [InlineData("password_reset_token_v2 is a table")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")]
    [InlineData("mask-1234567890123456789012345678901234")]
    public void What_is_no_secret_is_passed_over(string text) => Assert.Empty(SecretScan.Of(text));

    [Fact]
    public void Nothing_of_a_secret_is_left_in_a_masked_text_and_its_length_stays()
    {
        var text = $"a\nghp_{Random[..36]} b\n";
        Assert.Equal($"a\n{new string('•', 40)} b\n", SecretMask.Of(text));
    }

    [Fact]
    public void What_cannot_span_lines_is_masked_line_by_line_as_in_the_whole_text() => Prop.ForAll(
        Gen.Elements("\n", "\n", "\r\n", " ", "ghp_", Random[..36], "AKIA", "Q7RZ3X5VNLPD2WBT", "password", "api_key", ": ", "=", "\"", "'", "Bearer ", "://", "shop:", "k7Qz19xv", "@db/", "eyJ", "hbGciOiJIUzI1NiJ9.eyJ", "zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N").ListOf()
            .Select(parts => string.Concat(parts)).ToArbitrary(),
        text => !SecretMask.MaySpanLines(text) && SecretMask.Of(text) == string.Join('\n', text.Split('\n').Select(SecretMask.Of))).Check(Config.QuickThrowOnFailure.WithMaxTest(10000));

    [Fact]
    public void An_excerpt_of_a_text_holds_nothing_of_a_secret_in_it() =>
        Assert.DoesNotContain("ghp_", Excerpt.Of($"ghp_{Random[..36]}"), StringComparison.Ordinal);
}
