using System.Text;
using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Digests;

/// <summary>A digest as Markdown, and as plain text that reads well without being rendered.</summary>
public static class DigestMarkdown
{
    public static Page Plan(Period period, SitePlan site) =>
        Page.OfText(SitePaths.DigestFile(period, "md"), to => to.Write(Of(DigestView.Of(site.Digests.Of(period), site, site.Address.Absolute))));

    public static string Of(DigestView digest) => new Writer(IsMarkdown: true).Text(digest);

    public static string Plain(DigestView digest) => new Writer(IsMarkdown: false).Text(digest);

    private sealed record Writer(bool IsMarkdown)
    {
        private readonly StringBuilder _text = new();

        public string Text(DigestView digest)
        {
            Heading(1, $"{digest.Archive}: {digest.Title}");
            Paragraph(digest.Days);
            Paragraph(IsMarkdown ? $"**{Escaped(digest.Headline)}**" : digest.Headline, isEscaped: true);
            Paragraph(digest.Standing);
            Decisions(digest);
            Figures(digest);
            Serious(digest);
            Repeats(digest);
            Overdue(digest);
            Fixes(digest);
            Paragraph(IsMarkdown ? $"The same [on one page]({digest.PageHref})." : $"The same on one page: {digest.PageHref}", isEscaped: true);
            return _text.ToString().TrimEnd('\n') + "\n";
        }

        private void Decisions(DigestView digest)
        {
            Heading(2, "To decide");
            if (digest.Decisions.IsEmpty) Paragraph("Nothing waits for a decision.");
            foreach (var row in digest.Decisions) Line($"{Escaped(row.Ask)} {Link(row.About)} {Escaped(row.Why)}");
            More(digest.MoreDecisions);
        }

        private void Figures(DigestView digest)
        {
            Heading(2, digest.Before is { } before ? $"Figures, beside {before}" : "Figures");
            if (IsMarkdown)
            {
                _text.Append(digest.Before is { } name ? $"| | {digest.Title} | {name} | Change |\n| --- | ---: | ---: | --- |\n" : $"| | {digest.Title} |\n| --- | ---: |\n");
                foreach (var row in digest.Figures)
                    _text.Append(digest.Before is null ? $"| {Escaped(row.Name)} | {Escaped(row.Now)} |\n" : $"| {Escaped(row.Name)} | {Escaped(row.Now)} | {Escaped(row.Before)} | {Escaped(row.Change)} |\n");
                _text.Append('\n');
                return;
            }
            var (name1, now, old) = (digest.Figures.Max(f => f.Name.Length), digest.Figures.Max(f => f.Now.Length), digest.Figures.Max(f => f.Before.Length));
            foreach (var row in digest.Figures) _text.Append($"{row.Name.PadRight(name1)}  {row.Now.PadLeft(now)}  {row.Before.PadLeft(old)}  {row.Change}".TrimEnd()).Append('\n');
            _text.Append('\n');
        }

        private void Serious(DigestView digest)
        {
            Heading(2, "Serious incidents");
            Paragraph(digest.SeriousLead);
            foreach (var row in digest.Serious)
            {
                Line($"{(IsMarkdown ? $"**{Escaped(row.Title)}**" : row.Title)} ({Link(row.Postmortem)}, {Escaped(row.Severity)}, {row.Day.Text})");
                Inner(Escaped(row.Facts));
                Inner(row.Factors.IsEmpty ? "No factor is written down yet." : $"Because: {string.Join(" ", row.Factors.Select((f, i) => $"({i + 1}) {Escaped(f)}"))}");
            }
            More(digest.MoreSerious);
        }

        private void Repeats(DigestView digest)
        {
            Heading(2, "What came back");
            if (digest.Repeats.IsEmpty) Paragraph("Nothing came back.");
            foreach (var row in digest.Repeats)
                Line($"{Escaped(row.Title)} ({Link(row.Told)}), {row.Gap} {Link(row.Earlier)}: {Escaped(row.Diagnosis.Words)}. {Escaped(Wording.Sentence(row.Items))}.");
            More(digest.MoreRepeats);
        }

        private void Overdue(DigestView digest)
        {
            Heading(2, "Overdue action items by team");
            Paragraph(digest.OverdueLead);
            foreach (var row in digest.Overdue)
                Line($"{Escaped(row.Team)}: {row.Items}, the oldest by {row.Days}: {Link(new(row.Oldest, row.OldestHref))} of {row.Postmortem.Text}");
        }

        private void Fixes(DigestView digest)
        {
            Heading(2, "Which fixes held");
            Paragraph(digest.FixesLead);
            foreach (var row in digest.Fixes) Line($"{Escaped(row.Verdict.Words)}: {Link(new(row.Title, row.Href))} of {row.Postmortem.Text}");
            More(digest.MoreFixes);
        }

        private void Heading(int level, string text)
        {
            Part();
            if (IsMarkdown) _text.Append($"{new string('#', level)} {Escaped(text)}\n\n");
            else _text.Append(level == 1 ? $"{text}\n\n" : $"{text}\n{new string('-', text.Length)}\n\n");
        }

        private void Paragraph(string text, bool isEscaped = false)
        {
            Part();
            if (text.Length > 0) _text.Append(isEscaped ? text : Escaped(text)).Append("\n\n");
        }

        private void Line(string text) => _text.Append($"- {text}\n");

        /// <summary>An empty line after a list.</summary>
        private void Part()
        {
            if (_text.Length > 1 && _text[^2] != '\n') _text.Append('\n');
        }

        private void Inner(string text) => _text.Append(IsMarkdown ? $"  - {text}\n" : $"  {text}\n");

        private void More(string? words)
        {
            if (words is not null) Line($"{words}.");
        }

        private string Link(LinkView link) => link.Href is null ? Escaped(link.Text) : IsMarkdown ? $"[{Escaped(link.Text)}]({link.Href})" : $"{link.Text} <{link.Href}>";

        private string Escaped(string text)
        {
            if (!IsMarkdown) return text;
            var escaped = new StringBuilder(text.Length + 8);
            foreach (var letter in text.ReplaceLineEndings(" "))
            {
                if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~') escaped.Append('\\');
                escaped.Append(letter);
            }
            return escaped.ToString();
        }
    }
}
