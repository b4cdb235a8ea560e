using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>All public notes together: one to an incident, each address and id once.</summary>
internal static class PublicNotes
{
    /// <summary>The sound notes by the id of their incident, without regard to case.</summary>
    public static Dictionary<string, PublicNote> ByIncident(ImmutableArray<DraftFile<PublicNoteDraft>> files, ValidationContext context, DiagnosticBag problems)
    {
        var byIncident = new Dictionary<string, PublicNote>(StringComparer.OrdinalIgnoreCase);
        var taken = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var own = new DiagnosticBag();
            var note = PublicNoteValidator.Validate(context, file, own);
            if (note is not null)
            {
                CheckTaken(note, taken, own);
                if (!byIncident.TryAdd(file.Draft!.Incident!.Value.Value, note)) // a sound note has an incident
                    own.Add(PublicNoteProblems.SecondNote(file.Draft.Incident.Value, byIncident[file.Draft.Incident.Value.Value].Source));
            }
            problems.AddRange(own);
        }
        return byIncident;
    }

    private static void CheckTaken(PublicNote note, Dictionary<string, SourceLocation> taken, DiagnosticBag problems)
    {
        foreach (var word in note.Aliases.Add(note.Slug).Distinct(StringComparer.Ordinal))
        {
            if (!taken.TryAdd(word, note.Source)) problems.Add(PublicNoteProblems.TakenAddress(note.Source, word, taken[word]));
        }
        if (note.PublicId is { } id && !taken.TryAdd($"id:{id}", note.Source)) problems.Add(PublicNoteProblems.TakenAddress(note.Source, id, taken[$"id:{id}"]));
    }
}
