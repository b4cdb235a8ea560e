using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.History;

/// <summary>Postmortems by some word, each group in order of time.</summary>
public sealed record PostmortemGroups(IReadOnlyDictionary<string, ImmutableArray<Postmortem>> ByKey)
{
    public ImmutableArray<Postmortem> Of(string key) => ByKey.TryGetValue(key, out var group) ? group : [];

    public static PostmortemGroups By(IReadOnlyList<Postmortem> postmortems, Func<Postmortem, IEnumerable<string>> keys) => new(Groups.Of(postmortems, keys, StringComparer.Ordinal));
}

/// <summary>Values under the words that each of them names.</summary>
internal static class Groups
{
    /// <summary>Each group in the order of the values; a value stands in a group once, however often it names the key.</summary>
    public static Dictionary<string, ImmutableArray<T>> Of<T>(IReadOnlyList<T> values, Func<T, IEnumerable<string>> keys, StringComparer comparer) where T : class
    {
        var groups = new Dictionary<string, ImmutableArray<T>.Builder>(comparer);
        foreach (var value in values)
        {
            foreach (var key in keys(value))
            {
                if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = ImmutableArray.CreateBuilder<T>());
                if (group.Count == 0 || !ReferenceEquals(group[^1], value)) group.Add(value);
            }
        }
        return groups.ToDictionary(g => g.Key, g => g.Value.ToImmutable(), comparer);
    }
}

/// <summary>What the whole archive says, worked out once in time linear to its size.</summary>
/// <remarks>What only some pages show is worked out when the first of them is rendered: a check renders none.</remarks>
public sealed record IncidentHistory
{
    private readonly Lazy<ImmutableArray<ShippedFix>> _fixes;
    private readonly Lazy<ImmutableArray<OwedPostmortem>> _owed;
    private readonly Lazy<ImmutableArray<DebtEntry>> _debt;
    private readonly Lazy<Punctuality> _punctuality;
    private readonly Lazy<Latencies> _latencies;

    private IncidentHistory(IncidentArchive archive)
    {
        Archive = archive;
        _fixes = new(() => ShippedFixes.Of(this));
        _owed = new(() => PublicationDeadlines.Owed(archive));
        _debt = new(() => PostmortemDebt.Of(archive, Owed, Ledger));
        _punctuality = new(() => Punctuality.Of(archive));
        _latencies = new(() => Latencies.Of(archive));
    }

    public IncidentArchive Archive { get; }

    public DateOnly Today => Archive.AsOf;

    /// <summary>Without regard to case.</summary>
    public required IReadOnlyDictionary<string, Postmortem> ById { get; init; }

    public required PostmortemGroups ByService { get; init; }

    public required PostmortemGroups ByFailureClass { get; init; }

    public required PostmortemGroups BySeverity { get; init; }

    /// <summary>By <see cref="Words"/> of the kind.</summary>
    public required PostmortemGroups ByKind { get; init; }

    public required PostmortemGroups ByChainLevel { get; init; }

    /// <summary>By the year of the start in the policy's time zone, four digits.</summary>
    public required PostmortemGroups ByYear { get; init; }

    /// <summary>By the slug of the team's name, of any of the services.</summary>
    public required PostmortemGroups ByTeam { get; init; }

    /// <summary>Every recurrence, named or inferred, in the order of the later incidents.</summary>
    public required ImmutableArray<Recurrence> Recurrences { get; init; }

    /// <summary>Everything that happened again, counted once; in order of time.</summary>
    public required ImmutableArray<Repeat> Repeats { get; init; }

    /// <summary>The dearest first.</summary>
    public required ImmutableArray<RecurrenceFamily> Families { get; init; }

    /// <summary>What every structural fix that shipped has proved: failed ones first.</summary>
    public ImmutableArray<ShippedFix> Fixes => _fixes.Value;

    public required ImmutableArray<LedgerEntry> Ledger { get; init; }

    /// <summary>The ledger of each service, by its id and in the same order: an item counts for each service of its postmortem.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<LedgerEntry>> LedgerByService { get; init; }

    /// <summary>Promised items by the month in which their incidents were resolved, the oldest first.</summary>
    public required ImmutableArray<LedgerCohort> Cohorts { get; init; }

    /// <summary>The newest incident first.</summary>
    public required ImmutableArray<CauseEntry> Causes { get; init; }

    public ImmutableArray<OwedPostmortem> Owed => _owed.Value;

    /// <summary>What nobody answers for in time: the longest first.</summary>
    public ImmutableArray<DebtEntry> Debt => _debt.Value;

    public Punctuality Punctuality => _punctuality.Value;

    public Latencies Latencies => _latencies.Value;

    private Dictionary<string, ImmutableArray<Recurrence>> RecurrencesById { get; init; } = new Dictionary<string, ImmutableArray<Recurrence>>();

    private Dictionary<string, ImmutableArray<Repeat>> RepeatsById { get; init; } = new Dictionary<string, ImmutableArray<Repeat>>();

    private Dictionary<string, RecurrenceFamily> FamilyById { get; init; } = new Dictionary<string, RecurrenceFamily>();

    private Dictionary<string, ImmutableArray<Postmortem>> NamedById { get; init; } = new Dictionary<string, ImmutableArray<Postmortem>>();

