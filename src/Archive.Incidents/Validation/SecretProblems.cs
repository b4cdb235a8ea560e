using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What should stand in no file of the archive: secrets, and what leads to a person. No message holds what was found.</summary>
public static class SecretProblems
{
    public const string Family = "secrets";

    public static readonly Rule SecretRule = Define("secret", FindingLevel.Error, "A key, a token or a password",
        "What stands in a repository is read by everybody who can read it, and by everybody who will. Take the secret back where it was issued first: removing it from the file leaves it in the history. " +
        "Then write what it was for: *the deploy token of the mail service*. The finding never shows it. Found are the keys of some thirty providers, private keys, JSON Web Tokens, passwords in addresses, " +
        "and random values behind words such as `password=`; `${TOKEN}`, `xxxx` and whatever says that it is an example are passed over.",
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. It connected to `postgres://shop:k7Qz19xv4m@db/shop`.\n"),
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. It connected to `postgres://shop:${PASSWORD}@db/shop`.\n"));

    public static readonly Rule EmailRule = Define("email-address", FindingLevel.Error, "The e-mail address of a person",
        "It is personal data, in a file that is kept for ever and perhaps copied to a ticket. Say who it was by role: *a customer in Norway*, *the on-call engineer*. " +
        "Addresses of roles and lists (`support@…`) and of example domains are fine; others that may stand here go under `allowed_addresses` in the policy of `archive.yml`, singly or as `@domain`.",
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. The first to write was jo.fields@orchard-mail.com.\n"),
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. The first to write was a grower in the south.\n"));

    public static readonly Rule IpAddressRule = Define("ip-address", FindingLevel.Warning, "An IP address that belongs to somebody",
        "The address of a customer is personal data; that of a host of your own helps an attacker. Write what stands behind it: *the office of one customer*, *the northern load balancer*. " +
        "Private, documentation and well-known addresses are fine; others that may stand here go under `allowed_addresses` in the policy of `archive.yml`, singly or as a network: `81.2.69.0/24`.",
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. Most requests came from 81.2.69.142.\n"),
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. Most requests came from one packing house.\n"));

    public static ImmutableArray<Rule> All { get; } = [SecretRule, EmailRule, IpAddressRule];

    /// <param name="what">What it is, never the secret itself.</param>
    public static Diagnostic Secret(SourceLocation place, string what) =>
        new(SecretRule, SecretRule.Level, place, $"Here stands {what}.", "Take it back where it was issued, then write what it was for.");

    public static Diagnostic Email(SourceLocation place, string domain) =>
        new(EmailRule, EmailRule.Level, place, $"Here stands the e-mail address of somebody at {Excerpt.Of(domain)}.", "Say who it was by role, or allow it in archive.yml: policy: allowed_addresses.");

    public static Diagnostic IpAddress(SourceLocation place) =>
        new(IpAddressRule, IpAddressRule.Level, place, "This IP address belongs to somebody.", "Say what stands behind it, or allow it in archive.yml: policy: allowed_addresses.");

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, level, code, title, explanation, bad, good);
}
