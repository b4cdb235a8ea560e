using System.Text;

namespace Archive.BrowserTests.Search;

/// <summary>Texts that the two readers of the search are compared on. The same at each run.</summary>
internal static class SearchTexts
{
    private static readonly string[] Chosen =
    [
        "", " ", "a", "The quick brown fox can't jump over O'Neill's dogs’ kennel.", "java.lang.OutOfMemoryError: Java heap space",
        "ORA-00060: deadlock detected while waiting for resource", "ECONNRESET x509 10.0.3.4:5432 --max-old-space-size=4096 -Xmx512m", "C++ C# F#! g++ i++ a+++b c++11",
        "php: INC-031 snake_case kebab-case /var/log/app.log C:\\temp\\new.txt", "HTTPServer IPv6 APIs VMs Http2Server iOS eBPF PostgreSQL OOMKilled getURLFor",
        "1,234,567.89 3.14 14:32:07.123 2026-03-04T10:30:00Z 512Mi 30s", "std::vector<int> Foo$Bar user@host.example, a@b fe80::1a2b ::1 a::b:::c",
        "Café ﬁne ＡＢＣ straße İstanbul ŒUVRE naïve e\u0301te\u0301 Åse Łódź ǅ Ａ．Ｂ", "東京タワーへ行く ｶﾞｷﾞ か\u3099き が 中文分词 ภาษาไทย ကမ္ဘာ ខ្មែរ",
        "한국어 \u1112\u1161\u11ab글 Ελληνικά ΌΔΟΣ όδος ᾳ Русский Ёлка Їжак עִבְרִית العَرَبِيَّة हिन्दी", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠀋𡈽 😀👩\u200d💻 \ud800 x\udc00y \uffff \u200d \u0301",
        "soft\u00adhyphen zero\u200bwidth zero\u200djoiner \ufeffbom", "--", "-", "- item", "a--b --c (--d) x --e-f \"--g\"", "running ran runner's runners' connected connection", "....", "a.b.c.d.e.f",
        "2026-03-04T10:30:00Z ERROR [main] c.a.Foo - Connection to 10.0.3.4:5432 refused after 3012ms (id=7f3a)", "FATAL: sorry, too many clients already",
        "x509: certificate has expired or is not yet valid: current time 2026-01-02T03:04:05Z is after 2026-01-01T00:00:00Z",
        "Error from server: pod checkout-7d9f8b6c5-x2k4j in /var/lib/x is \"dead\" on node12", "failed calling webhook \"validate.nginx.ingress.kubernetes.io\": x509",
        "Mar 04 10:30:00 web-1 kernel: Out of memory: Killed process 4711 (java) total-vm:8123456kB", "at com.acme.Checkout.charge(PaymentService.java:214)",
        "panic: runtime error: index out of range [5] with length 3", "SQLSTATE[40001]: Serialization failure: 1213 Deadlock found when trying to get lock; try restarting transaction",
        "GET https://example.test/a/b?x=1&y=2 HTTP/1.1 500 0x7fffABC 550e8400-e29b-41d4-a716-446655440000", "it's 'quoted text' and `code` and \"open", "''''", "\"\"", "'a''b'", "don't 'do' that's",
        "#12 ## # abc # def # ghi jkl", "i18n k8s log4j2 utf8 sha256sum worker12 db-3.eu-west-1.internal TXN-83921 TS-0999 ab-0123", "\\\\server\\share\\file not found here",
    ];

    private static readonly string[] Scraps =
    [
        "-", "--", ".", "_", ":", "::", "/", "\\", "@", "$", ",", "'", "’", "\"", "`", "+", "++", "#", "=", "(", ")", "[", "]", "{", "}", "*", "~", "!", "&&", "||", "^", "?", " ", "  ", "\t", "\n", "\r\n",
        "error", "Error", "HTTP", "Server", "out", "Of", "memory", "the", "x509", "0", "00", "12", "7f3a", "deadbeef", "1e9", "AND", "OR", "NOT", "TO", "title", "severity:", "sev1", ">=", "2026-03", "é", "ß", "ﬁ", "東", "京",
        "カ\u3099", "한", "\u0301", "\u200d", "\ud83d\ude00", "\ud800", "ภ", "İ", "running", "ies", "ational", "can't", "nowhere",
    ];

    public static IEnumerable<string> All(int random)
    {
        foreach (var text in Chosen) yield return text;
        var dice = new Random(20260301);
        for (var i = 0; i < random; i++) yield return OfScraps(dice);
        for (var i = 0; i < random; i++) yield return OfPlanes(dice);
    }

    private static string OfScraps(Random dice)
    {
        var text = new StringBuilder();
        for (var i = dice.Next(1, 24); i > 0; i--) text.Append(Scraps[dice.Next(Scraps.Length)]).Append(dice.Next(3) == 0 ? " " : "");
        return text.ToString();
    }

    private static string OfPlanes(Random dice)
    {
        int[] starts = [0x20, 0xA0, 0x300, 0x400, 0x590, 0x600, 0x900, 0xE00, 0x1100, 0x1E00, 0x2000, 0x2100, 0x3000, 0x4E00, 0xA640, 0xAC00, 0xF900, 0xFB00, 0xFE00, 0xFF00];
        var text = new StringBuilder();
        for (var i = dice.Next(1, 40); i > 0; i--)
        {
            var point = dice.Next(4) switch
            {
                0 => dice.Next(0x20, 0x7F),
                1 or 2 => starts[dice.Next(starts.Length)] + dice.Next(0x100),
                _ => dice.Next(0x110000),
            };
            if (point is < 0xD800 or > 0xDFFF) text.Append(char.ConvertFromUtf32(point));
            else text.Append((char)point);
        }

        return text.ToString();
    }
}
