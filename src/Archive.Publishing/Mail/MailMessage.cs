using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Publishing.Mail;

/// <summary>A message as RFC 5322 and MIME have it: one text, in plain and in HTML, for a mail client to open and to send.</summary>
/// <remarks>The same message is the same bytes: its boundary is a digest of its parts. Lines end in CR LF; every byte is ASCII.</remarks>
public sealed record MailMessage
{
    public required string FromName { get; init; }

    /// <summary>ASCII: <c>archive@incidents.example</c>.</summary>
    public required string FromAddress { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>ASCII, without angle brackets: <c>2026-q3.digest@incidents.example</c>.</summary>
    public required string Id { get; init; }

    /// <summary>UTF-8.</summary>
    public required ReadOnlyMemory<byte> PlainText { get; init; }

    /// <summary>UTF-8.</summary>
    public required ReadOnlyMemory<byte> Html { get; init; }

    public void WriteTo(IBufferWriter<byte> to)
    {
        var boundary = $"=_{Digest()}"; // no line of quoted-printable text holds "=_"
        Write(to, MailHeader.Address("From", FromName, FromAddress));
        Write(to, MailHeader.Text("Subject", Subject));
        Write(to, $"Date: {Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
        Write(to, $"Message-ID: <{Id}>");
        Write(to, "X-Unsent: 1"); // clients that know it open a draft to be addressed
        Write(to, "MIME-Version: 1.0");
        Write(to, $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"");
        Write(to, "");
        WritePart(to, boundary, "text/plain", PlainText.Span); // the plainest first, as RFC 2046 asks
        WritePart(to, boundary, "text/html", Html.Span);
        Write(to, $"--{boundary}--");
    }

    private static void WritePart(IBufferWriter<byte> to, string boundary, string type, ReadOnlySpan<byte> text)
    {
        Write(to, $"--{boundary}");
        Write(to, $"Content-Type: {type}; charset=utf-8");
        Write(to, "Content-Transfer-Encoding: quoted-printable");
        Write(to, "");
        QuotedPrintable.Write(text, to);
        Write(to, "");
    }

    private static void Write(IBufferWriter<byte> to, string line)
    {
        Encoding.UTF8.GetBytes(line, to);
        to.Write("\r\n"u8);
    }

    private string Digest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{Id}\n{Subject}\n"));
        digest.AppendData(PlainText.Span);
        digest.AppendData("\n"u8);
        digest.AppendData(Html.Span);
        return Convert.ToHexStringLower(digest.GetHashAndReset())[..32];
    }
}
