using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Archive.Publishing.Secrets;

/// <summary>Finds IP addresses that somebody in the world has, in time linear in the text.</summary>
/// <remarks>
/// Private, shared, local, multicast and documentation ranges (RFC 6890, RFC 5737, RFC 3849), the well-known resolvers, whole networks
/// (<c>/16</c>) and version numbers (<c>v1.2.3.4</c>) are nobody's.
/// </remarks>
public static class IpScan
{
    /// <summary>Networks of version 4, as a number and the bits of it that count.</summary>
    private static readonly ImmutableArray<(uint Address, int Bits)> Nobodys =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "1.1.1.1/32", "1.0.0.1/32", "8.8.8.8/32", "8.8.4.4/32", "9.9.9.9/32", "208.67.222.222/32",
            "208.67.220.220/32", "1.2.3.4/32",
        }.Select(n => (Four(n.AsSpan(0, n.IndexOf('/', StringComparison.Ordinal))).GetValueOrDefault(), int.Parse(n.AsSpan(n.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture))),
    ];

    /// <summary>Networks of version 6, which few texts ask for: reading addresses takes the runtime some milliseconds to get ready.</summary>
    private static class Six
    {
        private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

        private static readonly ImmutableArray<IPNetwork> Nobodys = [.. new[] { "2001:db8::/32", "2001:4860:4860::/48", "2606:4700:4700::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

        public static bool IsSomebodys(ReadOnlySpan<char> word) => IPAddress.TryParse(word, out var address) && Global.Contains(address) && !Nobodys.Any(n => n.Contains(address));
    }

    /// <summary>In order; they do not overlap.</summary>
    public static ImmutableArray<FoundText> Of(string text)
    {
        var found = ImmutableArray.CreateBuilder<FoundText>(0);
        var end = 0;
        while (text.AsSpan(end).IndexOfAny('.', ':') is >= 0 and var mark)
        {
            var (start, after) = (end + mark, end);
            end = start + 1;
            if (end == text.Length || !IsLetter(text[end])) continue; // the end of a sentence, as nearly all of them
            while (start > after && IsLetter(text[start - 1])) start--;
            while (end < text.Length && IsLetter(text[end])) end++;
            var word = text.AsSpan(start, end - start).TrimEnd(".:");
            if (word.Length >= 7 && !IsPartOfWord(text, start, end) && IsSomebodys(word, out var address)) found.Add(new(start, address, "an IP address"));
        }
        return found.ToImmutable();
    }

    private static bool IsLetter(char letter) => char.IsAsciiHexDigit(letter) || letter is '.' or ':';

    /// <summary>Inside a word, a host name or a path; a version; a network.</summary>
    private static bool IsPartOfWord(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return char.IsLetterOrDigit(before) || before is '-' or '_' or '=' or '@' or '~' or '^' || char.IsLetterOrDigit(after) || after is '-' or '_' or '+'
            || (after == '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            || text.AsSpan(0, start).EndsWith("version ", StringComparison.OrdinalIgnoreCase) || text.AsSpan(0, start).EndsWith("release ", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSomebodys(ReadOnlySpan<char> word, out int length)
    {
        length = word.Length;
        var dots = word.Count('.');
        if (dots == 3 && word.Count(':') == 1) word = word[..(length = word.IndexOf(':'))]; // with a port
        var colons = word.Count(':');
        if (dots == 3 && colons == 0) return Four(word) is { } address && !IsNobodys(address);
        var isSix = colons is 7 or 6 || (colons >= 2 && word.Contains("::", StringComparison.Ordinal)); // all eight numbers, or a gap; a clock has neither
        return isSix && word.Length <= 45 && Six.IsSomebodys(word);
    }

    private static bool IsNobodys(uint address)
    {
        foreach (var (network, bits) in Nobodys)
        {
            if ((address ^ network) >> (32 - bits) == 0) return true;
        }
        return false;
    }

    /// <summary>The number of an address of version 4; null where it is none. As everywhere, a number that begins with 0 counts by eights.</summary>
    /// <param name="word">Four parts between three dots.</param>
    internal static uint? Four(ReadOnlySpan<char> word)
    {
        var address = 0U;
        foreach (var range in word.Split('.'))
        {
            if (PartOf(word[range]) is not { } part) return null;
            address = (address << 8) | part;
        }
        return address;
    }

    private static uint? PartOf(ReadOnlySpan<char> digits)
    {
        var (part, by) = (0U, digits is ['0', _, ..] ? 8U : 10U);
        foreach (var digit in digits)
        {
            if (digit < '0' || digit - '0' >= by || (part = (part * by) + digit - '0') > 255) return null;
        }
        return digits.IsEmpty ? null : part;
    }
}
