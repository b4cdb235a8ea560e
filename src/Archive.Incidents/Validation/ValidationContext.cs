using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Validation;

/// <summary>What a postmortem is judged against: the policy, the catalogues, and the ids of all the others.</summary>
internal sealed class ValidationContext
{
    public ValidationContext(Policy policy, ImmutableArray<Service> services, ImmutableArray<FailureClass> classes, IReadOnlyList<DraftFile<PostmortemDraft>> files, DateOnly today)
    {
        (Policy, Services, Today) = (policy, services, today);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZone);
        IdPattern = new($"^(?:{policy.IdPattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        ServiceByWord = ByWord(services, s => s.Id, s => s.Aliases);
        ClassByWord = ByWord(classes, c => c.Id, c => c.Aliases);
        FileById = files.Where(f => f.Keys?.Id is not null)
            .GroupBy(f => f.Keys!.Id!.Value.Value, StringComparer.OrdinalIgnoreCase) // the filter asks for both
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        FileByAddress = FileById.Values.GroupBy(f => AddressOf(f.Keys!.Id!.Value.Value), StringComparer.Ordinal) // as above
            .ToFrozenDictionary(g => g.Key, g => g.MinBy(f => f.Path, StringComparer.Ordinal)!, StringComparer.Ordinal); // no group is empty
        IdsOfBrokenFiles = files.Select(f => f.GuessedId).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public Policy Policy { get; }

    public ImmutableArray<Service> Services { get; }

    public DateOnly Today { get; }

    public TimeZoneInfo Zone { get; }

    public Regex IdPattern { get; }

    /// <summary>Services by id and alias, without regard to case.</summary>
    public FrozenDictionary<string, Service> ServiceByWord { get; }

    /// <summary>Failure classes by id and alias, without regard to case.</summary>
    public FrozenDictionary<string, FailureClass> ClassByWord { get; }

    /// <summary>The first file with each id, sound or not.</summary>
    public FrozenDictionary<string, DraftFile<PostmortemDraft>> FileById { get; }

    /// <summary>The first file with each address: ids that differ only in signs would share a page.</summary>
    public FrozenDictionary<string, DraftFile<PostmortemDraft>> FileByAddress { get; }

    /// <summary>Ids of files that are there, but too broken to read: naming one is no mistake.</summary>
    private FrozenSet<string> IdsOfBrokenFiles { get; }

    /// <summary>Whether a postmortem with this id is there, sound or not.</summary>
    public bool Exists(string id) => FileById.ContainsKey(id) || IdsOfBrokenFiles.Contains(id);

    public static string AddressOf(string id) => Slug.Of(id);

    private static FrozenDictionary<string, T> ByWord<T>(ImmutableArray<T> entries, Func<T, string> id, Func<T, ImmutableArray<string>> aliases)
    {
        var byWord = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries) byWord.TryAdd(id(entry), entry);
        foreach (var entry in entries)
        {
            foreach (var alias in aliases(entry)) byWord.TryAdd(alias, entry);
        }
        return byWord.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