    /// <summary>Recurrences in which a postmortem is the earlier or the later one, in order of time.</summary>
    public ImmutableArray<Recurrence> RecurrencesOf(Postmortem postmortem) =>
        RecurrencesById.TryGetValue(postmortem.Id, out var found) ? found : [];

    /// <summary>How often a postmortem's incident happened again after it, in order of time.</summary>
    public ImmutableArray<Repeat> RepeatsOf(Postmortem postmortem) =>
        RepeatsById.TryGetValue(postmortem.Id, out var found) ? found : [];

    /// <summary>The family that a postmortem belongs to; null where nothing of it came back.</summary>
    public RecurrenceFamily? FamilyOf(Postmortem postmortem) => FamilyById.GetValueOrDefault(postmortem.Id);

    /// <summary>Postmortems that name this one as related, in order of time.</summary>
    public ImmutableArray<Postmortem> NamedBy(Postmortem postmortem) =>
        NamedById.TryGetValue(postmortem.Id, out var found) ? found : [];

    /// <summary>Where a postmortem stands in a list that is in order of time; it must be in it.</summary>
    public static int PositionOf(ImmutableArray<Postmortem> inTime, Postmortem postmortem) => inTime.BinarySearch(postmortem, InTime);

    /// <summary>The order of <see cref="IncidentArchive.Postmortems"/>.</summary>
    public static Comparer<Postmortem> InTime { get; } = Comparer<Postmortem>.Create((a, b) =>
    {
        var byTime = a.Times.StartedAt.CompareTo(b.Times.StartedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    });

    public static IncidentHistory Of(IncidentArchive archive)
    {
        var all = archive.Postmortems.Sort(InTime);
        archive = archive with { Postmortems = all };
        var byId = all.ToDictionary(p => p.Id, StringComparer.OrdinalIgnoreCase);
        // what came back and what was promised know nothing of each other
        var returns = Task.Run(() => ReturnsOf(archive, byId));
        var ledger = ActionLedger.Of(archive);
        return new IncidentHistory(archive)
        {
            ById = byId,
            ByService = PostmortemGroups.By(all, p => p.Services.Select(s => s.Id)),
            ByFailureClass = PostmortemGroups.By(all, p => p.FailureClass is { } c ? [c.Id] : []),
            BySeverity = PostmortemGroups.By(all, p => [p.Severity.Id]),
            ByKind = PostmortemGroups.By(all, p => [Words.Of(p.Kind)]),
            ByChainLevel = PostmortemGroups.By(all, p => p.ChainLevel is { } level ? [level] : []),
            ByYear = PostmortemGroups.By(all, p => [YearOf(p, archive.Policy)]),
            ByTeam = PostmortemGroups.By(all, p => p.Services.Where(s => s.Team is not null).Select(s => Slug.Of(s.Team!))), // filtered before
            Ledger = ledger,
            LedgerByService = Groups.Of(ledger, e => e.Postmortem.Services.Select(s => s.Id), StringComparer.Ordinal),
            Cohorts = LedgerCohorts.Of(ledger, archive.AsOf),
            Causes = CauseLedger.Of(all),
            NamedById = Groups.Of(all, p => p.Related, StringComparer.OrdinalIgnoreCase),
            Recurrences = returns.Result.Recurrences,
            Repeats = returns.Result.Repeats,
            Families = returns.Result.Families,
            RecurrencesById = returns.Result.RecurrencesById,
            RepeatsById = returns.Result.RepeatsById,
            FamilyById = returns.Result.FamilyById,
        };
    }

    public static string YearOf(Postmortem postmortem, Policy policy) => policy.DayOf(postmortem.Times.StartedAt).Year.ToString("D4");

    /// <summary>What came back, connected.</summary>
    private static Returns ReturnsOf(IncidentArchive archive, Dictionary<string, Postmortem> byId)
    {
        var recurrences = History.Recurrences.Of(archive.Postmortems, byId, archive.Policy);
        var familyOf = RecurrenceFamilies.Connect(recurrences);
        var repeats = History.Repeats.Of(archive, recurrences, familyOf);
        var families = RecurrenceFamilies.Of(archive.Postmortems, repeats, familyOf);
        return new(recurrences, repeats, families)
        {
            RecurrencesById = Groups.Of(recurrences, r => [r.Earlier.Id, r.Later.Id], StringComparer.OrdinalIgnoreCase),
            RepeatsById = Groups.Of(repeats, r => [r.Earlier.Id], StringComparer.OrdinalIgnoreCase),
            FamilyById = ByMember(families),
        };
    }

    private static Dictionary<string, RecurrenceFamily> ByMember(ImmutableArray<RecurrenceFamily> families)
    {
        var byMember = new Dictionary<string, RecurrenceFamily>(StringComparer.OrdinalIgnoreCase);
        foreach (var family in families)
        {
            foreach (var member in family.Members) byMember.Add(member.Id, family);
        }
        return byMember;
    }

    private sealed record Returns(ImmutableArray<Recurrence> Recurrences, ImmutableArray<Repeat> Repeats, ImmutableArray<RecurrenceFamily> Families)
    {
        public required Dictionary<string, ImmutableArray<Recurrence>> RecurrencesById { get; init; }

        public required Dictionary<string, ImmutableArray<Repeat>> RepeatsById { get; init; }

        public required Dictionary<string, RecurrenceFamily> FamilyById { get; init; }
    }
}
