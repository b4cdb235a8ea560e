using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.PublicRecord;

namespace Archive.Incidents.Redaction;

/// <summary>The only door from what we know to what the world may know.</summary>
/// <remarks>
/// It copies field by field, only from words that a person wrote for the public, so that a field nobody thought of stays
/// inside. No postmortem crosses, only its note; nothing here may look at a postmortem except to see that it is over.
/// </remarks>
public static class Redactor
{
    public static PublicHistory Redact(IncidentArchive archive)
    {
        ImmutableArray<string> components = [.. archive.Services.Select(s => s.PublicName).OfType<string>().Distinct()];
        return new()
        {
            Title = archive.Settings.Public.Title,
            Organization = archive.Settings.Public.Organization,
            Description = archive.Settings.Public.Description,
            HasSearch = archive.Settings.Search.IsPublic,
            Components = [.. components.Select(name => new PublicComponent(name))],
            Incidents =
            [
                .. archive.Postmortems
                    .Where(p => p.Times.ResolvedAt is not null)
                    .Select(p => p.PublicNote)
                    .OfType<PublicNote>()
                    .Where(note => PublicationDay(note) <= archive.AsOf)
                    .Select(note => IncidentOf(note, components))
                    .OrderByDescending(i => i.StartedAt)
                    .ThenBy(i => i.Slug, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The first day on which a note may be read: approved, and out of its embargo. Null where nobody approved it.</summary>
    private static DateOnly? PublicationDay(PublicNote note)
    {
        if (note is not { Status: NoteStatus.Approved, ApprovedBy: not null, ApprovedOn: { } approvedOn }) return null;
        return note.PublishAfter is { } embargo && embargo > approvedOn ? embargo : approvedOn;
    }

    private static PublicIncident IncidentOf(PublicNote note, ImmutableArray<string> components) => new()
    {
        PublicId = note.PublicId,
        Slug = note.Slug,
        Aliases = note.Aliases,
        Title = note.Title,
        Impact = note.Impact,
        Components = [.. components.Where(note.Components.Contains)],
        Updates = [.. note.Updates.Select(u => new PublicUpdate(u.At, u.Status, u.Text))],
        Corrections = [.. note.Corrections.Select(c => new PublicCorrection(c.On, c.Text))],
        Summary = note.Summary,
        Sections = [.. note.Sections.Select(SectionOf)],
        PublishedOn = PublicationDay(note)!.Value, // only notes with a day are asked
    };

    // No hole is filled: every one of them points into the archive. Its label, which the person wrote, stays.
    private static PublicSection SectionOf(BodySection section) =>
        new(section.Heading, section.Anchor, section.Html.Fill(_ => null));
}
