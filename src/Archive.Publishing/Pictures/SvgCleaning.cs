using System.Text;
using System.Xml;

namespace Archive.Publishing.Pictures;

/// <summary>Writes an SVG anew with the elements and attributes that draw, and nothing that runs, loads, links or remarks.</summary>
internal static class SvgCleaning
{
    private const string Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "marker", "pattern",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "dx", "dy", "rotate", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
        "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "opacity", "font-size", "font-family", "font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing", "id", "offset",
        "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "clip-path", "clipPathUnits", "preserveAspectRatio", "markerWidth", "markerHeight", "refX", "refY", "orient", "marker-start", "marker-end",
        "patternUnits", "textLength", "lengthAdjust",
    };

    public static CleanPicture Of(byte[] bytes)
    {
        try
        {
            return Read(bytes);
        }
        catch (XmlException)
        {
            return CleanPicture.Refused("The file is no picture that can be published: write PNG, JPEG, GIF, WebP or a plain SVG.");
        }
    }

    private static CleanPicture Read(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
        if (reader.MoveToContent() != XmlNodeType.Element || reader is not { LocalName: "svg", NamespaceURI: Svg }) throw new XmlException("The root is no SVG.");
        using var clean = new MemoryStream();
        var words = new StringBuilder();
        using (var writer = XmlWriter.Create(clean, new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" }))
            Copy(reader, writer, words);
        return new(clean.ToArray(), ".svg", words.ToString(), null);
    }

    private static void Copy(XmlReader reader, XmlWriter writer, StringBuilder words)
    {
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !Elements.Contains(reader.LocalName) || reader.NamespaceURI != Svg:
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    WriteStart(reader, writer);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Value);
                    words.Append(reader.Value).Append(' ');
                    break;
            }
            reader.Read();
        }
    }

    private static void WriteStart(XmlReader reader, XmlWriter writer)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.LocalName, Svg);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 && Attributes.Contains(reader.LocalName) && IsHarmless(reader.Value)) writer.WriteAttributeString(reader.LocalName, reader.Value);
        }
        reader.MoveToElement();
        if (isEmpty) writer.WriteEndElement();
    }

    /// <summary>An address may only point into the same picture.</summary>
    private static bool IsHarmless(string value) =>
        !value.Contains("url(", StringComparison.OrdinalIgnoreCase) ? !value.Contains(':', StringComparison.Ordinal) : value.StartsWith("url(#", StringComparison.Ordinal) && value.IndexOf('(', 4) < 0;
}
