using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Validation;

/// <summary>Makes the two catalogues: entries with an id, each word leading to one of them.</summary>
internal static class CatalogueValidator
{
    public static ImmutableArray<Service> Services(IReadOnlyList<Located<ServiceDraft>> drafts, DiagnosticBag problems)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var publicNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var publicIds = new HashSet<string>(StringComparer.Ordinal);
        var teamByAddress = new Dictionary<string, string>(StringComparer.Ordinal);
        var services = ImmutableArray.CreateBuilder<Service>(drafts.Count);
        foreach (var (draft, place) in drafts)
        {
            if (draft.PublicName is { } name && !publicNames.Add(name.Value)) problems.Add(SiteProblems.DuplicateEntry(name, "service's public name"));
            if (draft.Team is { } team) CheckTeam(team, teamByAddress, problems);
            if (TakeWords(draft.Id, draft.Aliases, place, "A service", "service", words, problems) is not { } id) continue;
            services.Add(new()
            {
                Id = id,
                Name = draft.Name?.Value ?? id,
                Team = draft.Team?.Value,
                PublicName = draft.PublicName?.Value,
                PublicId = PublicIdOf(draft, publicIds, problems),
                PublicGroup = draft.PublicGroup?.Value,
                PublicDescription = draft.PublicDescription?.Value,
                PublicSince = draft.PublicSince?.Value,
                Tier = draft.Tier?.Value,
                Repository = draft.Repo?.Value,
                Paths = [.. draft.Paths.Select(p => p.Value)],
                Aliases = [.. draft.Aliases.Select(a => a.Value)],
                Description = draft.Description?.Value,
            });
        }
        return services.DrainToImmutable();
    }

    public static ImmutableArray<FailureClass> FailureClasses(IReadOnlyList<Located<FailureClassDraft>> drafts, DiagnosticBag problems)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var classes = ImmutableArray.CreateBuilder<FailureClass>(drafts.Count);
        foreach (var (draft, place) in drafts)
        {
            if (TakeWords(draft.Id, draft.Aliases, place, "A failure class", "failure class", words, problems) is not { } id) continue;
            classes.Add(new()
            {
                Id = id,
                Name = draft.Name?.Value ?? id,
                Description = draft.Description?.Value,
                Aliases = [.. draft.Aliases.Select(a => a.Value)],
            });
        }
        return classes.DrainToImmutable();
    }

    private static string? PublicIdOf(ServiceDraft draft, HashSet<string> taken, DiagnosticBag problems)
    {
        if (draft.PublicId is not { } id) return null;
        if (!PublicNoteValidator.IsPublicId(id.Value)) problems.Add(PublicNoteProblems.InvalidPublicId(id));
        else if (!taken.Add(id.Value)) problems.Add(SiteProblems.DuplicateEntry(id, "service's public id"));
        else return id.Value;
        return null;
    }

    /// <summary>A team may stand at many services, but is written one way.</summary>
    private static void CheckTeam(Located<string> team, Dictionary<string, string> teamByAddress, DiagnosticBag problems)
    {
        var address = Slug.Of(team.Value);
        if (!teamByAddress.TryAdd(address, team.Value) && teamByAddress[address] is var first && first != team.Value) problems.Add(SiteProblems.SameAddress(team, first));
    }

    /// <summary>The entry's id, when neither it nor an alias means another entry already.</summary>
    private static string? TakeWords(
        Located<string>? id, ImmutableArray<Located<string>> aliases, SourceLocation place, string subject, string noun, HashSet<string> taken, DiagnosticBag problems)
    {
        if (id is not { Value.Length: > 0 } named)
        {
            problems.Add(SiteProblems.IncompleteEntry(place, subject, "id"));
            return null;
        }
        var isNew = taken.Add(named.Value) & taken.Add($"/{Slug.Of(named.Value)}"); // two words with one address would be one page
        if (!isNew) problems.Add(SiteProblems.DuplicateEntry(named, noun));
        foreach (var alias in aliases)
        {
            if (!alias.Value.Equals(named.Value, StringComparison.OrdinalIgnoreCase) && !taken.Add(alias.Value)) problems.Add(SiteProblems.DuplicateEntry(alias, noun));
        }
        return isNew ? named.Value : null;
    }
}
