using System.Security.Cryptography;
using System.Text;

namespace Archive.PublicRecord;

/// <summary>Ids for what has no stored one. Made of public words only, so that they tell nothing that is not on the page.</summary>
public static class PublicIds
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private const int Length = 12;

    /// <summary>The id of an incident that has no stored one. It changes when its address does.</summary>
    public static string OfIncident(string slug) => Of("incident", slug);

    /// <summary>Twelve of <c>[a-z0-9]</c>: the same words in the same order give the same id.</summary>
    internal static string Of(params ReadOnlySpan<string> words)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', words)));
        return string.Create(Length, digest, static (id, from) =>
        {
            for (var i = 0; i < id.Length; i++) id[i] = Letters[((from[2 * i] << 8) | from[(2 * i) + 1]) % Letters.Length];
        });
    }
}
