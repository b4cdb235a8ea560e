using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.History;

/// <summary>Postmortems by some word, each group in order of time.</summary>
public sealed record PostmortemGroups(IReadOnlyDictionary<string, ImmutableArray<Postmortem>> ByKey)
{
    public ImmutableArray<Postmortem> Of(string key) => ByKey.TryGetValue(key, out var group) ? group : [];

    public static PostmortemGroups By(IReadOnlyList<Postmortem> postmortems, Func<Postmortem, IEnumerable<string>> keys)
    {
        var groups = new Dictionary<string, ImmutableArray<Postmortem>.Builder>(StringComparer.Ordinal);
        foreach (var postmortem in postmortems)
        {
            foreach (var key in keys(postmortem).Distinct(StringComparer.Ordinal))
            {
                if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = ImmutableArray.CreateBuilder<Postmortem>());
                group.Add(postmortem);
            }
        }
        return new(groups.ToDictionary(g => g.Key, g => g.Value.ToImmutable(), StringComparer.Ordinal));
    }
}

/// <summary>What the whole archive says, worked out once in time linear to its size.</summary>
public sealed record IncidentHistory
{
    public required IncidentArchive Archive { get; init; }

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
    public ImmutableArray<ShippedFix> Fixes { get; init; } = [];

    public required ImmutableArray<LedgerEntry> Ledger { get; init; }

    /// <summary>The ledger of each service, by its id and in the same order: an item counts for each service of its postmortem.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<LedgerEntry>> LedgerByService { get; init; }

    /// <summary>Promised items by the month in which their incidents were resolved, the oldest first.</summary>
    public required ImmutableArray<LedgerCohort> Cohorts { get; init; }

    /// <summary>The newest incident first.</summary>
    public required ImmutableArray<CauseEntry> Causes { get; init; }

    public required ImmutableArray<OwedPostmortem> Owed { get; init; }

    public required Punctuality Punctuality { get; init; }

    public required Latencies Latencies { get; init; }

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
        var recurrences = History.Recurrences.Of(all, byId, archive.Policy);
        var familyOf = RecurrenceFamilies.Connect(recurrences);
        var repeats = History.Repeats.Of(archive with { Postmortems = all }, recurrences, familyOf);
        var families = RecurrenceFamilies.Of(all, repeats, familyOf);
        var ledger = ActionLedger.Of(archive);
        var history = new IncidentHistory
        {
            Archive = archive,
            ById = byId,
            ByService = PostmortemGroups.By(all, p => p.Services.Select(s => s.Id)),
            ByFailureClass = PostmortemGroups.By(all, p => p.FailureClass is { } c ? [c.Id] : []),
            BySeverity = PostmortemGroups.By(all, p => [p.Severity.Id]),
            ByKind = PostmortemGroups.By(all, p => [Words.Of(p.Kind)]),
            ByChainLevel = PostmortemGroups.By(all, p => p.ChainLevel is { } level ? [level] : []),
            ByYear = PostmortemGroups.By(all, p => [YearOf(p, archive.Policy)]),
            ByTeam = PostmortemGroups.By(all, p => p.Services.Where(s => s.Team is not null).Select(s => Slug.Of(s.Team!))), // filtered before
            Recurrences = recurrences,
            Repeats = repeats,
            Families = families,
            Ledger = ledger,
            LedgerByService = ActionLedger.ByService(ledger),
            Cohorts = LedgerCohorts.Of(ledger, archive.AsOf),
            Causes = CauseLedger.Of(all),
            Owed = PublicationDeadlines.Owed(archive),
            Punctuality = Punctuality.Of(archive),
            Latencies = Latencies.Of(archive),
            RecurrencesById = Group(recurrences.SelectMany(r => (string[])[r.Earlier.Id, r.Later.Id], (r, id) => (id, r))),
            RepeatsById = Group(repeats.Select(r => (r.Earlier.Id, r))),
            FamilyById = families.SelectMany(f => f.Members, (f, p) => (p.Id, f)).ToDictionary(f => f.Id, f => f.f, StringComparer.OrdinalIgnoreCase),
            NamedById = Group(all.SelectMany(p => p.Related, (p, id) => (id, p))),
        };
        return history with { Fixes = ShippedFixes.Of(history) };
    }

    public static string YearOf(Postmortem postmortem, Policy policy) => policy.DayOf(postmortem.Times.StartedAt).Year.ToString("D4");

    private static Dictionary<string, ImmutableArray<T>> Group<T>(IEnumerable<(string Id, T Value)> pairs) where T : class =>
        pairs.GroupBy(p => p.Id, p => p.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Distinct<T>(ReferenceEqualityComparer.Instance).ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
}
