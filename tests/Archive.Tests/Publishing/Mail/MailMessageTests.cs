using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Publishing.Mail;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Publishing.Mail;

public sealed class MailMessageTests
{
    private static readonly MailMessage Message = new()
    {
        FromName = "Brackwater incident archive",
        FromAddress = "archive@incidents.example",
        Subject = "Incidents in Q3 2026",
        Date = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero),
        Id = "2026-q3.digest@incidents.example",
        PlainText = "Three incidents began.\n"u8.ToArray(),
        Html = "<p>Three incidents began.</p>\n"u8.ToArray(),
    };

    private static string Written(MailMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        message.WriteTo(bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A field as a client reads it: unfolded, its encoded words decoded.</summary>
    private static string Field(MailMessage message, string name)
    {
        var head = Written(message).Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal);
        var value = head.Split("\r\n").Single(l => l.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..].Trim();
        var joined = Regex.Replace(value, @"\?= =\?", "?==?"); // white space between encoded words is none
        return Regex.Replace(joined, @"=\?utf-8\?B\?(?<bytes>[^?]*)\?=", m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["bytes"].Value)));
    }

    /// <summary>The parts as a client reads them.</summary>
    private static string[] Parts(MailMessage message)
    {
        var written = Written(message);
        var boundary = Regex.Match(written, "boundary=\"(?<boundary>[^\"]+)\"").Groups["boundary"].Value;
        var parts = written.Split($"--{boundary}");
        Assert.Equal("--\r\n", parts[^1]);
        return [.. parts[1..^1].Select(p => Decoded(p[(p.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]))];
    }

    private static string Decoded(string quoted)
    {
        var joined = quoted.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] != '=') bytes.Add((byte)joined[i]);
            else
            {
                bytes.Add(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
        }
        return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r', '\n').Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [Fact]
    public void Its_head_says_from_whom_when_and_what() =>
        Assert.Equal(
            """
            From: Brackwater incident archive <archive@incidents.example>
            Subject: Incidents in Q3 2026
            Date: Thu, 01 Oct 2026 00:00:00 +0000
            Message-ID: <2026-q3.digest@incidents.example>
            X-Unsent: 1
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
            """.ReplaceLineEndings("\r\n"),
            Written(Message).Split("\r\n boundary")[0]);

    [Fact]
    public void It_holds_the_plain_text_first_and_then_the_same_in_html()
    {
        Assert.Equal(["Three incidents began.", "<p>Three incidents began.</p>"], Parts(Message));
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], Regex.Matches(Written(Message), "Content-Type: (?<type>text/[^\r]+)").Select(m => m.Groups["type"].Value));
    }

    [Fact]
    public void The_same_message_is_the_same_bytes() => Assert.Equal(Written(Message), Written(Message with { }));

    [Fact]
    public void Another_text_has_another_boundary() =>
        Assert.NotEqual(Regex.Match(Written(Message), "boundary=.*").Value, Regex.Match(Written(Message with { Html = "<p>Four</p>"u8.ToArray() }), "boundary=.*").Value);

    [Theory]
    [InlineData("Störungen im 3. Quartal")]
    [InlineData("Incidents in Q3 2026: 6, 2 fewer – 𝔊 — and a very long line of words that has to be folded more than once on its way")]
    [InlineData("=?utf-8?B?not what it says?=")]
    [InlineData("A word of more than seventy letters: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_subject_arrives_as_it_was_written(string subject) => Assert.Equal(subject, Field(Message with { Subject = subject }, "Subject"));

    [Theory]
    [InlineData("Störungsarchiv", "Störungsarchiv <archive@incidents.example>")]
    [InlineData("Archive, internal", "\"Archive, internal\" <archive@incidents.example>")]
    [InlineData("The \"archive\"", "\"The \\\"archive\\\"\" <archive@incidents.example>")]
    [InlineData("", "<archive@incidents.example>")]
    public void A_name_stands_before_its_address(string name, string field) => Assert.Equal(field, Field(Message with { FromName = name }, "From"));

    [Fact]
    public void A_line_end_in_a_subject_begins_no_field()
    {
        var subject = Field(Message with { Subject = "One\r\nBcc: someone@example.org" }, "Subject");
        Assert.Equal("One Bcc: someone@example.org", subject);
    }

    [Fact]
    public void Every_line_is_short_ascii_whatever_the_text() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var lines = Written(Message with { Subject = text, FromName = text, PlainText = Utf8(text), Html = Utf8(text) }).Split("\r\n");
            return lines.All(l => l.Length <= 78 && l.All(c => c is >= ' ' and <= '~' or '\t') && !l.EndsWith(' '));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_arrives_as_it_was_written() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Parts(Message with { PlainText = Utf8(text) })[0] == text.TrimEnd('\n')).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(".")]
    [InlineData("From here on")]
    [InlineData("a space at the end ")]
    public void What_gets_lost_on_the_way_is_encoded(string text)
    {
        Assert.DoesNotContain($"\r\n{text}\r\n", Written(Message with { PlainText = Utf8(text) }), StringComparison.Ordinal);
        Assert.Equal(text, Parts(Message with { PlainText = Utf8(text) })[0]);
    }

    private static readonly Gen<string> Texts = Gen.Elements("a", "Z", " ", "=", ".", "\n", "ü", "ß", "—", "𝔊", "漢", "From ", "=?", "word ", "\t", "<p>", "\"", ",")
        .ListOf().Select(l => string.Concat(l));
}
