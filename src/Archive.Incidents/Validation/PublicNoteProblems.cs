using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>Everything that can be wrong with a public note.</summary>
public static class PublicNoteProblems
{
    public const string Family = "public";

    private const string Who = "---\nincident: INC-042\npublic_id: k3v9x0q2m7ab\n";
    private const string Told = "title: Sign-in was slow\nimpact: minor\ncomponents: [Shop]\n";
    private const string SomeHead = Who + "status: approved\napproved_by: \"@eve\"\napproved_on: 2026-05-05\n";
    private const string Updates = "updates:\n  - { at: 2026-04-25T14:20:00Z, status: investigating, text: We are looking into slow sign-in. }\n  - { at: 2026-04-25T15:20:00Z, status: resolved, text: Sign-in is as fast as before. }\n";
    private const string Body = "---\n\n## Summary\n\nSign-in was slow for an hour.\n\n## What happened\n\nA monthly job took connections that sign-in needed.\n\n## What we are doing about this\n\nThe job has connections of its own now.\n";

    private static string Head => $"{SomeHead}approved_digest: {NoteDigest.Of(SomeHead + Told + Updates + Body, "", "")}\n{Told}";

    /// <summary>A sound note, approved as it stands, whose first update says this.</summary>
    internal static RuleExample Example(string update)
    {
        var updates = Updates.Replace("We are looking into slow sign-in.", $"\"{update}\"", StringComparison.Ordinal);
        return new(ExampleKind.PublicNote, () => $"{SomeHead}approved_digest: {NoteDigest.Of(SomeHead + Told + updates + Body, "", "")}\n{Told}{updates}{Body}");
    }

    private static readonly RuleExample Sound = new(ExampleKind.PublicNote, () => Head + Updates + Body);

    public static readonly Rule NoteWithoutIncidentRule = Define("note-without-incident", "A public note for an incident that is not there",
        "`incident` names the postmortem that the note belongs to. Without it nobody can tell whether the incident is resolved, and nothing is published.",
        new(ExampleKind.PublicNote, () => Head.Replace("INC-042", "INC-420", StringComparison.Ordinal) + Updates + Body), Sound);

    public static readonly Rule SecondNoteRule = Define("second-note", "Two public notes for one incident",
        "The public gets one account. Keep one note; corrections go under `corrected`.",
        new(ExampleKind.Words, "`a.public.md` and `b.public.md`, both with `incident: INC-042`."), new(ExampleKind.Words, "One of them."));

    public static readonly Rule IncompleteNoteRule = Define("incomplete-note", "A public note without something that it needs",
        "A note has its incident, its status, a title, an impact and at least one update. An approved one says who approved it and when (`archive public approve` writes it), ends with an update that says *resolved*, and has the sections *Summary*, *What happened* and *What we are doing about this*.",
        new(ExampleKind.PublicNote, () => Head.Replace("approved_by: \"@eve\"\n", "", StringComparison.Ordinal) + Updates + Body), Sound);

    public static readonly Rule InvalidPublicIdRule = Define("invalid-public-id", "A public id that is not twelve random characters",
        "Feed readers and programs know an incident by its public id. It is random, so that it tells nothing about how many incidents there were: twelve of `a`–`z` and `0`–`9`, written once and never changed.",
        new(ExampleKind.PublicNote, () => Head.Replace("k3v9x0q2m7ab", "inc-042", StringComparison.Ordinal) + Updates + Body), Sound);

    public static readonly Rule MissingPublicIdRule = Define("missing-public-id", "A public note without a public id",
        "Until it has one, feed readers and programs know the incident by its address, and will show it again as new when the address changes. `archive new --public` writes one, and `archive check --fix` adds one that is missing.",
        new(ExampleKind.PublicNote, () => Head.Replace("public_id: k3v9x0q2m7ab\n", "", StringComparison.Ordinal) + Updates + Body), Sound, FindingLevel.Advice);

