using Archive.Search.Analysis;
using Xunit;

namespace Archive.Tests.Search.Analysis;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData("FATAL: sorry, too many clients already", "sorry too many clients already")]
    [InlineData("ORA-00060: deadlock detected while waiting for resource", "ora 00060 deadlock detected while waiting for resource")]
    [InlineData("panic: runtime error: index out of range [5] with length 3", "panic runtime error index out of range # with length")]
    [InlineData("relation \"users\" does not exist", "relation # does not exist")]
    [InlineData("level=error trace=4bf92f msg=\"dial tcp 10.0.3.4:5432: connection refused\" attempt=3", "msg dial tcp # connection refused attempt")]
    [InlineData("msg=\"cannot read 'users' of pool 7.\" user=\"jo\"", "msg cannot read # of pool # user")]
    public void A_line_becomes_what_stays_of_it(string line, string fingerprint) => Assert.Equal(fingerprint, Fingerprint.Of(line));

    [Theory]
    [InlineData("Connection to 10.0.3.4:5432 refused after 3012ms", "Connection to 10.9.8.7:6432 refused after 17ms")]
    [InlineData("2026-03-04T10:30:00Z ERROR pod checkout-7d9f8b6c5-x2k4j evicted", "2027-12-31T23:59:59.123Z ERROR pod checkout-5c4d3b2a1-abcde evicted")]
    [InlineData("cannot open /var/lib/a/1: permission denied", "cannot open /srv/b.txt: permission denied")]
    [InlineData("request 550e8400-e29b-41d4-a716-446655440000 timed out", "request 67e55044-10b1-426f-9247-bb680e5fe0c8 timed out")]
    [InlineData("worker12 lost its lease at 0x7ffee3", "worker7 lost its lease at 0x1")]
    [InlineData("user 'jo' may not read", "user 'alex' may not read")]
    public void Lines_that_differ_in_values_only_have_one_fingerprint(string one, string two)
    {
        Assert.NotNull(Fingerprint.Of(one));
        Assert.Equal(Fingerprint.Of(one), Fingerprint.Of(two));
    }

    [Theory]
    [InlineData("relation \"users\" does not exist at 17", "relation users does not exist at")]
    [InlineData("no disk space left", null)]
    [InlineData("said \"no\"", null)]
    [InlineData("gave up on \"12\" after 3 tries", null)]
    public void Names_in_quotes_tell_lines_of_one_fingerprint_apart(string line, string? named) => Assert.Equal(named, Fingerprint.WithNames(line));

    [Theory]
    [InlineData("")]
    [InlineData("}")]
    [InlineData("12345 67890 0xdeadbeef")]
    [InlineData("ECONNRESET")]
    [InlineData("if (a)")]
    public void Too_little_has_none(string line) => Assert.Null(Fingerprint.Of(line));
}
