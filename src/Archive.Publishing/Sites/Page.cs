using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using Archive.Publishing.Mail;
using Archive.Publishing.Templates;

namespace Archive.Publishing.Sites;

/// <summary>One file of a site, planned: where it stands and how its bytes are made when somebody asks for them.</summary>
/// <remarks>A view is made when its page is rendered and forgotten after, so that ten thousand planned pages cost little.</remarks>
public sealed record Page
{
    private Page(SitePath path, Action<TemplateSet, PageBuffer> render)
    {
        Path = path;
        Render = render;
    }

    public SitePath Path { get; }

    /// <summary>Writes the page's bytes into an empty buffer. The same templates give the same bytes, always.</summary>
    public Action<TemplateSet, PageBuffer> Render { get; }

    /// <summary>Links that a person wrote in a document shown on this page; the link check looks after them.</summary>
    public ImmutableArray<PageLink> Links { get; init; } = [];

    private Func<ImmutableArray<string>> _anchors = static () => [];

    /// <summary>Anchors that exist on this page.</summary>
    public ImmutableArray<string> Anchors
    {
        get => _anchors();
        init => _anchors = () => value;
    }

    /// <summary>Whether the sitemap lists it.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>The day its content last changed, where that is known; for the sitemap.</summary>
    public DateOnly? ModifiedOn { get; init; }

    /// <summary>The page with anchors that are worked out when the link check asks for one of them.</summary>
    public Page WithAnchors(Func<ImmutableArray<string>> anchors) => this with { _anchors = anchors };

    /// <summary>An HTML page. A template with another view does not compile.</summary>
    public static Page Of<TView>(SitePath path, Template<TView> template, Func<TView> view)
        where TView : class =>
        new(path, (templates, buffer) => templates.Render(template, view(), buffer));

    /// <param name="type">Asked for when the page is written: the first type brings the whole serializer along, and a check writes none.</param>
    public static Page OfJson<T>(SitePath path, Func<T> value, Func<JsonTypeInfo<T>> type) =>
        new(path, (_, buffer) =>
        {
            var shape = type();
            using (var json = new Utf8JsonWriter((IBufferWriter<byte>)buffer.Bytes, WriterOptions(shape.Options)))
            {
                // what was generated for the type at compile time costs half, but the serializer leaves it aside where an encoder is set
                if (shape.SerializeHandler is { } write) write(json, value());
                else JsonSerializer.Serialize(json, value(), shape);
            }
            buffer.Bytes.Write("\n"u8);
        })
        { IsListed = false };

    private static JsonWriterOptions WriterOptions(JsonSerializerOptions options) =>
        new() { Encoder = options.Encoder, Indented = options.WriteIndented, NewLine = options.NewLine, SkipValidation = true }; // what is generated is whole

    public static Page OfXml(SitePath path, Action<XmlWriter> write) =>
        new(path, (_, buffer) =>
        {
            using var xml = XmlWriter.Create(buffer.Text, new() { Indent = true, NewLineChars = "\n", CloseOutput = false, Encoding = PageBuffer.Utf8 });
            write(xml);
            xml.Flush();
            buffer.Text.Write('\n');
        })
        { IsListed = false };

    public static Page OfText(SitePath path, Action<TextWriter> write) =>
        new(path, (_, buffer) => write(buffer.Text)) { IsListed = false };

    /// <param name="message">Makes the mail. What it is told in may stand in the buffer that is given, which is empty.</param>
    public static Page OfMail(SitePath path, Func<TemplateSet, PageBuffer, MailMessage> message) =>
        new(path, (templates, buffer) => message(templates, buffer.Aside).WriteTo(buffer.Bytes)) { IsListed = false };

    public static Page OfBytes(SitePath path, ReadOnlyMemory<byte> bytes) => OfBytes(path, [bytes]);

    /// <param name="parts">They follow one another.</param>
    public static Page OfBytes(SitePath path, ImmutableArray<ReadOnlyMemory<byte>> parts) =>
        new(path, (_, buffer) =>
        {
            foreach (var part in parts) buffer.Bytes.Write(part.Span);
        })
        { IsListed = false };
}
