using System.Buffers.Binary;

namespace Archive.Publishing.Pictures;

/// <summary>A picture that shows what it showed and says nothing else; or why there is none.</summary>
/// <param name="Bytes">Empty where it is refused.</param>
/// <param name="Extension">With its dot, by what the bytes are.</param>
/// <param name="Words">What a picture of text says; empty for others, whose text nobody can read here.</param>
/// <param name="Refusal">A sentence; null where the picture can be published.</param>
public sealed record CleanPicture(byte[] Bytes, string Extension, string Words, string? Refusal)
{
    internal static CleanPicture Refused(string why) => new([], "", "", why);
}

/// <summary>Takes out of pictures whatever is not the picture: places, devices, names of programs and people, comments, thumbnails, what was appended.</summary>
/// <remarks>By lists of what stays: a part of a file that is not known is left out.</remarks>
public static class PictureCleaning
{
    public const int LargestBytes = 2 * 1024 * 1024;

    public static CleanPicture Of(byte[] bytes) => bytes switch
    {
        { Length: > LargestBytes } => CleanPicture.Refused($"The picture has {bytes.Length / 1024:N0} KB, and the largest that is published {LargestBytes / 1024:N0} KB."),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Made(Png(bytes), ".png"),
        [0xFF, 0xD8, 0xFF, ..] => Made(Jpeg(bytes), ".jpg"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', _, (byte)'a', ..] => Made(Gif(bytes), ".gif"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Made(WebP(bytes), ".webp"),
        _ => SvgCleaning.Of(bytes),
    };

    private static CleanPicture Made(byte[]? bytes, string extension) =>
        bytes is null ? CleanPicture.Refused("The picture is broken: its parts do not fit together.") : new(bytes, extension, "", null);

    /// <summary>Chunks that are needed to show a still picture: https://www.w3.org/TR/png-3/</summary>
    private static byte[]? Png(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes, 0, 8);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12) return null;
            var type = System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (type is "IHDR" or "PLTE" or "tRNS" or "gAMA" or "cHRM" or "sRGB" or "IDAT" or "IEND") clean.Write(bytes, at, (int)length + 12);
            if (type == "IEND") return clean.ToArray(); // what stands behind the end is no part of the picture
            at += (int)length + 12;
        }
        return null;
    }

    /// <summary>Segments that are needed to show it: ITU-T T.81, annex B. Of application segments only Adobe's, which says how colours are stored.</summary>
    private static byte[]? Jpeg(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes, 0, 2);
        for (var at = 2; at + 2 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xD9)
            {
                clean.Write(bytes, at, 2);
                return clean.ToArray();
            }
            if (marker == 0xFF)
            {
                at++; // fill
                continue;
            }
            if (at + 4 > bytes.Length) return null;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (end > bytes.Length) return null;
            var isAdobe = marker == 0xEE && bytes.AsSpan(at + 4, Math.Min(5, end - at - 4)).SequenceEqual("Adobe"u8);
            if (isAdobe || marker is < 0xE0 or (> 0xEF and < 0xFE)) clean.Write(bytes, at, end - at);
            at = end;
            if (marker != 0xDA) continue;
            while (at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0 or (>= 0xD0 and <= 0xD7))) clean.WriteByte(bytes[at++]);
        }
        return null;
    }

    /// <summary>Blocks that are needed to show it: the GIF89a specification. Comments, plain text and application blocks go; an animation plays once.</summary>
    private static byte[]? Gif(byte[] bytes)
    {
        if (bytes.Length < 14) return null;
        using var clean = new MemoryStream();
        var at = 13 + ((bytes[10] & 0x80) != 0 ? 3 << ((bytes[10] & 7) + 1) : 0);
        if (at >= bytes.Length) return null;
        clean.Write(bytes, 0, at);
        while (at < bytes.Length)
        {
            var start = at;
            if (bytes[at] == 0x3B)
            {
                clean.WriteByte(0x3B);
                return clean.ToArray();
            }
            var keeps = bytes[at] == 0x2C || (bytes[at] == 0x21 && at + 1 < bytes.Length && bytes[at + 1] == 0xF9);
            if (bytes[at] == 0x21) at += 2;
            else if (bytes[at] == 0x2C && at + 10 < bytes.Length) at += 11 + ((bytes[at + 9] & 0x80) != 0 ? 3 << ((bytes[at + 9] & 7) + 1) : 0);
            else return null;
            while (at < bytes.Length && bytes[at] != 0) at += bytes[at] + 1;
            if (++at > bytes.Length) return null;
            if (keeps) clean.Write(bytes, start, at - start);
        }
        return null;
    }

    /// <summary>Chunks that are needed to show it: RFC 9649. The flags that announce the others are taken back.</summary>
    private static byte[]? WebP(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes, 0, 12);
        var hasPicture = false;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            var whole = 8 + (long)size + (size & 1);
            if (size > int.MaxValue / 2 || at + 8 + size > bytes.Length) return null;
            var type = System.Text.Encoding.ASCII.GetString(bytes, at, 4);
            if (type is "VP8 " or "VP8L" or "VP8X" or "ALPH")
            {
                var chunk = new byte[whole];
                bytes.AsSpan(at, (int)Math.Min(whole, bytes.Length - at)).CopyTo(chunk);
                if (type == "VP8X") chunk[8] &= 0x10; // transparency alone
                clean.Write(chunk);
                hasPicture |= type is "VP8 " or "VP8L";
            }
            at += (int)whole;
        }
        if (!hasPicture) return null;
        var made = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(made.AsSpan(4), (uint)made.Length - 8);
        return made;
    }
}
