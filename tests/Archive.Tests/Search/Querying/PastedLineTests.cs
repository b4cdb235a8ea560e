using System.Collections.Immutable;
using Archive.Search.Querying;
using Xunit;

namespace Archive.Tests.Search.Querying;

/// <summary>What is pasted from a log is searched as it stands: nothing in it is syntax.</summary>
public sealed class PastedLineTests
{
    /// <summary>The names of an internal archive.</summary>
    private static readonly ImmutableArray<QueryField> Fields =
    [
        .. ((string[])["id", "title", "error"]).Select(name => new QueryField([name], QueryFieldKind.Text, [])),
        new(["service", "services"], QueryFieldKind.Facet, ["checkout", "payments", "api-gateway"]),
        new(["severity", "sev"], QueryFieldKind.OrderedFacet, ["sev1", "sev2", "sev3", "sev4"]),
        new(["class", "failure_class"], QueryFieldKind.Facet, ["capacity", "config-change"]),
        new(["kind"], QueryFieldKind.Facet, ["incident", "near-miss"]),
        new(["year"], QueryFieldKind.OrderedFacet, ["2026", "2025"]),
        new(["status"], QueryFieldKind.Facet, ["draft", "final"]),
        new(["team"], QueryFieldKind.Facet, ["sre"]),
        new(["owner"], QueryFieldKind.Facet, ["mira"]),
        new(["detected", "detected_by"], QueryFieldKind.Facet, ["alert", "customer"]),
        new(["started"], QueryFieldKind.Date, []),
        new(["duration"], QueryFieldKind.Duration, []),
    ];

    public static TheoryData<string> Lines =>
    [
        "java.lang.OutOfMemoryError: Java heap space",
        "\tat com.brackwater.slots.Registry.reserve(Registry.java:214)",
        "\tat com.brackwater.slots.Registry$Inner.lambda$reserve$3(Registry.java:88) ~[slots-2.4.1.jar!/:2.4.1]",
        "Caused by: java.net.SocketTimeoutException: Read timed out",
        "... 37 more",
        "Exception in thread \"main\" java.lang.IllegalStateException: pool \"slots\" is closed",
        "   at Brackwater.Slots.Registry.ReserveAsync(SlotId id, CancellationToken over) in /src/Slots/Registry.cs:line 214",
        "--- End of stack trace from previous location ---",
        "System.InvalidOperationException: Sequence contains no elements",
        "Traceback (most recent call last):",
        "  File \"/srv/slots/registry.py\", line 214, in reserve",
        "KeyError: 'slot'",
        "TypeError: Cannot read properties of undefined (reading 'slots')",
        "    at async Registry.reserve (file:///srv/slots/registry.mjs:214:17)",
        "panic: runtime error: invalid memory address or nil pointer dereference [recovered]",
        "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a7d15]",
        "goroutine 17 [running]:",
        "thread 'main' panicked at 'called `Option::unwrap()` on a `None` value', src/main.rs:14:9",
        "{\"level\":\"error\",\"service\":\"checkout\",\"msg\":\"no slot left\",\"took\":30}",
        "{\"status\": \"final\", \"severity\": \"sev1\", \"error\": {\"code\": 500, \"title\": \"Internal\"}}",
        "[{\"id\": 7, \"kind\": \"incident\"}]",
        "level=error service=checkout msg=\"no slot left\" duration=2h",
        "time=\"2026-03-04T10:11:12Z\" level=fatal msg=\"listen tcp :8080: bind: address already in use\"",
        "2026-03-04 10:11:12,345 ERROR [http-nio-8080-exec-7] c.b.s.Registry - no slot left for harbour=north",
        "Mar  4 10:11:12 node-3 kernel: Out of memory: Killed process 4711 (java) total-vm:8123456kB, anon-rss:4012345kB",
        "Mar 04 10:11:12 node-3 systemd[1]: slots.service: Main process exited, code=exited, status=137/n/a",
        "E0304 10:11:12.345678   17 controller.go:214] error syncing \"harbour/north\": no slot left",
        "10.0.3.4 - - [04/Mar/2026:10:11:12 +0000] \"GET /slots?id=7&kind=a HTTP/1.1\" 502 157 \"-\" \"curl/8.5.0\"",
        "https://slots.brackwater.example/search?q=service:checkout&status=final#top",
        "curl: (7) Failed to connect to 10.0.3.4 port 5432 after 3 ms: Connection refused",
        "psql: error: connection to server at \"10.0.3.4\", port 5432 failed: FATAL: sorry, too many clients already",
        "ERROR:  deadlock detected",
        "DETAIL:  Process 4711 waits for ShareLock on transaction 81; blocked by process 4712.",
        "ERROR:  null value in column \"slot\" violates not-null constraint",
        "ORA-00060: deadlock detected while waiting for resource",
        "SELECT * FROM slots WHERE harbour = 'north' AND NOT (taken OR closed);",
        "SQLSTATE[HY000]: General error: 1205 Lock wait timeout exceeded; try restarting transaction",
        "x509: certificate has expired or is not yet valid: current time 2026-03-04T10:11:12Z is after 2026-03-01T00:00:00Z",
        "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
        "Error from server (NotFound): pods \"slots-7d9f8b6c5-x4k4j\" not found",
        "kind: Deployment",
        "status: 500",
        "error: connection refused (os error 111)",
        "npm ERR! code ERESOLVE",
        "fatal: unable to access 'https://git.brackwater.example/slots/': Could not resolve host: git.brackwater.example",
        "make: *** [Makefile:17: build] Error 2",
        "ld: symbol(s) not found for architecture arm64",
        "Segmentation fault (core dumped)",
        "java -Xmx512m -XX:+HeapDumpOnOutOfMemoryError -jar slots.jar --port=8080",
        "ssh: connect to host node-3 port 22: Connection timed out",
        "dial tcp 10.0.3.4:5432: connect: connection refused",
        "C:\\Slots\\bin\\slots.exe exited with code -1073741819 (0xC0000005)",
        "0x00007ffb`1a2b3c4d ntdll!RtlUserThreadStart+0x21",
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>no slot left</faultstring></soap:Fault>",
        "if (slot == null || slot.taken && !force) throw new SlotError(`no slot left`);",
        "Warning: Undefined array key \"slot\" in /srv/slots/index.php on line 17",
        "nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)",
        "upstream prematurely closed connection while reading response header from upstream, client: 10.0.3.4, server: slots",
        "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!",
        "%Error opening tftp://255.255.255.255/slots-confg (Timed out)",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_pasted_line_holds_words_only(string line) => Assert.Empty(Syntax(SearchQuery.Parse(line, Fields).Root));

    [Fact]
    public void Many_pasted_lines_hold_words_only() =>
        Assert.Empty(Syntax(SearchQuery.Parse(string.Join('\n', Lines.Select(row => row.Data)), Fields).Root));

    /// <summary>All that is not a word or a quoted text that may be there.</summary>
    private static IEnumerable<QueryClause> Syntax(GroupQuery group) => group.Clauses.Where(clause => clause is not
    {
        Occurrence: Occurrence.Should,
        Node: WordQuery { Match: WordMatch.Whole, Field: null } or PhraseQuery { Slop: 0, Field: null },
    });
}
