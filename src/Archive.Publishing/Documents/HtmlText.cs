using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Archive.Publishing.Documents;

/// <summary>Rendered Markdown: safe HTML with holes where links go whose address is known only when the whole site is planned.</summary>
/// <remarks>Kept as UTF-8, since an archive holds thousands of them until their pages are written.</remarks>
public sealed class HtmlText
{
    private readonly byte[] _utf8;

    public HtmlText(byte[] utf8, ImmutableArray<HtmlHole> holes)
    {
        _utf8 = utf8;
        Holes = holes;
    }

    public static HtmlText Empty { get; } = new([], []);

    /// <summary>In order of their offsets; they do not overlap.</summary>
    public ImmutableArray<HtmlHole> Holes { get; }

    public bool IsEmpty => _utf8.Length == 0;

    /// <summary>The HTML with every hole filled.</summary>
    /// <param name="hrefOf">The address of a hole's target, or null where there is none: then its label stands alone.</param>
    public string Fill(Func<HtmlHole, string?> hrefOf)
    {
        if (Holes.IsEmpty) return Encoding.UTF8.GetString(_utf8);
        var html = new StringBuilder(_utf8.Length + 256);
        var written = 0;
        foreach (var hole in Holes)
        {
            html.Append(Between(written, hole.Start));
            AppendFilled(html, hole, Between(hole.Start, hole.End), hrefOf(hole));
            written = hole.End;
        }
        return html.Append(Between(written, _utf8.Length)).ToString();
    }

    private string Between(int start, int end) => Encoding.UTF8.GetString(_utf8, start, end - start);

    private static void AppendFilled(StringBuilder html, HtmlHole hole, string label, string? href)
    {
        if (href is null) html.Append(label);
        else if (hole.Kind == HoleKind.InputImage) html.Append($"<img src=\"{WebUtility.HtmlEncode(href)}\" alt=\"{label}\">");
        else html.Append($"<a href=\"{WebUtility.HtmlEncode(href)}\">{label}</a>");
    }
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