    public static readonly Rule InvalidSlugRule = Define("invalid-slug", "An address that is not made of lower-case words",
        "A slug is the last part of a public address: lower-case letters and digits, with single hyphens between them.",
        new(ExampleKind.PublicNote, () => Head + "slug: Sign_In Slow\n" + Updates + Body), Sound);

    public static readonly Rule TakenAddressRule = Define("taken-address", "Two public notes want the same address or id",
        "Slugs, their aliases and public ids are each used once, whether or not the notes are published yet.",
        new(ExampleKind.Words, "Two notes with `slug: 2026-04-25-sign-in`."), new(ExampleKind.Words, "One of them with another slug."));

    public static readonly Rule UnknownComponentRule = Define("unknown-component", "A component that the public does not know",
        "Components are the `public_name`s of `services.yml`. A service without one is never named in public.",
        new(ExampleKind.PublicNote, () => Head.Replace("[Shop]", "[Checkout database]", StringComparison.Ordinal) + Updates + Body), Sound);

    public static readonly Rule UpdatesOutOfOrderRule = Define("updates-out-of-order", "Public updates that are not in order of time",
        "Updates stand in the order in which they were said, and the incident is resolved once, at the end.",
        new(ExampleKind.PublicNote, () => Head + "updates:\n  - { at: 2026-04-25T15:20:00Z, status: investigating, text: We are looking into slow sign-in. }\n  - { at: 2026-04-25T14:20:00Z, status: resolved, text: Sign-in is as fast as before. }\n" + Body), Sound);

    public static readonly Rule NoteBeforeResolutionRule = Define("note-before-resolution", "An account of an incident that is not over",
        "While an incident lasts the public reads its updates, and nothing else: what happened is not known yet. Write the account when the last update says *resolved* and the postmortem has its `times.resolved`; it is published once it is approved.",
        new(ExampleKind.PublicNote, Who + "status: ongoing\n" + Told + "updates:\n  - { at: 2026-04-25T14:20:00Z, status: investigating, text: We are looking into slow sign-in. }\n" + Body), Sound);

    public static readonly Rule ChangedAfterApprovalRule = Define("changed-after-approval", "A public note that is not the one that was approved",
        "Somebody read the text and said yes to it; this is another text. `archive public diff` shows what the world would see change, and `archive public approve` says yes to that.",
        new(ExampleKind.PublicNote, () => Head.Replace("Sign-in was slow", "Sign-in was very slow", StringComparison.Ordinal) + Updates + Body), Sound);

    public static readonly Rule UnsealedApprovalRule = Define("unsealed-approval", "An approval that does not say which text it is of",
        "Without the digest of the approved text nobody sees that it was changed after. `archive public approve` writes one. As soon as one note of an archive has it, every approved note needs it; before that it is advice.",
        new(ExampleKind.Words, "An approved note without `approved_digest`, beside one that has it."), new(ExampleKind.Words, "Both as `archive public approve` wrote them."));

    public static readonly Rule UnpublishablePictureRule = Define("unpublishable-picture", "A picture that cannot be published",
        "Only pictures that a note shows are published, without whatever else is in their files: places, devices, names, comments, scripts. A file that is not there, is too large, or is no PNG, JPEG, GIF, WebP or plain SVG is refused. What can be read in a screenshot nobody checks but you.",
        new(ExampleKind.Words, "`![Delays](../../assets/delays.png)`, where the file is a PDF or has 10 MB."), new(ExampleKind.Words, "The same with a PNG of 80 KB."));

    public static ImmutableArray<Rule> All { get; } =
    [
        NoteWithoutIncidentRule, SecondNoteRule, IncompleteNoteRule, InvalidPublicIdRule, MissingPublicIdRule, InvalidSlugRule, TakenAddressRule,
        UnknownComponentRule, UpdatesOutOfOrderRule, NoteBeforeResolutionRule, ChangedAfterApprovalRule, UnsealedApprovalRule, UnpublishablePictureRule,
    ];

