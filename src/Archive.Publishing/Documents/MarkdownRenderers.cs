using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>How the parts of Markdown that matter to an archive are written: headings, links, prose and tables.</summary>
internal static class MarkdownRenderers
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"");

    /// <returns>What writes words, for whoever has some without a tree.</returns>
    public static Prose Install(HtmlRenderer html, SectionRenderer notes, Regex? mentions)
    {
        var prose = new Prose(notes, mentions);
        html.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new Headings(notes));
        html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links(notes));
        html.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Autolinks(notes));
        html.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(prose);
        html.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new MarkdigTables(notes));
        html.ObjectRenderers.Add(new Tables(prose));
        return prose;
    }

    /// <summary>A heading with an anchor and a link to itself.</summary>
    private sealed class Headings(SectionRenderer notes) : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
        {
            var heading = notes.AddHeading(obj);
            renderer.EnsureLine();
            renderer.Write($"<h{heading.Level} id=\"").WriteEscape(heading.Anchor).Write("\">");
            renderer.WriteLeafInline(obj);
            renderer.Write(" <a class=\"permalink\" href=\"#").WriteEscape(heading.Anchor).Write("\" aria-label=\"Link to this section\">#</a>");
            renderer.WriteLine($"</h{heading.Level}>");
        }
    }

    /// <summary>Links and pictures. What lies in the archive becomes a hole; what lies elsewhere must be safe to follow.</summary>
    private sealed class Links(SectionRenderer notes) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var written = obj.GetDynamicUrl?.Invoke() ?? obj.Url ?? "";
            if (notes.IsInLink) WriteLabel(renderer, obj);
            else if (SafeAddress.TryRead(written, out var address)) WriteElsewhere(renderer, obj, address);
            else if (obj.IsAutoLink) renderer.WriteEscape(written); // an address that nobody made a link: ftp, tel
            else if (HasScheme(written) || LeadsToAnotherHost(written)) Refuse(renderer, obj, written);
            else WriteHole(renderer, obj, written);
        }

        private void WriteElsewhere(HtmlRenderer renderer, LinkInline obj, Uri address)
        {
            // a picture from elsewhere would tell a foreign host who reads the archive: it becomes a link
            renderer.Write("<a href=\"").WriteEscape(address.AbsoluteUri).Write("\" rel=\"noreferrer\">");
            WriteLabel(renderer, obj);
            renderer.Write("</a>");
        }

        private void Refuse(HtmlRenderer renderer, LinkInline obj, string written)
        {
            notes.Refuse(written, obj);
            WriteLabel(renderer, obj);
        }

        private void WriteHole(HtmlRenderer renderer, LinkInline obj, string written)
        {
            var (kind, target) = TargetOf(obj, written);
            var start = notes.Offset;
            WriteLabel(renderer, obj);
            // a link out of the input folder leads nowhere: the link check says so
            notes.AddLink(kind, target ?? "", written, obj);
            if (target is not null) notes.AddHole(start, kind, target);
        }

        private (HoleKind Kind, string? Target) TargetOf(LinkInline obj, string written)
        {
            if (written.StartsWith('#') && !obj.IsImage) return (HoleKind.Anchor, Uri.UnescapeDataString(written[1..]));
            if (written.StartsWith('/') && !obj.IsImage) return (HoleKind.SiteLink, written);
            var input = written.Length == 0 ? null : notes.ResolveInput(written);
            return (obj.IsImage ? HoleKind.InputImage : HoleKind.InputLink, input);
        }

        private void WriteLabel(HtmlRenderer renderer, LinkInline obj)
        {
            var outer = notes.IsInLink;
            notes.IsInLink = true;
            if (obj.IsImage) renderer.WriteEscape(PlainText.Of(obj));
            else renderer.WriteChildren(obj);
            notes.IsInLink = outer;
        }

        /// <summary>Whether a browser would read a host out of it: it takes <c>\</c> for <c>/</c>, and passes over tabs and line breaks.</summary>
        private static bool LeadsToAnotherHost(string address)
        {
            Span<char> first = stackalloc char[2];
            var length = 0;
            foreach (var letter in address)
            {
                if (letter <= ' ') continue;
                first[length++] = letter == '\\' ? '/' : letter;
                if (length == first.Length) break;
            }
            return first is "//";
        }

        private static bool HasScheme(string address)
        {
            var colon = address.IndexOf(':', StringComparison.Ordinal);
            return colon >= 0 && !address.AsSpan(0, colon).ContainsAny("/?#");
        }
    }

    /// <summary>Addresses that stand bare or between angle brackets.</summary>
    private sealed class Autolinks(SectionRenderer notes) : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var written = obj.IsEmail ? "mailto:" + obj.Url : obj.Url;
            if (!SafeAddress.TryRead(written, out var address))
            {
                notes.Refuse(obj.Url, obj);
                renderer.WriteEscape(obj.Url);
                return;
            }
            if (!notes.IsInLink) renderer.Write("<a href=\"").WriteEscape(address.AbsoluteUri).Write("\" rel=\"noreferrer\">");
            renderer.WriteEscape(obj.Url);
            if (!notes.IsInLink) renderer.Write("</a>");
        }
    }

    /// <summary>Running text, with the ids and the placeholders in it noted.</summary>
    public sealed class Prose(SectionRenderer notes, Regex? mentions) : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline obj)
        {
            if (notes.Places.MayStandIn(obj.Content.Text, obj.Content.Start, obj.Content.Length)) Write(renderer, obj.Content.AsSpan(), obj.Span.Start, obj);
            else renderer.WriteEscape(obj.Content.AsSpan());
        }

        /// <summary>Whether the words of a cell look the same on a page, with nothing in them to be noted.</summary>
        public bool IsPlain(TextTable table, TextCell cell) =>
            cell.Words is null && !notes.Places.MayStandIn(table.Source, cell.Start, cell.Length) && !table.WordsOf(cell).ContainsAny(Escaped);

        public void WriteCell(HtmlRenderer renderer, TextTable table, TextCell cell)
        {
            if (cell.Inline is { } inline) renderer.WriteChildren(inline);
            else Write(renderer, table.WordsOf(cell), cell.Start, at: null);
        }

        /// <param name="source">Index in the source where the text begins.</param>
        /// <param name="at">The text among its neighbours; null where it has none.</param>
        private void Write(HtmlRenderer renderer, ReadOnlySpan<char> text, int source, LiteralInline? at)
        {
            if (at?.Parent is not LinkInline { IsAutoLink: true }) NotePlaceholders(text, source, at);
            if (mentions is null || notes.IsInLink) renderer.WriteEscape(text);
            else WriteMentions(renderer, text, at, mentions);
        }

        private void WriteMentions(HtmlRenderer renderer, ReadOnlySpan<char> text, LiteralInline? at, Regex ids)
        {
            var written = 0;
            foreach (var match in ids.EnumerateMatches(text))
            {
                var end = match.Index + match.Length;
                if (match.Length == 0 || IsPartOfWord(text, match.Index, end, at)) continue;
                renderer.WriteEscape(text[written..match.Index]);
                var start = notes.Offset;
                renderer.WriteEscape(text[match.Index..end]);
                notes.AddHole(start, HoleKind.Mention, text[match.Index..end].ToString());
                written = end;
            }
            renderer.WriteEscape(text[written..]);
        }

        private void NotePlaceholders(ReadOnlySpan<char> text, int source, LiteralInline? at)
        {
            var from = 0;
            while (text[from..].IndexOfAny(NotedPlaces.PlaceholderWords) is >= 0 and var found)
            {
                var start = from + found;
                var end = start;
                while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
                if (end - start is 3 or 4 or 5 && !IsPartOfWord(text, start, end, at)) notes.AddPlaceholder(text[start..end].ToString(), source + start);
                from = Math.Max(end, start + 3);
            }
        }

        /// <summary>Whether a word goes on before or after a part of a text, which Markdown may have cut at a sign: <c>TODO_LIST</c>.</summary>
        private static bool IsPartOfWord(ReadOnlySpan<char> text, int start, int end, LiteralInline? at)
        {
            var before = start > 0 ? text[start - 1] : at?.PreviousSibling is LiteralInline { Content: { Length: > 0 } previous } ? previous.AsSpan()[^1] : ' ';
            var after = end < text.Length ? text[end] : at?.NextSibling is LiteralInline { Content: { Length: > 0 } next } ? next.AsSpan()[0] : ' ';
            return IsInWords(before) || IsInWords(after);
        }

        private static bool IsInWords(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';
    }

    /// <summary>A table that may be wider than the page, with alignment by class, since the pages allow no inline styles.</summary>
    private sealed class Tables(Prose prose) : HtmlObjectRenderer<TextTable>
    {
        protected override void Write(HtmlRenderer renderer, TextTable obj)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"table-scroll\"><table>");
            renderer.Write("<thead>");
            WriteRow(renderer, obj, 0);
            renderer.WriteLine("</thead>");
            for (var row = 1; row < obj.Rows; row++)
            {
                if (row == 1) renderer.Write("<tbody>");
                WriteRow(renderer, obj, row);
            }
            renderer.WriteLine(obj.Rows > 1 ? "</tbody></table></div>" : "</table></div>");
        }

        private void WriteRow(HtmlRenderer renderer, TextTable table, int row)
        {
            renderer.Write("<tr>");
            for (var column = 0; column < table.Width; column++)
            {
                renderer.Write(row == 0 ? "<th scope=\"col\"" : "<td").Write(table.IsRight(column) ? " class=\"number\">" : ">");
                prose.WriteCell(renderer, table, table.Cell(row, column));
                renderer.Write(row == 0 ? "</th>" : "</td>");
            }
            renderer.WriteLine("</tr>");
        }
    }

    /// <summary>Tables that Markdig has read.</summary>
    private sealed class MarkdigTables(SectionRenderer notes) : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table obj) => renderer.Render(notes.TableOf(obj)!); // it is one
    }
}
