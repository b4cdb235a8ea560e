using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Archive.Publishing.Secrets;

/// <summary>Finds the e-mail addresses of people in a text of any kind, in time linear in the text.</summary>
/// <remarks>
/// Addresses of a role or a list (<c>support@</c>, <c>dev-team@</c>) and of names that are reserved for examples (RFC 2606, RFC 6761)
/// belong to nobody; <c>git@host:path</c>, <c>user@1000.service</c> and <c>logo@2x.png</c> are no addresses.
/// </remarks>
public static class EmailScan
{
    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "abuse", "admin", "alerts", "announce", "billing", "careers", "certs", "contact", "dev", "discuss", "feedback", "git", "group", "hello", "help", "helpdesk", "hostmaster",
        "hr", "incident", "incidents", "info", "it", "jobs", "legal", "list", "lists", "mail", "mailer", "marketing", "no-reply", "noc", "noreply", "notifications", "office", "oncall",
        "ops", "postmaster", "press", "privacy", "reply", "root", "sales", "security", "service", "sre", "status", "support", "sysadmin", "team", "test", "user", "username", "users", "webmaster");

    private static readonly FrozenSet<string> NoDomains = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "example", "invalid", "test", "localhost", "local", "internal", "lan", "svc", "cluster", "service", "timer", "socket", "target", "png", "jpg", "jpeg", "gif", "svg", "webp", "js", "ts",
        "json", "yml", "yaml", "css", "html", "txt", "tgz", "zip");

    /// <summary>In order; they do not overlap.</summary>
    public static ImmutableArray<FoundText> Of(string text)
    {
        var found = ImmutableArray.CreateBuilder<FoundText>(0);
        var free = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > free && IsLocal(text[start - 1])) start--;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
            while (end > at + 1 && text[end - 1] is '.' or '-') end--;
            free = end;
            if (IsPersonal(text, start, at, end)) found.Add(new(start, end - start, "an e-mail address"));
        }
        return found.ToImmutable();
    }

    private static bool IsLocal(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '%' or '+' or '-';

    private static bool IsPersonal(string text, int start, int at, int end)
    {
        var local = text.AsSpan(start, at - start);
        var domain = text.AsSpan(at + 1, end - at - 1);
        if (local.IsEmpty || local[0] is '.' or '%' || (start > 0 && text[start - 1] is '/' or ':' or '@' && !text.AsSpan(0, start).EndsWith("mailto:"))) return false;
        var dot = domain.LastIndexOf('.');
        if (dot <= 0 || domain.Length - dot - 1 < 2 || domain[(dot + 1)..].ContainsAnyExceptInRange('A', 'z')) return false;
        if (end < text.Length && text[end] == ':' && end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1])) return false; // git@host:path
        return !IsReserved(domain, dot) && !IsRole(local) && !IsList(domain);
    }

    private static bool IsReserved(ReadOnlySpan<char> domain, int dot)
    {
        if (NoDomains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(domain[(dot + 1)..])) return true;
        var second = domain[..dot];
        second = second[(second.LastIndexOf('.') + 1)..];
        return second.Equals("example", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRole(ReadOnlySpan<char> local)
    {
        var roles = Roles.GetAlternateLookup<ReadOnlySpan<char>>();
        if (roles.Contains(local)) return true;
        foreach (var part in local.SplitAny('-', '.', '_', '+'))
        {
            if (roles.Contains(local[part])) return true;
        }
        return false;
    }

    private static bool IsList(ReadOnlySpan<char> domain) =>
        domain.Equals("googlegroups.com", StringComparison.OrdinalIgnoreCase) || domain.Equals("groups.io", StringComparison.OrdinalIgnoreCase)
        || domain.StartsWith("lists.", StringComparison.OrdinalIgnoreCase) || domain.EndsWith("users.noreply.github.com", StringComparison.OrdinalIgnoreCase);
}
