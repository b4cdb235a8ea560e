using System.Buffers.Binary;
using System.Net;
using Archive.Publishing.Secrets;
using Xunit;

namespace Archive.Tests.Publishing.Secrets;

public sealed class PersonalScanTests
{
    [Theory]
    [InlineData("jo.fields@orchard-mail.com")]
    [InlineData("j+archive@sub.orchard.co.uk")]
    public void The_address_of_a_person_is_found(string address)
    {
        var found = Assert.Single(EmailScan.Of($"Write to <{address}>."));
        Assert.Equal(new(10, address.Length, "an e-mail address"), found);
    }

    [Theory]
    [InlineData("support@orchard-mail.com")]
    [InlineData("etcd-dev@googlegroups.com")]
    [InlineData("jo@example.com")]
    [InlineData("jo@mail.brackwater.example")]
    [InlineData("git@git.orchard.com:shop/web.git")]
    [InlineData("ssh://jo@orchard.com/web.git")]
    [InlineData("user@1000.service")]
    [InlineData("logo@2x.png")]
    [InlineData("actions/checkout@v4.1")]
    [InlineData("@ines.oduya says so")]
    [InlineData("dig @10.32.0.10 west")]
    [InlineData("mail to certs@, a list")]
    public void What_is_nobodys_address_is_passed_over(string text) => Assert.Empty(EmailScan.Of(text));

    [Theory]
    [InlineData("81.2.69.142")]
    [InlineData("2a02:1210:5a1b:8800:1c2d:3e4f:5a6b:7c8d")]
    public void An_ip_address_that_somebody_has_is_found(string address)
    {
        var found = Assert.Single(IpScan.Of($"From {address}, twice."));
        Assert.Equal(new(5, address.Length, "an IP address"), found);
    }

    [Fact]
    public void An_ip_address_is_found_without_its_port() => Assert.Equal(11, Assert.Single(IpScan.Of("81.2.69.142:443")).Length);

    [Theory]
    [InlineData("10.12.8.137 and 172.16.0.1 and 192.168.1.1")]
    [InlineData("127.0.0.1:8080, 169.254.169.254")]
    [InlineData("192.0.2.7 and 198.51.100.4 and 2001:db8::1")]
    [InlineData("resolvers 8.8.8.8 and 1.1.1.1")]
    [InlineData("v4.18.0.305 and version 12.4.3.1")]
    [InlineData("the network 81.2.69.0/24")]
    [InlineData("14:02:00.123 and 2026-04-25 and ::")]
    [InlineData("node-81.2.69.142.hosts")]
    [InlineData("aa:bb:cc:dd:ee:ff and std::vector and fe80::1")]
    public void What_is_nobodys_ip_address_is_passed_over(string text) => Assert.Empty(IpScan.Of(text));

    [Fact]
    public void A_long_text_without_an_end_is_passed_over_in_one_go()
    {
        var long200 = new string('a', 200_000) + "@" + string.Concat(Enumerable.Repeat("1.2.3.4.", 20_000)) + string.Concat(Enumerable.Repeat("://x:", 20_000)) + string.Concat(Enumerable.Repeat("-eyJ-password", 20_000));
        Assert.Empty(EmailScan.Of(long200));
        Assert.Empty(IpScan.Of(long200));
        Assert.Empty(SecretScan.Of(long200));
    }

    [Fact]
    public void Four_numbers_are_read_as_the_system_reads_them()
    {
        string[] parts = ["", "0", "1", "9", "08", "010", "0377", "0400", "255", "256", "00", "4294967296"];
        var written = from a in parts from b in parts from c in parts from d in parts select $"{a}.{b}.{c}.{d}";
        Assert.All(written, w => Assert.Equal(
            IPAddress.TryParse(w, out var address) ? BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) : null,
            IpScan.Four(w)));
    }
}
