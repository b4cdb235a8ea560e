using System.Collections.Immutable;

namespace Archive.Publishing.Secrets;

/// <summary>A text in which secrets cannot be read: reports quote people's texts, and logs are kept.</summary>
public static class SecretMask
{
    private const char Shown = '•';

    /// <summary>The text with every secret's characters as dots; of the same length, so that places stay true. Line breaks stay.</summary>
    public static string Of(string text)
    {
        var secrets = SecretScan.Of(text);
        return secrets.IsEmpty ? text : string.Create(text.Length, (text, secrets), static (masked, from) => Write(masked, from.text, from.secrets));
    }

    private static void Write(Span<char> masked, string text, ImmutableArray<FoundText> secrets)
    {
        text.CopyTo(masked);
        foreach (var secret in secrets)
        {
            foreach (ref var letter in masked.Slice(secret.Start, secret.Length))
            {
                if (letter != '\n') letter = Shown;
            }
        }
    }
}
