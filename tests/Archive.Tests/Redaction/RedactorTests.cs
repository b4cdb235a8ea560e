using Archive.Incidents.Model;
using Archive.Incidents.Redaction;
using Archive.PublicRecord;
using Archive.Publishing.Documents;
using Archive.Tests.PublicRecord;
using Xunit;
using static Archive.Tests.Redaction.ArchiveExamples;

namespace Archive.Tests.Redaction;

public class RedactorTests
{
    private static PublicNote Ongoing => Note with { Status = NoteStatus.Ongoing, ApprovedBy = null, ApprovedOn = null, Updates = [Note.Updates[0]], Sections = [] };

    private static PublicIncident? Cross(PublicNote? note) => Redactor.Redact(ArchiveWith(note)).Incidents.SingleOrDefault();

    [Fact]
    public void An_approved_note_of_a_resolved_incident_crosses_word_for_word()
    {
        var incident = Cross(Note)!;
        Assert.Equal((Note.PublicId, Note.Slug, Note.Title, Note.Impact, Note.Summary), (incident.PublicId, incident.Slug, incident.Title, incident.Impact, incident.Summary));
        Assert.Equal(Note.Updates.Select(u => (u.At, u.Status, u.Text)), incident.Updates.Select(u => (u.At, u.Status, u.Text)));
        Assert.Equal([new PublicSection("Summary", "summary", "<p>Nine houses.</p>")], incident.Account!.Sections);
    }

    [Fact]
    public void An_incident_without_a_public_note_has_no_public_page() => Assert.Null(Cross(null));

    [Fact]
    public void A_draft_stays_inside() => Assert.Null(Cross(Note with { Status = NoteStatus.Draft }));

    [Fact]
    public void A_note_that_nobody_signed_stays_inside() => Assert.Null(Cross(Note with { ApprovedBy = null }));

    [Fact]
    public void A_note_without_the_day_of_its_approval_stays_inside() => Assert.Null(Cross(Note with { ApprovedOn = null }));

    [Fact]
    public void A_note_without_an_id_is_known_by_its_address()
    {
        Assert.Matches("^[a-z0-9]{12}$", Cross(Note with { PublicId = null })!.PublicId);
        Assert.Equal(Cross(Note with { PublicId = null, Title = "Another" })!.PublicId, Cross(Note with { PublicId = null })!.PublicId);
        Assert.NotEqual(Cross(Note with { PublicId = null, Slug = "another" })!.PublicId, Cross(Note with { PublicId = null })!.PublicId);
    }

    [Fact]
    public void A_note_that_is_approved_again_keeps_the_day_of_its_publication() =>
        Assert.Equal(new(2026, 2, 21), Cross(Note with { ApprovedOn = new(2026, 3, 5), PublishedOn = new(2026, 2, 21) })!.Account!.PublishedOn);

    [Fact]
    public void What_a_component_is_called_in_public_crosses()
    {
        var archive = Sound with { Services = [Gateway with { PublicId = "c4m3r4g4t3w4", PublicGroup = "In the packing house", PublicDescription = "Takes frames.", PublicSince = new(2024, 3, 1) }] };
        Assert.Equal(
            [new PublicComponent("Camera ingest") { PublicId = "c4m3r4g4t3w4", Group = "In the packing house", Description = "Takes frames.", Since = new(2024, 3, 1) }],
            Redactor.Redact(archive).Components);
    }

    [Fact]
    public void A_note_that_is_approved_tomorrow_stays_inside_today() => Assert.Null(Cross(Note with { ApprovedOn = Today.AddDays(1) }));

    [Fact]
    public void A_note_crosses_on_the_day_of_its_approval() => Assert.NotNull(Cross(Note with { ApprovedOn = Today }));

    [Fact]
    public void An_embargoed_note_stays_inside() => Assert.Null(Cross(Note with { PublishAfter = Today.AddDays(1) }));

    [Fact]
    public void A_note_crosses_on_the_day_its_embargo_ends() => Assert.NotNull(Cross(Note with { PublishAfter = Today }));

    [Fact]
    public void The_note_of_an_incident_that_lasts_stays_inside()
    {
        var lasting = Published with { Times = Published.Times with { ResolvedAt = null } };
        Assert.Empty(Redactor.Redact(ArchiveOf(lasting)).Incidents);
    }

    [Fact]
    public void It_is_published_when_it_was_approved() => Assert.Equal(new(2026, 2, 21), Cross(Note)!.Account!.PublishedOn);

    [Fact]
    public void An_embargo_after_the_approval_delays_the_publication() =>
        Assert.Equal(new(2026, 3, 1), Cross(Note with { PublishAfter = new(2026, 3, 1) })!.Account!.PublishedOn);

    [Fact]
    public void An_embargo_that_ended_before_the_approval_does_not_antedate_it() =>
        Assert.Equal(new(2026, 2, 21), Cross(Note with { PublishAfter = new(2026, 2, 15) })!.Account!.PublishedOn);

    [Fact]
    public void Corrections_and_former_addresses_cross()
    {
        var incident = Cross(Note with { Aliases = ["old"], Corrections = [new(new(2026, 3, 2), "It was 41.")] })!;
        Assert.Equal(["old"], incident.Aliases);
        Assert.Equal([new PublicCorrection(new(2026, 3, 2), "It was 41.")], incident.Corrections);
    }

