using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Digests;

/// <summary>A digest as Markdown, and as plain text that reads well without being rendered.</summary>
public static class DigestMarkdown
{
    public static Page Plan(Period period, SitePlan site) =>
        Page.OfText(SitePaths.DigestFile(period, "md"), to => Write(DigestView.Of(site.Digests.Of(period), site, DigestLinks.Whole(site)), new(to, isMarkdown: true)));

    public static void WritePlain(DigestView digest, TextWriter to) => Write(digest, new(to, isMarkdown: false));

    private static void Write(DigestView digest, MarkdownWriter to)
    {
        to.Heading(1, $"{digest.Archive}: {digest.Title}");
        to.Paragraph(digest.Days);
        to.Part().Strong(digest.Headline).Break(2);
        to.Paragraph(digest.Standing);
        Decisions(digest, to);
        Figures(digest, to);
        Serious(digest, to);
        Repeats(digest, to);
        Overdue(digest, to);
        Fixes(digest, to);
        if (to.IsMarkdown) to.Part().Raw("The same [on one page](").Raw(digest.PageHref).Raw(").");
        else to.Part().Raw("The same on one page: ").Raw(digest.PageHref);
        to.End();
    }

    private static void Decisions(DigestView digest, MarkdownWriter to)
    {
        to.Heading(2, "To decide");
        if (digest.Decisions.IsEmpty) to.Paragraph("Nothing waits for a decision.");
        foreach (var row in digest.Decisions) to.Item().Text(row.Ask).Raw(" ").Link(row.About).Raw(" ").Text(row.Why).Break(1);
        More(digest.MoreDecisions, to);
    }

    private static void Figures(DigestView digest, MarkdownWriter to)
    {
        to.Heading(2, digest.Before is { } before ? $"Figures, beside {before}" : "Figures");
        if (to.IsMarkdown) FigureTable(digest, to);
        else FigureColumns(digest, to);
        to.Break(1);
    }

    private static void FigureTable(DigestView digest, MarkdownWriter to)
    {
        if (digest.Before is { } name) to.Raw("| | ").Raw(digest.Title).Raw(" | ").Raw(name).Raw(" | Change |").Break(1).Raw("| --- | ---: | ---: | --- |").Break(1);
        else to.Raw("| | ").Raw(digest.Title).Raw(" |").Break(1).Raw("| --- | ---: |").Break(1);
        foreach (var row in digest.Figures)
        {
            to.Raw("| ").Text(row.Name).Raw(" | ").Text(row.Now);
            if (digest.Before is not null) to.Raw(" | ").Text(row.Before).Raw(" | ").Text(row.Change);
            to.Raw(" |").Break(1);
        }
    }

    private static void FigureColumns(DigestView digest, MarkdownWriter to)
    {
        var (name, now, before) = (digest.Figures.Max(f => f.Name.Length), digest.Figures.Max(f => f.Now.Length), digest.Figures.Max(f => f.Before.Length));
        foreach (var row in digest.Figures) to.Raw($"{row.Name.PadRight(name)}  {row.Now.PadLeft(now)}  {row.Before.PadLeft(before)}  {row.Change}".TrimEnd()).Break(1);
    }

    private static void Serious(DigestView digest, MarkdownWriter to)
    {
        to.Heading(2, "Serious incidents");
        to.Paragraph(digest.SeriousLead);
        foreach (var row in digest.Serious)
        {
            to.Item().Strong(row.Title).Raw(" (").Link(row.Postmortem).Raw(", ").Text(row.Severity).Raw(", ").Raw(row.Day.Text.ToString()).Raw(")").Break(1);
            to.InnerItem().Text(row.Facts).Break(1);
            to.InnerItem().Raw(row.Factors.IsEmpty ? "No factor is written down yet." : "Because:");
            for (var i = 0; i < row.Factors.Length; i++) to.Raw($" ({i + 1}) ").Text(row.Factors[i]);
            to.Break(1);
        }
        More(digest.MoreSerious, to);
    }

    private static void Repeats(DigestView digest, MarkdownWriter to)
    {
        to.Heading(2, "What came back");
        if (digest.Repeats.IsEmpty) to.Paragraph("Nothing came back.");
        foreach (var row in digest.Repeats)
        {
            to.Item().Text(row.Title).Raw(" (").Link(row.Told).Raw("), ").Raw(row.Gap).Raw(" ").Link(row.Earlier);
            to.Raw(": ").Text(row.Diagnosis.Words).Raw(". ").Text(Wording.Sentence(row.Items)).Raw(".").Break(1);
        }
        More(digest.MoreRepeats, to);
    }

    private static void Overdue(DigestView digest, MarkdownWriter to)
    {
        to.Heading(2, "Overdue action items by team");
        to.Paragraph(digest.OverdueLead);
        foreach (var row in digest.Overdue)
        {
            to.Item().Text(row.Team).Raw(": ").Raw(row.Items).Raw(", the oldest by ").Raw(row.Days).Raw(": ");
            to.Link(new(row.Oldest, row.OldestHref)).Raw(" of ").Raw(row.Postmortem.Text).Break(1);
        }
    }

    private static void Fixes(DigestView digest, MarkdownWriter to)
    {
        to.Heading(2, "Which fixes held");
        to.Paragraph(digest.FixesLead);
        foreach (var row in digest.Fixes) to.Item().Text(row.Verdict.Words).Raw(": ").Link(new(row.Title, row.Href)).Raw(" of ").Raw(row.Postmortem.Text).Break(1);
        More(digest.MoreFixes, to);
    }

    private static void More(string? words, MarkdownWriter to)
    {
        if (words is not null) to.Item().Raw(words).Raw(".").Break(1);
    }
}
