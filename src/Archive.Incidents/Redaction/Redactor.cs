using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.PublicRecord;
using Archive.Publishing.Documents;

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
            Contact = archive.Settings.Public.Contact,
            Security = archive.Settings.Public is { SecurityContact: { } contact, SecurityExpiresOn: { } expires } ? new(contact, expires) : null,
            Components = components,
            Incidents =
            [
                .. archive.Postmortems
                    .Select(p => p.PublicNote is { } note ? IncidentOf(note, isOver: p.Times.ResolvedAt is not null, components, archive.AsOf) : null)
                    .OfType<PublicIncident>()
                    .OrderByDescending(i => i.StartedAt)
                    .ThenBy(i => i.Slug, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Updates alone while nobody approved an account; null where the world may know nothing.</summary>
    private static PublicIncident? IncidentOf(PublicNote note, bool isOver, ImmutableArray<PublicComponent> components, DateOnly today)
    {
        if (HoldUntil(note) is not { } free || free > today) return null;
        return note switch
        {
            { Status: NoteStatus.Ongoing } => WithoutAccount(note, components),
            { Status: NoteStatus.Approved, ApprovedBy: not null, ApprovedOn: { } approvedOn } when isOver && approvedOn <= today =>
                WithoutAccount(note, components) with
                {
                    Account = new(note.Summary, [.. note.Sections.Select(s => SectionOf(s, note.Pictures))], Later(note.PublishedOn ?? approvedOn, free)),
                    Pictures = [.. note.Pictures.Select(p => new PublicPicture(p.Name, p.Bytes))],
                },
            _ => null,
        };
    }

    /// <summary>The day on which embargo and security let a note go; null where security has not said when.</summary>
    private static DateOnly? HoldUntil(PublicNote note)
    {
        if (note is { IsSecurity: true, ReleasedOn: null }) return null;
        var released = note.IsSecurity ? note.ReleasedOn!.Value : DateOnly.MinValue; // a note of security without a day has gone already
        return note.PublishAfter is { } embargo ? Later(embargo, released) : released;
    }

    /// <summary>A service that has a name in public; null for all others.</summary>
    private static PublicComponent? ComponentOf(Service service) => service.PublicName is not { } name ? null : new(name)
    {
        PublicId = service.PublicId,
        Group = service.PublicGroup,
        Description = service.PublicDescription,
        Since = service.PublicSince,
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static PublicIncident WithoutAccount(PublicNote note, ImmutableArray<PublicComponent> components) => new()
    {
        PublicId = note.PublicId ?? PublicIds.OfIncident(note.Slug),
        Slug = note.Slug,
        Aliases = note.Aliases,
        Title = note.Title,
        Impact = note.Impact,
        Components = [.. components.Select(c => c.Name).Where(note.Components.Contains)],
        Updates = [.. note.Updates.Select(u => new PublicUpdate(u.At, u.Status, u.Text))],
        Corrections = [.. note.Corrections.Select(c => new PublicCorrection(c.On, c.Text))],
    };

    // No hole is filled but those of the note's own pictures: all others point into the archive. Their labels, which the person wrote, stay.
    private static PublicSection SectionOf(BodySection section, ImmutableArray<NotePicture> pictures) => new(
        section.Heading,
        section.Anchor,
        section.Html.Fill(hole => hole.Kind == HoleKind.InputImage && pictures.FirstOrDefault(p => p.Target == hole.Target) is { } picture ? PublicPicture.HrefOf(picture.Name) : null));
}
