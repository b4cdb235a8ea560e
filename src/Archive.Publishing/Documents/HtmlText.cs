using System.Collections.Immutable;
using System.Net;
using System.Text;
using Archive.Publishing.Templates;

namespace Archive.Publishing.Documents;

/// <summary>Rendered Markdown: safe HTML with holes where links go whose address is known only when the whole site is planned.</summary>
/// <remarks>Kept as UTF-8, since an archive holds thousands of them until their pages are written.</remarks>
public sealed class HtmlText
{
    private readonly byte[] _utf8;
    private readonly string? _words;

    public HtmlText(byte[] utf8, ImmutableArray<HtmlHole> holes)
    {
        _utf8 = utf8;
        Holes = holes;
    }

    private HtmlText(string words) : this([], []) => _words = words;

    public static HtmlText Empty { get; } = new([], []);

    /// <summary>Words without any letter that HTML writes otherwise. They are not copied: who keeps them as text has them once.</summary>
    internal static HtmlText OfWords(string words) => words.Length == 0 ? Empty : new(words);

    /// <summary>In order of their offsets; they do not overlap.</summary>
    public ImmutableArray<HtmlHole> Holes { get; }

    public bool IsEmpty => _utf8.Length == 0 && _words is null;

    /// <summary>The HTML with every hole's label and no link.</summary>
    internal ReadOnlySpan<byte> Utf8 => _words is null ? _utf8 : Encoding.UTF8.GetBytes(_words);

    /// <summary>The HTML with every hole filled.</summary>
    /// <param name="hrefOf">The address of a hole's target, or null where there is none: then its label stands alone.</param>
    public string Fill(Func<HtmlHole, string?> hrefOf)
    {
        if (_words is not null) return _words;
        if (Holes.IsEmpty) return Encoding.UTF8.GetString(_utf8);
        var tags = new (string Before, string After)[Holes.Length];
        var length = Encoding.UTF8.GetCharCount(_utf8);
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = TagsOf(Holes[i], hrefOf(Holes[i]));
            length += tags[i].Before.Length + tags[i].After.Length;
        }
        // decoded straight into the string it becomes: a builder would hold each text three times
        return string.Create(length, (Html: this, Tags: tags), static (to, from) => from.Html.Write(from.Tags, to));
    }

    private void Write((string Before, string After)[] tags, Span<char> to)
    {
        var read = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            to = Decode(read, Holes[i].Start, to);
            to = Copy(tags[i].Before, to);
            to = Decode(Holes[i].Start, Holes[i].End, to);
            to = Copy(tags[i].After, to);
            read = Holes[i].End;
        }
        Decode(read, _utf8.Length, to);
    }

    private Span<char> Decode(int start, int end, Span<char> to) => to[Encoding.UTF8.GetChars(_utf8.AsSpan(start, end - start), to)..];

    private static Span<char> Copy(string text, Span<char> to)
    {
        text.CopyTo(to);
        return to[text.Length..];
    }

    /// <summary>The HTML with every hole filled, straight to where it goes.</summary>
    internal void WriteTo(HtmlWriter to, Func<HtmlHole, string?> hrefOf)
    {
        if (_words is not null) to.Write(_words);
        var read = 0;
        foreach (var hole in Holes)
        {
            var (before, after) = TagsOf(hole, hrefOf(hole));
            to.Write(_utf8.AsSpan(read, hole.Start - read));
            to.Write(before);
            to.Write(_utf8.AsSpan(hole.Start, hole.End - hole.Start));
            to.Write(after);
            read = hole.End;
        }
        to.Write(_utf8.AsSpan(read));
    }

    private static (string Before, string After) TagsOf(HtmlHole hole, string? href) => (href, hole.Kind) switch
    {
        (null, _) => ("", ""),
        (_, HoleKind.InputImage) => ($"<img src=\"{WebUtility.HtmlEncode(href)}\" alt=\"", "\">"),
        _ => ($"<a href=\"{WebUtility.HtmlEncode(href)}\">", "</a>"),
    };
}

/// <summary>HTML and the addresses of what it refers to: what a template writes with three braces, without a string in between.</summary>
/// <param name="HrefOf">See <see cref="HtmlText.Fill"/>.</param>
public sealed record FilledHtml(HtmlText Html, Func<HtmlHole, string?> HrefOf)
{
    internal void WriteTo(HtmlWriter to) => Html.WriteTo(to, HrefOf);

    public override string ToString() => Html.Fill(HrefOf);
}

/// <summary>A place in rendered HTML that becomes a link or a picture once its address is known.</summary>
/// <param name="Start">Byte offset of the label's first byte.</param>
/// <param name="End">Byte offset after the label's last byte.</param>
/// <param name="Kind">What <paramref name="Target"/> is.</param>
/// <param name="Target">See <see cref="HoleKind"/>.</param>
public sealed record HtmlHole(int Start, int End, HoleKind Kind, string Target);

/// <summary>What a link's target is, and how it is written.</summary>
public enum HoleKind
{
    /// <summary>An id in running prose, as written: <c>INC-012</c>.</summary>
    Mention,

    /// <summary>A file of the input, resolved to its path below the input folder, perhaps with an anchor: <c>postmortems/2025/a.md#impact</c>.</summary>
    InputLink,

    /// <summary>A picture of the input, resolved as above: <c>assets/graph.png</c>.</summary>
    InputImage,

    /// <summary>An address of the site itself: <c>/services/identity/#open</c>.</summary>
    SiteLink,

    /// <summary>An anchor of the same document, without its <c>#</c>.</summary>
    Anchor,
}
