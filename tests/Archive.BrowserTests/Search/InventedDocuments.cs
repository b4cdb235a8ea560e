using System.Collections.Immutable;
using System.Globalization;
using Archive.Search;

namespace Archive.BrowserTests.Search;

/// <summary>Invented documents and questions about them. The same at each run.</summary>
internal static class InventedDocuments
{
    private static readonly string[] Words =
    [
        "database", "connection", "pool", "exhausted", "timeout", "latency", "deploy", "deployment", "deployed", "rollback", "certificate", "expired", "expiry", "disk", "full", "memory", "leak", "leaking",
        "node", "cluster", "failover", "replica", "replication", "lag", "queue", "consumer", "backlog", "checkout", "payment", "payments", "search", "index", "cache", "eviction", "evicted", "traffic", "spike", "alert",
        "pager", "oncall", "customer", "customers", "error", "errors", "the", "of", "and", "was", "because", "not", "no", "out", "down", "network", "partition", "dns", "resolver", "kubernetes", "pod", "container", "image",
        "registry", "pull", "throttled", "quota", "limit", "rate", "config", "configuration", "flag", "feature", "migration", "schema", "lock", "deadlock", "transaction", "slow", "query", "café", "Straße", "東京", "データ", "naïve",
    ];

    private static readonly string[] Lines =
    [
        "FATAL: sorry, too many clients already ({0})", "java.lang.OutOfMemoryError: Java heap space at {0}", "ORA-00060: deadlock detected while waiting for resource {0}",
        "connect to 10.0.{0}.4:5432 failed: ECONNREFUSED", "x509: certificate has expired: serial {0}", "pod checkout-7d9f8b6c5-x{0}k4j evicted: node-{0} had disk pressure",
        "level=error msg=\"context deadline exceeded\" attempt={0}", "Error: ENOSPC: no space left on device, write /var/lib/app/{0}", "at com.acme.Checkout.charge(PaymentService.java:{0})", "--max-old-space-size={0}",
    ];

    public static SearchSchema Schema { get; } = new(
        [
            new("severity", "Severity", [new("sev1", "SEV-1"), new("sev2", "SEV-2"), new("sev3", "SEV-3")], IsOrdered: true, ["sev"]),
            new("service", "Service", [], IsOrdered: false, []),
            new("kind", "Kind", [new("outage", "Outage")], IsOrdered: false, []),
        ],
        [new("started", "Started", NumberKind.Date), new("duration", "Duration", NumberKind.Duration)])
    {
        TieBreakFacet = "severity",
        TieBreakNumber = "started",
    };

    public static ImmutableArray<SearchDocument> Of(int count)
    {
        var dice = new Random(20260303);
        return [.. Enumerable.Range(0, count).Select(number => Document(number, dice))];
    }

    private static SearchDocument Document(int number, Random dice)
    {
        var title = Prose(dice, dice.Next(3, 9));
        return new()
        {
            Id = $"INC-{number:000}",
            Url = $"/postmortems/inc-{number:000}/",
            Title = title,
            Passages =
            [
                new(SearchField.Title, title, null),
                new(SearchField.Label, $"INC-{number:000} {Words[dice.Next(Words.Length)]}", null),
                .. dice.Next(3) == 0 ? [new Passage(SearchField.Signature, Line(dice), null)] : ImmutableArray<Passage>.Empty,
                new(SearchField.Summary, Prose(dice, dice.Next(10, 60)), "summary"),
                .. Enumerable.Range(0, dice.Next(1, 5)).SelectMany(i => Section(dice, i)),
            ],
            Facets =
            [
                .. dice.Next(10) == 0 ? [] : (FacetValue[])[new("severity", $"sev{dice.Next(1, 4)}")],
                .. ((string[])["checkout", "payments", "search", "Two Words", "café"]).Where(_ => dice.Next(4) == 0).Select(service => new FacetValue("service", service)),
                new("kind", dice.Next(2) == 0 ? "outage" : "near-miss"),
            ],
            Numbers =
            [
                new("started", 28_000_000 + ((long)number * 1440) + dice.Next(1440)),
                .. dice.Next(8) == 0 ? [] : (NumberValue[])[new("duration", dice.Next(1, 600))],
            ],
        };
    }

