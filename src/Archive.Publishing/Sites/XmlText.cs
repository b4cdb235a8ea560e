using System.Xml;

namespace Archive.Publishing.Sites;

/// <summary>Text as XML can carry it.</summary>
public static class XmlText
{
    /// <summary>The text without the characters that XML 1.0 forbids even as references: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.</summary>
    public static string Of(string text) => text.All(c => XmlConvert.IsXmlChar(c)) ? text : string.Create(LengthOf(text), text, static (allowed, source) =>
    {
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (XmlConvert.IsXmlChar(source[i])) allowed[length++] = source[i];
            else if (IsPair(source, i)) (allowed[length++], allowed[length++]) = (source[i], source[++i]);
        }
    });

    private static int LengthOf(string text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) length++;
            else if (IsPair(text, i)) (length, i) = (length + 2, i + 1);
        }
        return length;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
