using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Slugs = Archive.Publishing.Sites.Slug;

namespace Archive.Incidents.Validation;

/// <summary>Makes a public note of a draft, or says all that stands in the way.</summary>
internal sealed partial class PublicNoteValidator(ValidationContext context, DraftFile<PublicNoteDraft> file, PublicNoteDraft draft, DiagnosticBag problems)
{
    private static readonly string[] Headings = ["Summary", "What happened", "What we are doing about this"];

    private bool IsApproved => draft.Status?.Value == NoteStatus.Approved;

    private bool IsOngoing => draft.Status?.Value == NoteStatus.Ongoing;

    /// <summary>Judges a note by itself; whether its incident exists, and its address is free, is left to <see cref="PublicNotes"/>.</summary>
    public static JudgedNote Judge(ValidationContext context, DraftFile<PublicNoteDraft> file)
    {
        var problems = new DiagnosticBag();
        problems.AddRange(file.Findings);
        var note = file.Draft is { } draft ? new PublicNoteValidator(context, file, draft, problems).Note() : null;
        var seal = file.Draft is { Status.Value: NoteStatus.Approved } approved ? new ApprovalSeal(approved.Keys.PlaceOf("approved_on"), approved.Keys.Has("approved_digest")) : null;
        var words = file is { Draft: { } read, Parts.File: { } source } ? new NoteWords(source, NoteTexts.Of(read, file.Text)) : null;
        return new(note, file.Draft?.Incident, seal, words, [.. file.Text.Links.Where(l => l.Kind == HoleKind.InputImage)], problems.Sorted());
    }

    public static bool IsPublicId(string id) => PublicId().IsMatch(id);

    private PublicNote? Note()
    {
        RequireKeys();
        CheckPublicId();
        var slug = Slug();
        var components = Components();
        var updates = Updates();
        var corrections = Corrections().OrderBy(c => c.On).ToImmutableArray();
        CheckDays();
        if (IsApproved) CheckApproved(updates);
        if (IsOngoing) CheckOngoing(updates);
        if (IsApproved && !problems.HasErrors) CheckDigest();
        if (problems.HasErrors) return null;
        return new()
        {
            PublicId = draft.PublicId?.Value,
            Status = draft.Status!.Value.Value, // required keys are there: there is no error
            ApprovedBy = draft.ApprovedBy?.Value,
            ApprovedOn = draft.ApprovedOn?.Value,
            PublishedOn = draft.PublishedOn?.Value,
            PublishAfter = draft.PublishAfter?.Value,
            IsSecurity = draft.Security?.Value ?? false,
            ReleasedOn = draft.ReleasedOn?.Value,
            Title = draft.Title!.Value.Value,
            Slug = slug,
            Aliases = [.. draft.Aliases.Select(a => a.Value).Distinct(StringComparer.Ordinal)],
            Impact = draft.Impact!.Value.Value,
            Components = components,
            Updates = updates,
            Corrections = corrections,
            Allowed = Allowances(),
            Sections = Bodies.Of(new KnownSections(file.Text)).Sections,
            Summary = file.Text.Sections.FirstOrDefault(s => s.Heading.Equals(Headings[0], StringComparison.OrdinalIgnoreCase))?.FirstParagraph ?? "",
            Source = new(file.Path, 1),
        };
    }

    private void RequireKeys()
    {
        foreach (var key in (string[])["incident", "status", "title", "impact", "updates"])
        {
            if (!draft.Keys.Has(key)) AddIncomplete(key, $"A public note has '{key}'.");
        }
        if (!IsApproved) return;
        foreach (var key in (string[])["approved_by", "approved_on"])
        {
            if (!draft.Keys.Has(key)) problems.Add(PublicNoteProblems.IncompleteNote(draft.Keys.PlaceOf(key), $"The note is approved, but does not have '{key}'.", $"'archive public approve {draft.Incident?.Value ?? "ID"}' writes it."));
        }
    }

    private void AddIncomplete(string key, string message) =>
        problems.Add(PublicNoteProblems.IncompleteNote(draft.Keys.PlaceOf(key), message, $"Add {key}: and its value."));

    private void CheckPublicId()
    {
        if (draft.PublicId is { } id && !IsPublicId(id.Value)) problems.Add(PublicNoteProblems.InvalidPublicId(id));
        else if (draft.PublicId is null && !draft.Keys.Has("public_id")) problems.Add(PublicNoteProblems.MissingPublicId(draft.Keys.Location));
    }

    /// <summary>As written, or the day of the first update and the title.</summary>
    private string Slug()
    {
        foreach (var written in draft.Slug is { } own ? draft.Aliases.Add(own) : draft.Aliases)
        {
            if (Slugs.Of(written.Value) != written.Value || !AddressPart().IsMatch(written.Value)) problems.Add(PublicNoteProblems.InvalidSlug(written, Slugs.Of(written.Value)));
        }
        if (draft.Slug is { } slug) return slug.Value;
        var first = draft.Updates.IsEmpty ? null : draft.Updates[0].Value.At;
        var day = first is { } at ? $"{at.Value.UtcDateTime:yyyy-MM-dd}-" : "";
        return day + Slugs.Of(draft.Title?.Value ?? "");
    }

