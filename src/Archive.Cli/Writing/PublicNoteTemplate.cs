using System.Security.Cryptography;

namespace Archive.Cli.Writing;

/// <summary>The text of a new public note. It stays a draft until somebody approves it.</summary>
public static class PublicNoteTemplate
{
    private const int IdLength = 12;

    /// <summary>A name for the world that tells nothing: 12 of <c>[a-z0-9]</c>, from the system's random source.</summary>
    public static string NewPublicId() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", IdLength);

    /// <param name="publicId">See <see cref="NewPublicId"/>.</param>
    public static string Of(PostmortemOutline outline, string publicId)
    {
        var components = outline.Services.Select(s => s.PublicName).OfType<string>().ToArray();
        var what = components.Length == 0 ? "our services" : string.Join(" and ", components);
        return $"""
            ---
            # yaml-language-server: $schema=../../schema/public-note.json
            incident: {YamlText.Of(outline.Id)}
            public_id: {publicId}
            status: draft               # ongoing publishes the updates; 'archive public approve' publishes all of it
            title: {YamlText.Of($"A problem with {what}")}
            impact: {outline.Severity.PublicImpactWord,-20}# none, minor, major or critical
            components: {YamlText.List(components)}
            updates:
              - at: {outline.StartedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
                status: investigating
                text: {YamlText.Of($"We are looking into a problem with {what}.")}
            ---

            <!--
            When it is over, write the account here, for customers: no names, tickets, hosts or internal words.

            ## Summary

            What customers noticed, for how long, and that it is over.

            ## What happened

            What went wrong, in words that a customer understands.

            ## What we are doing about this

            What has changed already, and what will.
            -->

            """;
    }
}
