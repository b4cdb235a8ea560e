using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>The front matter of a public note as written.</summary>
public sealed class PublicNoteDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Incident { get; set; }

    public Located<string>? PublicId { get; set; }

    public Located<NoteStatus>? Status { get; set; }

    public Located<string>? ApprovedBy { get; set; }

    public Located<DateOnly>? ApprovedOn { get; set; }

    public Located<string>? ApprovedDigest { get; set; }

    public Located<DateOnly>? PublishedOn { get; set; }

    public Located<DateOnly>? PublishAfter { get; set; }

    public Located<bool>? Security { get; set; }

    public Located<DateOnly>? ReleasedOn { get; set; }

    public Located<string>? Title { get; set; }

    public Located<string>? Slug { get; set; }

    public ImmutableArray<Located<string>> Aliases { get; set; } = [];

    public Located<PublicImpact>? Impact { get; set; }

    public ImmutableArray<Located<string>> Components { get; set; } = [];

    public ImmutableArray<Located<UpdateDraft>> Updates { get; set; } = [];

    public ImmutableArray<Located<CorrectionDraft>> Corrected { get; set; } = [];

    public ImmutableArray<Located<AllowanceDraft>> Allow { get; set; } = [];
}

public sealed class AllowanceDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Text { get; set; }

    public Located<string>? Reason { get; set; }
}

public sealed class UpdateDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<DateTimeOffset>? At { get; set; }

    public Located<UpdateStatus>? Status { get; set; }

    public Located<string>? Text { get; set; }
}

public sealed class CorrectionDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<DateOnly>? On { get; set; }

    public Located<string>? Text { get; set; }
}

/// <summary>The keys of a public note's front matter.</summary>
internal static class PublicNoteShape
{
    public static readonly MapShape<UpdateDraft> Update = new MapShape<UpdateDraft>("an update", "Something the public was told while it lasted.")
        .With("at", Shapes.Instant, (d, v) => d.At = v, "When it was said.", isRequired: true)
        .With("status", Vocabularies.OneOf<UpdateStatus>(), (d, v) => d.Status = v, "What it said of the incident's state.", isRequired: true)
        .With("text", Shapes.Text, (d, v) => d.Text = v, "The words, for customers.", isRequired: true);

    public static readonly MapShape<CorrectionDraft> Correction = new MapShape<CorrectionDraft>("a correction", "A dated correction after publication.")
        .With("on", Shapes.Date, (d, v) => d.On = v, "The day.", isRequired: true)
        .With("text", Shapes.Text, (d, v) => d.Text = v, "What was wrong, and what is right.", isRequired: true);

    private static readonly MapShape<AllowanceDraft> Allowance = new MapShape<AllowanceDraft>("an allowed text", "A text that may stand in the note although it looks private.")
        .With("text", Shapes.Text, (d, v) => d.Text = v, "As it stands in the note.", isRequired: true)
        .With("reason", Shapes.Text, (d, v) => d.Reason = v, "Why the world may read it.", isRequired: true);

    public static MapShape<PublicNoteDraft> FrontMatter { get; } = new MapShape<PublicNoteDraft>("a public note", "The front matter of a public note: the words for the world about one incident.")
        .With("incident", Shapes.Identifier, (d, v) => d.Incident = v, "Id of the postmortem it belongs to; never published.", isRequired: true)
        .With("public_id", Shapes.TextLike(Vocabularies.PublicIdPattern), (d, v) => d.PublicId = v, "Twelve random characters of a-z and 0-9, stored once and never changed. 'archive new' writes one.")
        .With("status", Vocabularies.OneOf<NoteStatus>(), (d, v) => d.Status = v, "draft: nothing is published. ongoing: its updates are. approved: all of it is.", isRequired: true)
        .With("approved_by", Shapes.Text, (d, v) => d.ApprovedBy = v, "Who approved it, as a handle in quotes; never published. 'archive public approve' writes this and the next two.")
        .With("approved_on", Shapes.Date, (d, v) => d.ApprovedOn = v, "The day of the approval.")
        .With("approved_digest", Shapes.TextLike(NoteDigest.Pattern), (d, v) => d.ApprovedDigest = v, "A digest of the text that was approved.")
        .With("published_on", Shapes.Date, (d, v) => d.PublishedOn = v, "The day on which it was first published, where it was approved again after that.")
        .With("publish_after", Shapes.Date, (d, v) => d.PublishAfter = v, "An embargo: the first day on which it may be published.")
        .With("security", Shapes.Flag, (d, v) => d.Security = v, "Whether it tells of a weakness that others could use: then nothing of it is published before released_on.")
        .With("released_on", Shapes.Date, (d, v) => d.ReleasedOn = v, "The day on which those who answer for security let it go.")
        .With("title", Shapes.Text, (d, v) => d.Title = v, "What customers noticed, in a line.", isRequired: true)
        .With("slug", Shapes.TextLike("^[a-z0-9]+(-[a-z0-9]+)*$"), (d, v) => d.Slug = v, "The last part of its address; the date of the first update and the title where left out. Set it before you change the title.")
        .With("aliases", Shapes.ListOf(Shapes.Text), (d, v) => d.Aliases = v.Value, "Earlier slugs that lead here.")
        .With("impact", Vocabularies.OneOf<PublicImpact>(), (d, v) => d.Impact = v, "What it meant for customers.", isRequired: true)
        .With("components", Shapes.ListOf(Shapes.Text), (d, v) => d.Components = v.Value, "Public names of services.")
        .With("updates", Shapes.ListOf(Update.AsShape()), (d, v) => d.Updates = v.Value, "What the public was told while it lasted, in order of time.", isRequired: true)
        .With("corrected", Shapes.ListOf(Correction.AsShape()), (d, v) => d.Corrected = v.Value, "Corrections after publication, in order.")
        .With("allow", Shapes.ListOf(Allowance.AsShape()), (d, v) => d.Allow = v.Value, "What looks private in its words and is not; never published.");
}