    public static Diagnostic NoteWithoutIncident(Located<string> id, IEnumerable<string> known) =>
        Of(NoteWithoutIncidentRule, id.Location, $"There is no postmortem '{Excerpt.Of(id.Value)}'.", DidYouMean.Of(id.Value, known) is { } meant ? $"Did you mean '{meant}'?" : "Write the id of the postmortem that the note belongs to.");

    public static Diagnostic SecondNote(Located<string> id, SourceLocation first) =>
        Of(SecondNoteRule, id.Location, $"{first} is a public note for '{id.Value}' already.", "Keep one of the two.");

    public static Diagnostic IncompleteNote(SourceLocation place, string what, string hint) => Of(IncompleteNoteRule, place, what, hint);

    public static Diagnostic InvalidPublicId(Located<string> id) =>
        Of(InvalidPublicIdRule, id.Location, $"'{Excerpt.Of(id.Value)}' is not a public id.", "Write twelve random characters of a-z and 0-9.");

    public static Diagnostic MissingPublicId(SourceLocation place) =>
        Of(MissingPublicIdRule, place, "The note has no public id.", "'archive check --fix' adds one.");

    public static Diagnostic InvalidSlug(Located<string> slug, string meant) =>
        Of(InvalidSlugRule, slug.Location, $"'{Excerpt.Of(slug.Value)}' cannot be part of an address.", $"Write {meant}.");

    public static Diagnostic TakenAddress(SourceLocation place, string word, SourceLocation first) =>
        Of(TakenAddressRule, place, $"'{Excerpt.Of(word)}' is used by {first} already.", "Choose another.");

    public static Diagnostic UnknownComponent(Located<string> component, IReadOnlyList<string> known) =>
        Of(UnknownComponentRule, component.Location, $"'{Excerpt.Of(component.Value)}' is not the public name of a service.",
            DidYouMean.Of(component.Value, known) is { } meant ? $"Did you mean '{meant}'?" : known.Count == 0 ? "No service of services.yml has a public_name." : $"Write {Excerpt.OneOf(known)}.");

    public static Diagnostic UpdatesOutOfOrder(SourceLocation place, string message) =>
        Of(UpdatesOutOfOrderRule, place, message, "Put them in the order in which they were said.");

    public static Diagnostic AccountBeforeResolution(SourceLocation place) =>
        Of(NoteBeforeResolutionRule, place, "An account stands below updates that do not say that the incident is resolved.", "Remove it until the last update says resolved.");

    public static Diagnostic ApprovedBeforeResolution(Located<string> incident) =>
        Of(NoteBeforeResolutionRule, incident.Location, $"The note is approved, but the postmortem of {Excerpt.Of(incident.Value)} does not say when the incident was resolved.", "Write times.resolved there, or status: ongoing here.");

    public static Diagnostic ChangedAfterApproval(SourceLocation place, string incident) =>
        Of(ChangedAfterApprovalRule, place, "The note was changed after it was approved.", $"Read it, and run 'archive public approve {incident}'.");

    /// <param name="isAsked">Whether the archive uses digests at all.</param>
    public static Diagnostic UnsealedApproval(SourceLocation place, string incident, bool isAsked) =>
        Of(UnsealedApprovalRule, place, "The approval does not say which text was approved.", $"Read it, and run 'archive public approve {incident}'.") with { Level = isAsked ? FindingLevel.Error : FindingLevel.Advice };

    public static Diagnostic UnpublishablePicture(DocumentLink link, string why) =>
        Of(UnpublishablePictureRule, link.Location, $"'{Excerpt.Of(link.Written)}' cannot be published. {why}", "Show another file, or leave the picture out.");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, string title, string explanation, RuleExample bad, RuleExample good, FindingLevel level = FindingLevel.Error) =>
        Rule.Define(Family, level, code, title, explanation, bad, good);
}
