using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Publishing.Secrets;

/// <summary>How the keys of a provider look: a prefix that nothing else has, and characters after it.</summary>
/// <param name="Prefix">Case counts.</param>
/// <param name="Least">Characters that follow, at the least.</param>
/// <param name="What">With its article.</param>
/// <param name="Letters">Which characters may follow.</param>
internal sealed record TokenShape(string Prefix, int Least, string What, SearchValues<char> Letters)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Plain = SearchValues.Create(Alphanumeric);
    private static readonly SearchValues<char> Web = SearchValues.Create(Alphanumeric + "_-");
    private static readonly SearchValues<char> Dotted = SearchValues.Create(Alphanumeric + "_-.");
    private static readonly SearchValues<char> Upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Path = SearchValues.Create(Alphanumeric + "/");

    /// <summary>As the providers document them; longer prefixes before those that they begin with.</summary>
    public static ImmutableArray<TokenShape> All { get; } =
    [
        new("ghp_", 36, "a GitHub token", Plain), new("gho_", 36, "a GitHub token", Plain), new("ghu_", 36, "a GitHub token", Plain),
        new("ghs_", 36, "a GitHub token", Plain), new("ghr_", 36, "a GitHub token", Plain), new("github_pat_", 36, "a GitHub token", Web),
        new("glpat-", 20, "a GitLab token", Dotted), new("gldt-", 20, "a GitLab token", Web), new("glrt-", 20, "a GitLab token", Web),
        new("AKIA", 16, "an AWS access key", Upper), new("ASIA", 16, "an AWS access key", Upper),
        new("xoxb-", 16, "a Slack token", Web), new("xoxp-", 16, "a Slack token", Web), new("xoxa-", 16, "a Slack token", Web),
        new("xoxr-", 16, "a Slack token", Web), new("xoxs-", 16, "a Slack token", Web), new("xapp-1-", 16, "a Slack token", Web),
        new("hooks.slack.com/services/T", 24, "the address of a Slack webhook", Path),
        new("sk_live_", 16, "a Stripe key", Plain), new("rk_live_", 16, "a Stripe key", Plain), new("whsec_", 24, "a Stripe webhook secret", Plain),
        new("AIza", 35, "a Google API key", Web), new("ya29.", 20, "a Google access token", Web), new("GOCSPX-", 20, "a Google client secret", Web),
        new("npm_", 36, "an npm token", Plain), new("pypi-AgE", 40, "a PyPI token", Web), new("rubygems_", 40, "a RubyGems key", Hex),
        new("SG.", 60, "a SendGrid key", Dotted), new("dop_v1_", 64, "a DigitalOcean token", Hex), new("nfp_", 36, "a Netlify token", Plain),
        new("hvs.", 24, "a Vault token", Web), new("shpat_", 32, "a Shopify token", Plain), new("hf_", 34, "a Hugging Face token", Plain),
        new("sk-ant-", 32, "an Anthropic key", Web), new("sk-proj-", 32, "an OpenAI key", Web), new("dapi", 32, "a Databricks token", Hex),
        new("ATATT3", 60, "an Atlassian token", Web), new("lin_api_", 32, "a Linear key", Plain), new("AGE-SECRET-KEY-1", 50, "an age key", Upper),
    ];

    /// <summary>Characters of a token that begins after the prefix; 0 where none does.</summary>
    public int LengthAt(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExcept(Letters);
        var length = end < 0 ? rest.Length : end;
        while (length > 0 && rest[length - 1] is '.' or '-' or '_') length--;
        return length >= Least ? length : 0;
    }
}
