using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>What the world is told of an incident, in one line.</summary>
public static class PublicNoteWords
{
    public static FactView Fact(Postmortem postmortem, SitePlan site)
    {
        const string Label = "In public";
        return postmortem.PublicNote switch
        {
            null => FactView.Of(Label, "nothing is written"),
            { IsSecurity: true, ReleasedOn: null } => FactView.Of(Label, "held back", "until security releases it"),
            { IsSecurity: true, ReleasedOn: { } on } when on > site.History.Today => FactView.Of(Label, "held back", $"until {Wording.Day(on)}"),
            { Status: NoteStatus.Draft } => FactView.Of(Label, "draft", "not approved yet"),
            { PublishAfter: { } after } when after > site.History.Today => FactView.Of(Label, "embargoed", $"until {Wording.Day(after)}"),
            { Status: NoteStatus.Approved } when postmortem.Times.ResolvedAt is null => FactView.Of(Label, "approved", "waits for the resolution"),
            var note => FactView.Of(Label, [new LinkView(note.Title, new Uri(site.Archive.Settings.Public.Url, $"incidents/{note.Slug}/").AbsoluteUri)]),
        };
    }
}
