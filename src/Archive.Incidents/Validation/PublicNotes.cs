using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>All public notes together: one to an incident, each address and id once.</summary>
internal static class PublicNotes
{
    /// <summary>The sound notes by the id of their incident, without regard to case.</summary>
    public static Dictionary<string, PublicNote> ByIncident(ImmutableArray<JudgedNote> judged, ReferenceRules postmortems, Func<LeakRules> leakRules, ImmutableSortedDictionary<string, AssetFile> assets, DiagnosticBag problems)
    {
        var byIncident = new Dictionary<string, PublicNote>(StringComparer.OrdinalIgnoreCase);
        var taken = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        if (judged.IsEmpty) return byIncident;
        var leaks = leakRules();
        var usesSeals = judged.Any(j => j.Seal is { IsThere: true });
        foreach (var (judgedNote, incident, seal, written, links, findings) in judged)
        {
            problems.AddRange(findings);
            var own = new DiagnosticBag();
            if (incident is { } id && !postmortems.Exists(id.Value)) own.Add(PublicNoteProblems.NoteWithoutIncident(id, postmortems.ById.Keys));
            if (seal is { IsThere: false }) own.Add(PublicNoteProblems.UnsealedApproval(seal.Place, incident?.Value ?? "ID", usesSeals));
            var pictures = NotePictures.Of(links, assets, own);
            var note = judgedNote is null ? null : judgedNote with { Pictures = [.. pictures.Select(p => p.Picture)] };
            var words = written is null ? null : written with { Texts = [.. written.Texts, .. pictures.Select(p => (p.Words, p.Place))] };
            if (words is not null) leaks.Check(words, note?.Allowed ?? [], note is { Status: NoteStatus.Draft } ? FindingLevel.Advice : FindingLevel.Error, own);
            if (note is not null)
            {
                CheckTaken(note, taken, own);
                var named = incident!.Value; // a sound note has one
                if (note.Status == NoteStatus.Approved && postmortems.ById.GetValueOrDefault(named.Value) is { Postmortem.Times.ResolvedAt: null }) own.Add(PublicNoteProblems.ApprovedBeforeResolution(named));
                if (byIncident.TryGetValue(named.Value, out var first)) own.Add(PublicNoteProblems.SecondNote(named, first.Source));
                else if (!own.HasErrors) byIncident.Add(named.Value, note);
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
