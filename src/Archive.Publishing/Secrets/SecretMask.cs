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
        return secrets.IsEmpty ? text : string.Create(text.Length, (text, secrets), static (masked, from) =>
        {
            from.text.CopyTo(masked);
            Write(masked, from.secrets);
        });
    }

    /// <summary>Whether a text may hold a secret of several lines; any other can be masked line by line.</summary>
    public static bool MaySpanLines(ReadOnlySpan<char> text) => text.Contains(SecretScan.KeyArmour, StringComparison.Ordinal);

    /// <summary>The same where the text stands.</summary>
    public static void Hide(Span<char> text) => Write(text, SecretScan.Of(text));

    private static void Write(Span<char> text, ImmutableArray<FoundText> secrets)
    {
        foreach (var secret in secrets)
        {
            foreach (ref var letter in text.Slice(secret.Start, secret.Length))
            {
                if (letter != '\n') letter = Shown;
            }
        }
    }
}
