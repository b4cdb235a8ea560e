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
        ImmutableArray<PublicComponent> components = [.. archive.Services.Select(ComponentOf).OfType<PublicComponent>().DistinctBy(c => c.Name, StringComparer.Ordinal)];
        return new()
        {
            Title = archive.Settings.Public.Title,
            Organization = archive.Settings.Public.Organization,
            Description = archive.Settings.Public.Description,
            HasSearch = archive.Settings.Search.IsPublic,
            Components = components,
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
        if (note is not { PublicId: not null, Status: NoteStatus.Approved, ApprovedBy: not null, ApprovedOn: { } approvedOn }) return null;
        return note.PublishAfter is { } embargo && embargo > approvedOn ? embargo : approvedOn;
    }

    /// <summary>A service that has a name in public; null for all others.</summary>
    private static PublicComponent? ComponentOf(Service service) => service.PublicName is not { } name ? null : new(name)
    {
        PublicId = service.PublicId,
        Group = service.PublicGroup,
        Description = service.PublicDescription,
        Since = service.PublicSince,
    };

    private static PublicIncident IncidentOf(PublicNote note, ImmutableArray<PublicComponent> components) => new()
    {
        PublicId = note.PublicId!, // only notes with an id are asked
        Slug = note.Slug,
        Aliases = note.Aliases,
        Title = note.Title,
        Impact = note.Impact,
        Components = [.. components.Select(c => c.Name).Where(note.Components.Contains)],
        Updates = [.. note.Updates.Select(u => new PublicUpdate(u.At, u.Status, u.Text))],
        Corrections = [.. note.Corrections.Select(c => new PublicCorrection(c.On, c.Text))],
        Account = new(note.Summary, [.. note.Sections.Select(SectionOf)], PublicationDay(note)!.Value), // only notes with a day are asked
    };

    // No hole is filled: every one of them points into the archive. Its label, which the person wrote, stays.
    private static PublicSection SectionOf(BodySection section) =>
        new(section.Heading, section.Anchor, section.Html.Fill(_ => null));
}