    private static IEnumerable<Passage> Section(Random dice, int number)
    {
        var anchor = string.Create(CultureInfo.InvariantCulture, $"section-{number}");
        yield return new(SearchField.Heading, Prose(dice, 3), anchor);
        yield return new(SearchField.Body, Prose(dice, dice.Next(20, 200)), anchor);
        if (dice.Next(2) == 0) yield return new(SearchField.Code, string.Join('\n', Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Line(dice))), anchor);
    }

    private static string Line(Random dice) => string.Format(CultureInfo.InvariantCulture, Lines[dice.Next(Lines.Length)], dice.Next(1000));

    /// <summary>Early words are more frequent; some words are made up, so that there are rare ones.</summary>
    private static string Prose(Random dice, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => dice.Next(12) == 0 ? Rare(dice) : Words[(int)(Words.Length * dice.NextDouble() * dice.NextDouble())]));

    private static string Rare(Random dice)
    {
        string[] parts = ["ka", "to", "re", "vin", "sol", "mar", "du", "pel", "ing", "ed", "ova"];
        return string.Concat(Enumerable.Range(0, dice.Next(2, 5)).Select(_ => parts[dice.Next(parts.Length)]));
    }

    /// <summary>Every kind of question: words, phrases, prefixes, typos, syntax, filters, pasted lines, text of other scripts.</summary>
    public static IEnumerable<SearchRequest> Requests(int random)
    {
        var dice = new Random(20260304);
        string[] chosen =
        [
            "", "the of and", "database connection pool", "\"connection pool\"", "\"pool connection\"~3", "conn", "connecti", "conection", "databse timeuot", "kubernets pod", "+disk -full", "disk AND full", "title:database", "error:x509",
            "id:INC-007", "INC-042", "inc-900", "severity:sev1 timeout", "severity:>=sev2", "service:checkout OR service:search", "started:2023-Q3", "started:[2023-04 TO 2023-06] disk", "duration:>2h", "kind:outage -service:checkout", "service:\"two words\"",
            "FATAL: sorry, too many clients already (17)", "java.lang.OutOfMemoryError", "OutOfMemoryError", "outofmemory", "out of memory error", "ORA-00060", "10.0.3.4:5432", "x509: certificate has expired", "lvl~ dadabase~2", "mem*", "東京", "データ", "strasse", "CAFE", "naive",
            "context deadline exceeded", "max-old-space-size", "no space left on device", "(disk OR memory) AND NOT cache", "\"the of\"", "quzzyxx", "quzzyxx database", "a", "katorevin",
        ];
        foreach (var text in chosen)
        {
            yield return new() { Text = text };
            yield return new() { Text = text, IsTyping = true, Limit = 5 };
        }

        SearchSort[] sorts = [SearchSort.Relevance, SearchSort.Relevance, SearchSort.Newest, SearchSort.Severity, SearchSort.Longest];
        for (var i = 0; i < random; i++)
        {
            yield return new()
            {
                Text = Question(dice, chosen),
                IsTyping = dice.Next(3) == 0,
                IsCorrecting = dice.Next(5) != 0,
                Sort = sorts[dice.Next(sorts.Length)],
                Offset = dice.Next(4) == 0 ? dice.Next(30) : 0,
                Limit = dice.Next(1, 25),
                Facets = dice.Next(3) == 0 ? [new("severity", $"sev{dice.Next(1, 4)}"), new("severity", "sev2"), .. dice.Next(2) == 0 ? [] : (FacetValue[])[new("service", "checkout")]] : [],
            };
        }
    }

    private static string Question(Random dice, string[] chosen) => dice.Next(7) switch
    {
        0 => Line(dice),
        1 => $"\"{Prose(dice, 2)}\"",
        2 => $"{Prose(dice, 2)} {chosen[dice.Next(chosen.Length)]}",
        3 => Misspelled(dice, Prose(dice, dice.Next(1, 4))),
        4 => Prose(dice, 3)[..^2],
        5 => $"+{Words[dice.Next(Words.Length)]} {Prose(dice, 2)} -{Words[dice.Next(Words.Length)]}",
        _ => Prose(dice, dice.Next(1, 12)),
    };

    private static string Misspelled(Random dice, string text)
    {
        var at = dice.Next(text.Length - 1);
        return dice.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "q"),
            _ => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
        };
    }
}
