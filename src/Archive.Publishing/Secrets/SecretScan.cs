using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Publishing.Secrets;

/// <summary>Finds keys, tokens and passwords in a text of any kind. In time linear in the text.</summary>
/// <remarks>
/// Looks for what only secrets have: the prefixes of providers, the armour of private keys, the three parts of a JSON Web Token
/// (RFC 7519), a password in an address (RFC 3986, 3.2.1), and a random value behind a word such as <c>password=</c>. What says that
/// it is an example is none.
/// </remarks>
public static class SecretScan
{
    /// <summary>Before a private key, which alone of all secrets has several lines.</summary>
    internal const string KeyArmour = "-----BEGIN ";
    private const string WebToken = "eyJ";
    private const string Authority = "://";
    private const string Bearer = "Bearer ";

    /// <summary>Nothing that is looked for is longer: what goes on without end is read no further, so that time stays linear.</summary>
    private const int Longest = 8192;

    private static readonly string[] Names =
        ["password", "passwd", "secret", "api_key", "apikey", "api-key", "access_key", "accesskey", "auth_token", "access_token", "private_key", "AccountKey"];

    /// <summary>Of more words at once, a search looks at each place where letters of several stand behind one another: three searches take a quarter of the time of one.</summary>
    private const int AnchorsAtOnce = 15;

    private static readonly ImmutableArray<SearchValues<string>> Anchors =
    [
        .. TokenShape.All.Select(t => t.Prefix).Concat([KeyArmour, WebToken, Authority, Bearer]).Order(StringComparer.Ordinal).Chunk(AnchorsAtOnce).Select(anchors => SearchValues.Create(anchors, StringComparison.Ordinal)),
    ];

    private static readonly SearchValues<string> NameAnchors = SearchValues.Create(Names, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands at the place of an anchor; null where it is no secret.</summary>
    private delegate FoundText? ReadAt(ReadOnlySpan<char> text, int at);

    /// <summary>In order; they do not overlap.</summary>
    public static ImmutableArray<FoundText> Of(ReadOnlySpan<char> text)
    {
        var found = ImmutableArray.CreateBuilder<FoundText>(0);
        foreach (var anchors in Anchors) Scan(text, anchors, AnchoredAt, found);
        Scan(text, NameAnchors, NamedAt, found);
        if (found.Count < 2) return found.ToImmutable();
        var apart = ImmutableArray.CreateBuilder<FoundText>();
        foreach (var each in found.OrderBy(f => f.Start).ThenByDescending(f => f.Length))
        {
            if (apart.Count == 0 || each.Start >= apart[^1].End) apart.Add(each);
        }
        return apart.ToImmutable();
    }

    private static void Scan(ReadOnlySpan<char> text, SearchValues<string> anchors, ReadAt read, ImmutableArray<FoundText>.Builder found)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(anchors);
            if (at < 0) return;
            var hit = read(text, from + at);
            if (hit is { } secret) found.Add(secret);
            from = Math.Max(from + at + 1, hit?.End ?? 0);
        }
    }

    private static FoundText? AnchoredAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at, Math.Min(Longest, text.Length - at));
        if (rest.StartsWith(KeyArmour)) return PrivateKeyAt(text, at);
        if (rest.StartsWith(Authority)) return PasswordInAddress(text, at + Authority.Length);
        if (rest.StartsWith(Bearer)) return ValueAt(text, at + Bearer.Length, 20, "a bearer token");
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return null;
        if (rest.StartsWith(WebToken)) return WebTokenAt(text, at);
        foreach (var shape in TokenShape.All)
        {
            if (!rest.StartsWith(shape.Prefix)) continue;
            var length = shape.LengthAt(rest[shape.Prefix.Length..]);
            return length == 0 || Placeholders.Is(rest.Slice(shape.Prefix.Length, length)) ? null : new(at, shape.Prefix.Length + length, shape.What);
        }
        return null;
    }

    /// <summary>From the armour's first line to its last; to the end of the first where there is no last.</summary>
    private static FoundText? PrivateKeyAt(ReadOnlySpan<char> text, int at)
    {
        var line = text.Slice(at, Math.Min(Longest, text.Length - at));
        if (line.IndexOf('\n') is >= 0 and var newline) line = line[..newline];
        if (!line.Contains("PRIVATE KEY", StringComparison.Ordinal)) return null;
        var rest = text.Slice(at, Math.Min(Longest, text.Length - at));
        var end = rest.IndexOf("-----END ");
        var close = end < 0 ? -1 : rest[(end + 9)..].IndexOf("-----");
        return new(at, close < 0 ? line.Length : end + 9 + close + 5, "a private key");
    }

    private static FoundText? WebTokenAt(ReadOnlySpan<char> text, int at)
    {
        var dot = text.Slice(at, Math.Min(1024, text.Length - at)).IndexOf('.');
        if (dot < 0 || !text[(at + dot)..].StartsWith(".eyJ")) return null; // header and payload are JSON objects both
        var (dots, end) = (0, at);
        while (end < text.Length && end - at < Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
        {
            if (text[end++] == '.') dots++;
        }
        var token = text[at..end].TrimEnd('.');
        return dots >= 2 && token.Length >= 40 && !Placeholders.Is(token) ? new(at, token.Length, "a JSON Web Token") : null;
    }

    /// <summary>The password of <c>scheme://name:password@host</c>.</summary>
    private static FoundText? PasswordInAddress(ReadOnlySpan<char> text, int start)
    {
        var colon = -1;
        for (var i = start; i < text.Length && i - start < 512; i++)
        {
            if (text[i] == ':' && colon < 0) colon = i;
            if (char.IsWhiteSpace(text[i]) || text[i] is '/' or '"' or '\'' or '`' or ')' or '|' or '?' or '#') return null;
            if (text[i] != '@') continue;
            var length = i - colon - 1;
            return colon < 0 || length < 4 || Placeholders.Is(text.Slice(colon + 1, length)) ? null : new(colon + 1, length, "a password in an address");
        }
        return null;
    }

    /// <summary>The value behind <c>password=</c>, <c>api_key: "…"</c> and their like.</summary>
    private static FoundText? NamedAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 64 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
        if (end < text.Length && text[end] is '"' or '\'') end++; // "password": …
        if (end < text.Length && text[end] == ' ') end++;
        if (end >= text.Length || text[end] is not (':' or '=')) return null;
        end++;
        while (end < text.Length && end - at < 80 && text[end] is ' ' or '"' or '\'' or '`') end++;
        return ValueAt(text, end, 8, "a password or key");
    }

    private static FoundText? ValueAt(ReadOnlySpan<char> text, int start, int least, string what)
    {
        var end = start;
        while (end < text.Length && end - start < 512 && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ',' or ';' or ')' or '|' or '&' or '<')) end++;
        var value = text[start..end].TrimEnd('.');
        var isWords = value.ContainsAny("/\\(") || value.StartsWith("@") || value.Count('-') > 2; // a path, a call, a name of several words
        return value.Length < least || isWords || Placeholders.Is(value) || !Placeholders.LooksRandom(value) ? null : new(start, value.Length, what);
    }
}
