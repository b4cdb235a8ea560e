using Archive.Incidents.Model;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>The keys of a postmortem's front matter: what the reader reads and what <c>postmortem.json</c> describes.</summary>
internal static class PostmortemShape
{
    public static readonly MapShape<TimesDraft> Times = new MapShape<TimesDraft>("times", "The moments of the incident, each with its offset from UTC, in order of time.")
        .With("introduced", Shapes.Instant, (d, v) => d.Introduced = v, "When the fault was put in; it may have slept for months.")
        .With("started", Shapes.Instant, (d, v) => d.Started = v, "When it first did harm. Required, even in a stub.", isRequired: true)
        .With("detected", Shapes.Instant, (d, v) => d.Detected = v, "When somebody or something first noticed. Required from review.")
        .With("declared", Shapes.Instant, (d, v) => d.Declared = v, "When it was called an incident.")
        .With("mitigated", Shapes.Instant, (d, v) => d.Mitigated = v, "When the harm stopped.")
        .With("resolved", Shapes.Instant, (d, v) => d.Resolved = v, "When things were as they were before. Required from review.")
        .With("communicated", Shapes.Instant, (d, v) => d.Communicated = v, "When customers were first told.");

    public static readonly MapShape<ImpactDraft> Impact = new MapShape<ImpactDraft>("impact", "What it cost, as far as it is known. Leave out what is not.")
        .With("customers", Shapes.Count, (d, v) => d.Customers = v, "How many customers were hit: a whole number.")
        .With("segments", Shapes.ListOf(Shapes.Text), (d, v) => d.Segments = v.Value, "Which of them.")
        .With("requests_failed", Shapes.Count, (d, v) => d.RequestsFailed = v, "A whole number.")
        .With("revenue", Vocabularies.Money, (d, v) => d.Revenue = v, "An amount and its ISO currency: 18400 EUR.")
        .With("error_budget", Shapes.Percent, (d, v) => d.ErrorBudget = v, "Share of the month's error budget: 34%.")
        .With("data_loss", Shapes.Text, (d, v) => d.DataLoss = v, "What was lost, or 'none'.")
        .With("teams_blocked", Shapes.ListOf(Shapes.Text), (d, v) => d.TeamsBlocked = v.Value, "Teams that could not work.")
        .With("hours_lost", Shapes.Amount, (d, v) => d.HoursLost = v, "Person-hours: a number.");

    public static readonly MapShape<CauseDraft> Cause = new MapShape<CauseDraft>("a cause", "One step of why it happened.")
        .With("id", Shapes.Identifier, (d, v) => d.Id = v, "Unique in this postmortem: C1.", isRequired: true)
        .With("kind", Vocabularies.OneOf<CauseKind>(), (d, v) => d.Kind = v, "Root, or contributing.", isRequired: true)
        .With("text", Shapes.Text, (d, v) => d.Text = v, "What about the system let it happen: a sentence.", isRequired: true)
        .With("layer", Shapes.Text, (d, v) => d.Layer = v, "Where the lesson has to be built in; the site's policy lists the words.")
        .With("substitution_test", Shapes.Flag, (d, v) => d.SubstitutionTest = v, "Would it have happened with somebody else at the keyboard? yes: it is structural.")
        .With("addressed_by", Shapes.ListOf(Shapes.Identifier), (d, v) => d.AddressedBy = v.Value, "Ids of the action items that address it.")
        .With("accepted", Shapes.Text, (d, v) => d.Accepted = v, "Why nothing is done about it, where nothing is.");

    public static readonly MapShape<EvidenceDraft> Evidence = new MapShape<EvidenceDraft>("evidence", "The artifact that proves an item done.")
        .With("path", Shapes.Text, (d, v) => d.Path = v, "The file: of a rule, a hook, a test, a criterion, a note.")
        .With("test", Shapes.Text, (d, v) => d.Test = v, "The test's name.")
        .With("contains", Shapes.Text, (d, v) => d.Contains = v, "The text that the file at 'path' now contains.")
        .With("commit", Shapes.Identifier, (d, v) => d.Commit = v, "The commit that brought it.")
        .With("pull_request", Shapes.Identifier, (d, v) => d.PullRequest = v, "Its number or address.");

    public static readonly MapShape<ActionItemDraft> ActionItem = new MapShape<ActionItemDraft>("an action item", "Something that somebody promised, declined, or only thought of.")
        .With("id", Shapes.Identifier, (d, v) => d.Id = v, "Unique in this postmortem: AI-1.", isRequired: true)
        .With("title", Shapes.Text, (d, v) => d.Title = v, "What will be different, and where: a surface and an observable result.", isRequired: true)
        .With("type", Shapes.ListOf(Shapes.Text), (d, v) => d.Types = v.Value, "What kind of artifact it leaves; the site's policy lists the words.")
        .With("purpose", Vocabularies.OneOf<ItemPurpose>(), (d, v) => d.Purpose = v, "What it does against the next time.")
        .With("owner", Shapes.Text, (d, v) => d.Owner = v, "A person's handle or a rotation's, in quotes: \"@ada\". Never a whole team.")
        .With("priority", Vocabularies.OneOf<ItemPriority>(), (d, v) => d.Priority = v, "p0 is first.")
        .With("due", Shapes.Date, (d, v) => d.Due = v, "The day by which it is done.")
        .With("ticket", Shapes.Identifier, (d, v) => d.Ticket = v, "The ticket's id or address.")
        .With("status", Vocabularies.OneOf<ItemStatus>(), (d, v) => d.Status = v, "Open where left out. Ideas are never counted.")
        .With("done_on", Shapes.Date, (d, v) => d.DoneOn = v, "The day on which it was done.")
        .With("reason", Shapes.Text, (d, v) => d.Reason = v, "Why it was declined.")
        .With("structural_fix", Shapes.Flag, (d, v) => d.StructuralFix = v, "Whether it changes the structure that let it happen.")
        .With("evidence", Shapes.ListOf(Evidence.AsShape()), (d, v) => d.Evidence = v.Value, "What proves it done.");