    private ImmutableArray<string> Components()
    {
        var known = context.Services.Select(s => s.PublicName).OfType<string>().ToList();
        var components = ImmutableArray.CreateBuilder<string>(draft.Components.Length);
        foreach (var written in draft.Components)
        {
            if (!known.Contains(written.Value, StringComparer.Ordinal)) problems.Add(PublicNoteProblems.UnknownComponent(written, known));
            else if (!components.Contains(written.Value, StringComparer.Ordinal)) components.Add(written.Value);
        }
        return components.DrainToImmutable();
    }

    private ImmutableArray<NoteUpdate> Updates()
    {
        var updates = ImmutableArray.CreateBuilder<NoteUpdate>(draft.Updates.Length);
        foreach (var (update, place) in draft.Updates)
        {
            if (update is not { At: { } at, Status: { } status, Text: { } text })
            {
                foreach (var key in (string[])["at", "status", "text"])
                {
                    if (!update.Keys.Has(key)) problems.Add(SiteProblems.IncompleteEntry(place, "An update", key));
                }
                continue;
            }
            var moment = at.Value.ToUniversalTime();
            if (updates.Count > 0 && moment < updates[^1].At) problems.Add(PublicNoteProblems.UpdatesOutOfOrder(at.Location, "This update is earlier than the one above."));
            if (updates.Count > 0 && updates[^1].Status == UpdateStatus.Resolved) problems.Add(PublicNoteProblems.UpdatesOutOfOrder(at.Location, "An update follows the one that says the incident is resolved."));
            if (DateOnly.FromDateTime(moment.UtcDateTime) > context.Today) problems.Add(StructureProblems.MomentInTheFuture(at, context.Today));
            updates.Add(new(moment, status.Value, text.Value));
        }
        return updates.DrainToImmutable();
    }

    private IEnumerable<NoteCorrection> Corrections()
    {
        foreach (var (correction, place) in draft.Corrected)
        {
            if (correction is { On: { } on, Text: { } text }) yield return new(on.Value, text.Value);
            else problems.Add(SiteProblems.IncompleteEntry(place, "A correction", correction.On is null ? "on" : "text"));
        }
    }

    private ImmutableArray<NoteAllowance> Allowances()
    {
        var allowed = ImmutableArray.CreateBuilder<NoteAllowance>(draft.Allow.Length);
        foreach (var (each, place) in draft.Allow)
        {
            if (each is { Text: { } text, Reason: { } reason }) allowed.Add(new(text.Value, reason.Value));
            else problems.Add(SiteProblems.IncompleteEntry(place, "An allowed text", each.Text is null ? "text" : "reason"));
        }
        return allowed.DrainToImmutable();
    }

    private void CheckDays()
    {
        DayRules.Check(draft.ApprovedOn, null, context.Today, problems);
        DayRules.Check(draft.PublishedOn, null, context.Today, problems);
        foreach (var (correction, _) in draft.Corrected) DayRules.Check(correction.On, null, context.Today, problems);
    }

    private void CheckApproved(ImmutableArray<NoteUpdate> updates)
    {
        if (!updates.IsEmpty && updates[^1].Status != UpdateStatus.Resolved)
            problems.Add(PublicNoteProblems.IncompleteNote(draft.Updates[^1].Location, "The note is approved, but its last update does not say that the incident is resolved.", "Add an update with status: resolved."));
        foreach (var heading in Headings)
        {
            if (!file.Text.Sections.Any(s => s.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase)))
                problems.Add(PublicNoteProblems.IncompleteNote(new(file.Path, draft.Keys.Location.Line), $"The note is approved, but has no section '{heading}'.", $"Add '## {heading}'."));
        }
        foreach (var section in file.Text.Sections)
        {
            if (section.IsEmpty) problems.Add(PublicNoteProblems.IncompleteNote(section.Location, $"Nothing stands below '{Excerpt.Of(section.Heading)}'.", "Write it, or remove the heading."));
            foreach (var word in section.Placeholders)
                problems.Add(PublicNoteProblems.IncompleteNote(word.Location, $"'{word.Value}' stands for text that is still to come.", "Write what is known."));
        }
    }

    /// <summary>Asked last: a text that has to be mended anyway is approved after that.</summary>
    private void CheckDigest()
    {
        if (draft.ApprovedDigest is { } digest && digest.Value != NoteDigest.Of(draft, file.Parts?.Body ?? "", file.Text.Links, file.File.FullPath[..^file.Path.Length]))
            problems.Add(PublicNoteProblems.ChangedAfterApproval(digest.Location, draft.Incident?.Value ?? "ID"));
    }

    private void CheckOngoing(ImmutableArray<NoteUpdate> updates)
    {
        if (!updates.IsEmpty && updates[^1].Status != UpdateStatus.Resolved && file.Text.Sections.FirstOrDefault() is { } section)
            problems.Add(PublicNoteProblems.AccountBeforeResolution(section.Location));
    }

    [GeneratedRegex(Vocabularies.PublicIdPattern, RegexOptions.CultureInvariant)]
    private static partial Regex PublicId();

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPart();
}
