using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

/// <summary>What holds for every archive, tried on invented ones: classes, services, items, references and lines by chance, rings among them.</summary>
public sealed class HistoryPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    private static IncidentArchive Invented(int seed, int amount = 60)
    {
        var random = new Random(seed);
        Service[] services = [Sample.Registry, Sample.Gateway, Sample.Settlement];
        FailureClass?[] classes = [Sample.ConfigOverwrite, Sample.PoolExhaustion, null];
        var first = Sample.Utc("2025-01-01T00:00:00Z");
        return Sample.ArchiveOf(Enumerable.Range(0, amount).Select(i =>
        {
            var startedAt = first.AddHours(random.Next(680 * 24));
            return Sample.Final($"INC-{i:D5}") with
            {
                Services = [.. random.GetItems(services, random.Next(1, 3)).Distinct()],
                FailureClass = classes[random.Next(classes.Length)],
                Times = new() { StartedAt = startedAt, ResolvedAt = random.Next(8) == 0 ? null : startedAt.AddMinutes(random.Next(5000)) },
                RecurrenceOf = random.Next(6) == 0 ? $"inc-{random.Next(amount):D5}" : null,
                Occurrences = [.. Enumerable.Range(0, random.Next(8) == 0 ? 2 : 0).Select(_ => new Occurrence(Sample.Today.AddDays(-random.Next(300)), "Again"))],
                ActionItems = [.. Enumerable.Range(1, random.Next(5)).Select(n => Item(n, random))],
            };
        }));
    }

    private static ActionItem Item(int number, Random random)
    {
        var status = random.GetItems(Enum.GetValues<ItemStatus>(), 1)[0];
        var day = Sample.Today.AddDays(-random.Next(700)).ToString("yyyy-MM-dd");
        return Sample.Item($"AI-{number}", status, Sample.Today.AddDays(random.Next(-200, 200)).ToString("yyyy-MM-dd"), status == ItemStatus.Done ? day : null) with
        {
            IsStructuralFix = random.Next(3) == 0,
            Evidence = random.Next(2) == 0 ? [] : [new() { Path = "a/hook.sh", Commit = "9f31c0a" }],
        };
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Families_are_a_partition_of_all_that_came_back(int seed)
    {
        var history = IncidentHistory.Of(Invented(seed));
        var members = history.Families.SelectMany(f => f.Members.Select(m => m.Id)).ToList();
        Assert.Equal(members.Count, members.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(history.Repeats.SelectMany(r => (string[])[r.Earlier.Id, r.Told.Id]).Concat(history.Recurrences.Select(r => r.Earlier.Id)).Distinct().Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        Assert.All(history.Recurrences, r => Assert.Same(history.FamilyOf(r.Earlier), history.FamilyOf(r.Later)));
        Assert.Equal(history.Repeats.Length, history.Families.Sum(f => f.Repeats.Length));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Families_are_those_of_all_pairs_within_the_window(int seed)
    {
        var archive = Invented(seed);
        var all = archive.Postmortems.Select(p => p with { RecurrenceOf = null, Occurrences = [] }).ToImmutableArray();
        var window = TimeSpan.FromDays(Sample.Policy.RecurrenceWindowDays);
        var groups = all.Select(p => new HashSet<string> { p.Id }).ToList();
        foreach (var (a, b) in all.SelectMany(a => all.Select(b => (a, b))))
        {
            var gap = b.Times.StartedAt - a.Times.StartedAt;
            if (gap <= TimeSpan.Zero || gap > window || a.FailureClass is null || a.FailureClass != b.FailureClass || !a.Services.Intersect(b.Services).Any()) continue;
            var (one, other) = (groups.First(g => g.Contains(a.Id)), groups.First(g => g.Contains(b.Id)));
            if (ReferenceEquals(one, other)) continue;
            one.UnionWith(other);
            groups.Remove(other);
        }
        Assert.Equal(
            groups.Where(g => g.Count > 1).Select(g => string.Join(' ', g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal),
            IncidentHistory.Of(archive with { Postmortems = all }).Families.Select(f => string.Join(' ', f.Members.Select(m => m.Id).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_depends_on_the_order_of_files(int seed)
    {
        var archive = Invented(seed);
        var shuffled = archive.Postmortems.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Words(IncidentHistory.Of(archive)), Words(IncidentHistory.Of(archive with { Postmortems = [.. shuffled] })));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_figure_of_the_ledger_adds_up(int seed)
    {
        var history = IncidentHistory.Of(Invented(seed));
        var all = LedgerFigures.Of(history.Ledger, history.Today);
        Assert.Equal(history.Ledger.Length, all.Committed + all.Declined + all.Ideas);
        Assert.Equal(all.Committed, history.Cohorts.Sum(c => c.Figures.Committed) + history.Ledger.Count(e => e is { IsCommitted: true, ResolvedOn: null }));
        Assert.Equal(all.At30Days, new(history.Cohorts.Sum(c => c.Figures.At30Days.Known), history.Cohorts.Sum(c => c.Figures.At30Days.Done)));
        Assert.True(all.At90Days.Known <= all.At30Days.Known && all.At30Days.Known <= all.Committed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_incident_and_repeat_stands_in_one_quarter(int seed)
    {
        var history = IncidentHistory.Of(Invented(seed));
        var quarters = RecurrenceTrend.Quarters(history);
        Assert.Equal(history.Archive.Postmortems.Length, quarters.Sum(q => q.Incidents));
        Assert.Equal(history.Repeats.Count(r => Period.QuarterOf(r.On).First >= quarters[0].Quarter.First), quarters.Sum(q => q.Repeats.Length));
        var table = RecurrenceTables.ByQuarter(history);
        var rows = history.Archive.FailureClasses.Append<FailureClass?>(null);
        Assert.Equal(history.Archive.Postmortems.Length, rows.Sum(c => quarters.Sum(q => table.Of(c, q.Quarter).Incidents.Length)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_fix_failed_exactly_where_the_diagnosis_of_a_direct_repeat_says_that_it_did_not_hold(int seed)
    {
        var history = IncidentHistory.Of(Invented(seed));
        foreach (var repeat in history.Repeats.Where(r => r is { Diagnosis: RecurrenceDiagnosis.DidNotHold, Recurrence: not null } && r.Then.Done.Any(i => i.IsStructuralFix)))
            Assert.Contains(history.Fixes, f => f.Verdict == FixVerdict.Failed && f.Postmortem == repeat.Earlier && repeat.Then.Done.Contains(f.Item));
    }

    private static IEnumerable<string> Words(IncidentHistory history) =>
    [
        .. history.Recurrences.Select(r => $"{r.Earlier.Id} {r.Later.Id} {r.Basis} {r.Diagnosis} {r.Then.Open.Length}"),
        .. history.Repeats.Select(r => $"{r.On} {r.Earlier.Id} {r.Told.Id} {r.Diagnosis}"),
        .. history.Families.Select(f => $"{string.Join(' ', f.Members.Select(m => m.Id))} {f.Cost}"),
        .. history.Fixes.Select(f => $"{f.Postmortem.Id} {f.Item.Id} {f.Verdict} {f.Days} {f.FailedBy?.Id}"),
        .. history.Ledger.Select(e => $"{e.Postmortem.Id} {e.Item.Id} {e.State} {e.AgeDays}"),
        .. history.Causes.Select(c => $"{c.Postmortem.Id} {c.Cause.Id} {c.State}"),
    ];
}
