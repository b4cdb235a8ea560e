using System.Collections.Immutable;
using System.Net;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Archive.Publishing.Secrets;

namespace Archive.Incidents.Validation;

/// <summary>Secrets and personal data in the whole text of a file: keys, prose, code and comments alike.</summary>
internal readonly record struct SecretRules(SourceFile Source, ImmutableArray<FoundText> Secrets, ImmutableArray<FoundText> Emails, ImmutableArray<FoundText> Addresses)
{
    /// <summary>What stands in a file, whatever a policy says of it.</summary>
    public static SecretRules Of(SourceFile source) => new(source, SecretScan.Of(source.Text), EmailScan.Of(source.Text), IpScan.Of(source.Text));

    public static void Check(SourceFile source, Policy policy, DiagnosticBag problems) => Of(source).Check(policy, problems);

    public void Check(Policy policy, DiagnosticBag problems)
    {
        var (source, places) = (Source, new TextPlaces(Source.Text, Source.Path));
        foreach (var found in Secrets) problems.Add(SecretProblems.Secret(places.Of(found.Start, found.Length), found.What));
        foreach (var found in Emails)
        {
            var address = source.Text.Substring(found.Start, found.Length);
            var domain = address[address.IndexOf('@', StringComparison.Ordinal)..];
            if (!policy.AllowedAddresses.Contains(address, StringComparer.OrdinalIgnoreCase) && !policy.AllowedAddresses.Contains(domain, StringComparer.OrdinalIgnoreCase))
                problems.Add(SecretProblems.Email(places.Of(found.Start, found.Length), domain[1..]));
        }
        foreach (var found in Addresses)
        {
            if (!IsAllowed(source.Text.AsSpan(found.Start, found.Length), policy)) problems.Add(SecretProblems.IpAddress(places.Of(found.Start, found.Length)));
        }
    }

    private static bool IsAllowed(ReadOnlySpan<char> written, Policy policy)
    {
        if (!IPAddress.TryParse(written, out var address)) return false;
        foreach (var allowed in policy.AllowedAddresses)
        {
            if (IPAddress.TryParse(allowed, out var one) && one.Equals(address)) return true;
            if (IPNetwork.TryParse(allowed, out var network) && network.Contains(address)) return true;
        }
        return false;
    }
}
