using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Archive.Tests.Publishing.Pictures;

/// <summary>The smallest pictures of each kind, with something in them that is no picture.</summary>
internal static class SamplePictures
{
    /// <summary>One black dot, with chunks of text.</summary>
    public static byte[] Png(string secret = "")
    {
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true)) zip.Write([0, 0]);
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8,
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Author\0{secret}")), .. Chunk("iTXt", Encoding.UTF8.GetBytes($"XML:com.adobe.xmp\0\0\0\0\0{secret}")),
            .. Chunk("eXIf", Encoding.ASCII.GetBytes(secret)), .. Chunk("iCCP", Encoding.ASCII.GetBytes(secret)), .. Chunk("tIME", [7, 0xEA, 1, 1, 1, 1, 1]),
            .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(secret),
        ];
    }

    /// <summary>Not a picture that anybody could see, but one of the right parts.</summary>
    public static byte[] Jpeg(string secret) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, $"JFIF\0{secret}"), .. Segment(0xE1, $"Exif\0\0{secret}"), .. Segment(0xE1, $"http://ns.adobe.com/xap/1.0/\0{secret}"), .. Segment(0xED, $"Photoshop 3.0\0{secret}"), .. Segment(0xFE, secret),
        .. Segment(0xEE, "Adobe\0colours"), .. Segment(0xDB, "table"), .. Segment(0xC0, "frame"), .. Segment(0xC4, "codes"), .. Segment(0xDA, "scan"), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9, .. Encoding.ASCII.GetBytes(secret),
    ];

    public static byte[] Gif(string secret) =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x21, 0xFE, .. Block(secret), 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. Block(secret), 0, 0x21, 0xF9, 4, 0, 0, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B, .. Encoding.ASCII.GetBytes(secret),
    ];

    public static byte[] WebP(string secret)
    {
        byte[] chunks = [.. Riff("VP8X", [0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Riff("ICCP", Encoding.ASCII.GetBytes(secret)), .. Riff("VP8L", [0x2F, 0, 0, 0, 0]), .. Riff("EXIF", Encoding.ASCII.GetBytes(secret)), .. Riff("XMP ", Encoding.ASCII.GetBytes(secret))];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, chunks.Length + 4);
        return [.. "RIFF"u8, .. size, .. "WEBP"u8, .. chunks];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Sum(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Sum(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320u);
        }
        return ~sum;
    }

    private static byte[] Segment(byte marker, string content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. Encoding.ASCII.GetBytes(content)];
    }

    private static byte[] Block(string content) => [(byte)content.Length, .. Encoding.ASCII.GetBytes(content)];

    private static byte[] Riff(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. content, .. new byte[content.Length % 2]];
    }
}