    [Fact]
    public void Only_services_with_a_public_name_are_components_each_once_in_the_catalogues_order()
    {
        var archive = Sound with { Services = [Registry, Gateway, Gateway with { Id = "other" }, Registry with { PublicName = "Devices" }] };
        Assert.Equal([new("Camera ingest"), new PublicComponent("Devices")], Redactor.Redact(archive).Components);
    }

    [Fact]
    public void A_note_cannot_name_a_service_that_has_no_public_name() =>
        Assert.Equal(["Camera ingest"], Cross(Note with { Components = ["Device registry", "device-registry", "Camera ingest"] })!.Components);

    [Fact]
    public void A_link_into_the_archive_leaves_only_its_words()
    {
        const string html = "<p>As in INC-012, see the mapping.</p>";
        var section = Section("What happened", html, new(9, 16, HoleKind.Mention, "INC-012"), new(26, 33, HoleKind.InputLink, "postmortems/2025/secret.md"));
        Assert.Equal(html, Cross(Note with { Sections = [section] })!.Account!.Sections[0].Html);
    }

    [Fact]
    public void Incidents_come_newest_first_whatever_order_they_are_kept_in()
    {
        var later = Note with { Slug = "later", Updates = [.. Note.Updates.Select(u => u with { At = u.At.AddDays(3) })] };
        Assert.Equal(
            ["later", "2026-02-14-wrong-lane-grades"],
            Redactor.Redact(ArchiveOf(Published, Published with { PublicNote = later })).Incidents.Select(i => i.Slug));
    }

    [Fact]
    public void Nothing_moves_when_a_later_day_counts_as_today() => Assert.Equal(
        RenderedSite.Of(Redactor.Redact(Sound)).Files, RenderedSite.Of(Redactor.Redact(Sound with { AsOf = Today.AddYears(3) })).Files);

    [Fact]
    public void An_ongoing_note_tells_its_updates_and_no_account()
    {
        var incident = Redactor.Redact(ArchiveOf(Published with { Times = Published.Times with { ResolvedAt = null }, PublicNote = Ongoing })).Incidents.Single();
        Assert.Null(incident.Account);
        Assert.Null(incident.ResolvedAt);
        Assert.Equal("Looking.", incident.Summary);
    }

    [Fact]
    public void The_account_of_an_ongoing_note_waits_for_its_approval()
    {
        var over = Note with { Status = NoteStatus.Ongoing, ApprovedBy = null, ApprovedOn = null };
        Assert.Null(Cross(over)!.Account);
        Assert.NotNull(Cross(over)!.ResolvedAt);
    }

    [Fact]
    public void An_open_incident_gives_its_components_their_state_today() =>
        Assert.Equal(ComponentState.PartialOutage, Redactor.Redact(ArchiveWith(Ongoing)).StateOf(new("Camera ingest")));

    [Fact]
    public void A_note_of_security_stays_inside_until_it_is_released()
    {
        Assert.Null(Cross(Note with { IsSecurity = true }));
        Assert.Null(Cross(Note with { IsSecurity = true, ReleasedOn = Today.AddDays(1) }));
        Assert.Equal(Today, Cross(Note with { IsSecurity = true, ReleasedOn = Today })!.Account!.PublishedOn);
    }

    [Fact]
    public void A_release_without_the_flag_holds_nothing_back() => Assert.NotNull(Cross(Note with { ReleasedOn = Today.AddDays(1) }));

    public static TheoryData<string> Hidden => ["draft", "unsigned", "embargoed", "held by security", "ongoing and embargoed", "ongoing and held by security", "approved tomorrow", "without a note", "unresolved"];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void What_stays_inside_leaves_no_page_no_count_and_no_gap(string why)
    {
        var note = Note with
        {
            Slug = "hidden",
            Aliases = ["hidden-before"],
            Updates = [.. Note.Updates.Select(u => u with { At = u.At.AddDays(40) })],
        };
        var hidden = Published with { Id = "INC-032", PublicNote = note };
        hidden = why switch
        {
            "draft" => hidden with { PublicNote = note with { Status = NoteStatus.Draft } },
            "unsigned" => hidden with { PublicNote = note with { ApprovedBy = null } },
            "embargoed" => hidden with { PublicNote = note with { PublishAfter = Today.AddDays(1) } },
            "held by security" => hidden with { PublicNote = note with { IsSecurity = true } },
            "ongoing and embargoed" => hidden with { PublicNote = Ongoing with { PublishAfter = Today.AddDays(1) } },
            "ongoing and held by security" => hidden with { PublicNote = Ongoing with { IsSecurity = true, ReleasedOn = Today.AddDays(1) } },
            "approved tomorrow" => hidden with { PublicNote = note with { ApprovedOn = Today.AddDays(1) } },
            "without a note" => hidden with { PublicNote = null },
            _ => hidden with { Times = hidden.Times with { ResolvedAt = null } },
        };
        Assert.Equal(RenderedSite.Of(Redactor.Redact(Sound)).Files, RenderedSite.Of(Redactor.Redact(ArchiveOf(Published, hidden))).Files);
    }
}