    public static readonly MapShape<OccurrenceDraft> Occurrence = new MapShape<OccurrenceDraft>("an occurrence", "The same incident again, too small for a postmortem of its own.")
        .With("on", Shapes.Date, (d, v) => d.On = v, "The day.", isRequired: true)
        .With("note", Shapes.Text, (d, v) => d.Note = v, "What happened: a sentence.", isRequired: true);

    public static readonly MapShape<LinkDraft> Link = new MapShape<LinkDraft>("a link", "A named address.")
        .With("title", Shapes.Text, (d, v) => d.Title = v, "What one finds there.", isRequired: true)
        .With("url", Shapes.Address, (d, v) => d.Url = v, "An http, https or mailto address.", isRequired: true);

    public static MapShape<PostmortemDraft> FrontMatter { get; } = new MapShape<PostmortemDraft>("a postmortem", "The front matter of a postmortem.")
        .With("id", Shapes.Identifier, (d, v) => d.Id = v, "Unique in the archive; the site's policy says what ids look like.", isRequired: true)
        .With("title", Shapes.Text, (d, v) => d.Title = v, "What happened, in a line.", isRequired: true)
        .With("kind", Vocabularies.OneOf<PostmortemKind>(), (d, v) => d.Kind = v, "What is told; 'incident' where left out.")
        .With("status", Vocabularies.OneOf<DocumentStatus>(), (d, v) => d.Status = v, "How far the document is. Rules grow stricter with it.", isRequired: true)
        .With("severity", Shapes.Text, (d, v) => d.Severity = v, "A level of the site's scheme, by id or alias.", isRequired: true)
        .With("services", Shapes.ListOf(Shapes.Text), (d, v) => d.Services = v.Value, "Ids or aliases from services.yml; at least one.", isRequired: true)
        .With("failure_class", Shapes.Text, (d, v) => d.FailureClass = v, "Id or alias from failure-classes.yml. Required from review.")
        .With("chain_level", Shapes.Text, (d, v) => d.ChainLevel = v, "Which level of the chain from strategy to operation broke; some presets require it.")
        .With("chain_label", Shapes.Text, (d, v) => d.ChainLabel = v, "How it broke; some presets require it.")
        .With("times", Times.AsShape(), (d, v) => d.Times = v.Value, "The moments of the incident.", isRequired: true)
        .With("detected_by", Vocabularies.OneOf<Detector>(), (d, v) => d.DetectedBy = v, "Who or what noticed first. Required from review.")
        .With("published_on", Shapes.Date, (d, v) => d.PublishedOn = v, "The day it became final. Required when final.")
        .With("authors", Shapes.ListOf(Shapes.Text), (d, v) => d.Authors = v.Value, "Handles in quotes: \"@ada\". Required from draft.")
        .With("reviewers", Shapes.ListOf(Shapes.Text), (d, v) => d.Reviewers = v.Value, "Handles in quotes.")
        .With("signed_off_by", Shapes.ListOf(Shapes.Text), (d, v) => d.SignedOffBy = v.Value, "Handles in quotes.")
        .With("summary", Shapes.Text, (d, v) => d.Summary = v, "One to five sentences; the first paragraph of the Summary section where left out.")
        .With("impact", Impact.AsShape(), (d, v) => d.Impact = v.Value, "What it cost.")
        .With("error_signatures", Shapes.ListOf(Shapes.Text), (d, v) => d.ErrorSignatures = v.Value, "The exact texts that a person would paste into a search.")
        .With("causes", Shapes.ListOf(Cause.AsShape()), (d, v) => d.Causes = v.Value, "Why it happened, step by step.")
        .With("action_items", Shapes.ListOf(ActionItem.AsShape()), (d, v) => d.ActionItems = v.Value, "Here, or as a table in the body; not both.")
        .With("recurrence_of", Shapes.Identifier, (d, v) => d.RecurrenceOf = v, "Id of the earlier postmortem that this one repeats; the body then says what that one missed.")
        .With("related", Shapes.ListOf(Shapes.Identifier), (d, v) => d.Related = v.Value, "Ids of postmortems worth reading together.")
        .With("occurrences", Shapes.ListOf(Occurrence.AsShape()), (d, v) => d.Occurrences = v.Value, "The same again, too small for postmortems of their own.")
        .With("trigger_paths", Shapes.ListOf(Shapes.Text), (d, v) => d.TriggerPaths = v.Value, "Globs of source files whose change risks the same again.")
        .With("links", Shapes.ListOf(Link.AsShape()), (d, v) => d.Links = v.Value, "Named addresses: the channel, the dashboard, the recording.");
}
