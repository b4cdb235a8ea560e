using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record RecurrenceView
{
    public required PageFrame Frame { get; init; }

    /// <summary>Whether fewer things come back, in words with the numbers.</summary>
    public required string Verdict { get; init; }

    /// <summary>What counts as a recurrence here.</summary>
    public required string Definition { get; init; }

    public required ImmutableArray<FactView> Facts { get; init; }

    public required ImmutableArray<LinkView> Ways { get; init; }

    /// <summary>Null where too few quarters are known.</summary>
    public required ColumnFigure? Quarters { get; init; }

    public required string ClassesLead { get; init; }

    public required HeatFigure? Classes { get; init; }

    public required string ServicesLead { get; init; }

    public required HeatFigure? Services { get; init; }

    public required BarTable? Diagnoses { get; init; }

    public required string DiagnosesLead { get; init; }

    public required ImmutableArray<FamilyRow> Families { get; init; }

    public required string FamiliesLead { get; init; }

    public required string? MoreFamilies { get; init; }

    public required ImmutableArray<ClassRow> Since { get; init; }

    public required string FixesLead { get; init; }

    public required ImmutableArray<FixRow> Fixes { get; init; }

    public required LinkView? AllFixes { get; init; }

    public required ImmutableArray<RepeatRow> Latest { get; init; }

    public required LinkView? AllRepeats { get; init; }
}

/// <summary>Incidents that repeat one another, as a row.</summary>
public sealed record FamilyRow(LinkView Name, string Members, string Times, string Cost, string Hours, string Lasted, string Customers, TimeView Last, MarkView Diagnosis);

/// <summary>A failure class, and when it last came back.</summary>
/// <param name="Last">Null where it never did.</param>
public sealed record ClassRow(LinkView Name, string Incidents, string Repeats, MarkView Days, TimeView? Last, LinkView? LastRepeat);

/// <summary>Whether what was repaired comes back: the counts, where, why, and what the fixes were worth.</summary>
public static class RecurrencePage
{
    public static readonly Template<RecurrenceView> Template = new("internal/recurrence");

    private const int FamilyRows = 15;
    private const int FixRows = 12;
    private const int LatestRows = 12;

    public static IEnumerable<Page> Plan(SitePlan site)
    {
        var figures = RecurrenceFigures.Of(site.History);
        return
        [
            Page.Of(SitePaths.Recurrence, Template, () => View(site, figures)) with { Anchors = ["quarters", "classes", "services", "diagnosis", "families", "since", "fixes", "latest"] },
            .. RepeatPages.Plan(site),
            .. FixPage.Plan(site),
            .. FamilyPages.Plan(site),
            .. RecurrenceCellPages.Plan(site, figures),
        ];
    }

    public static RecurrenceView View(SitePlan site, RecurrenceFigures figures)
    {
        var history = site.History;
        return new()
        {
            Frame = site.Frame("Recurrence", SiteArea.Recurrence, "What comes back, why, and which fixes hold.", isDestination: true),
            Verdict = RecurrenceWords.Verdict(figures.Quarters),
            Definition = Definition(site.Archive.Policy),
            Facts = [.. Facts(site)],
            Ways = [new("Every recurrence", site.Address.Href(SitePaths.Repeats)), new("Causes", site.Address.Href(SitePaths.Causes)), new("Failure classes", site.Address.Href(SitePaths.FailureClasses))],
            Quarters = history.Repeats.IsEmpty ? null : figures.Columns(site),
            Classes = history.Repeats.IsEmpty ? null : figures.ClassesByQuarter(site),
            ClassesLead = ClassesLead(figures),
            Services = history.Repeats.IsEmpty ? null : figures.ServicesByClass(site),
            ServicesLead = ServicesLead(site, figures),
            Diagnoses = history.Repeats.IsEmpty ? null : Diagnoses(site),
            DiagnosesLead = DiagnosesLead(history),
            Families = [.. history.Families.Take(FamilyRows).Select(f => Family(f, site))],
            FamiliesLead = FamiliesLead(history),
            MoreFamilies = history.Families.Length > FamilyRows ? $"{Wording.Number(history.Families.Length - FamilyRows)} more, each linked from the pages of its postmortems" : null,
            Since = [.. RecurrenceTrend.Classes(history).Select(c => Class(c, site))],
            FixesLead = FixPage.Lead(history.Fixes),
            Fixes = [.. history.Fixes.Take(FixRows).Select(f => FixRow.Of(f, site))],
            AllFixes = history.Fixes.Length > FixRows ? new($"All {Wording.Number(history.Fixes.Length)} structural fixes", site.Address.Href(SitePaths.Fixes)) : null,
            Latest = [.. history.Repeats.Reverse().Take(LatestRows).Select(r => RepeatRow.Of(r, site))],
            AllRepeats = history.Repeats.Length > LatestRows ? new($"All {Wording.Number(history.Repeats.Length)}", site.Address.Href(SitePaths.Repeats)) : null,
        };
    }

    /// <summary>What counts as a recurrence, from the policy.</summary>
    public static string Definition(Policy policy) =>
        $"An incident repeats an earlier one where its postmortem says so, or where both share {RecurrenceWords.Key(policy)} and it began within {Wording.Count(policy.RecurrenceWindowDays, "day")} of the other. "
        + "A dated line in the earlier postmortem counts too. Each is counted once, and nobody's incidents are counted.";

    private static IEnumerable<FactView> Facts(SitePlan site)
    {
        var history = site.History;
        if (history.Archive.Postmortems.IsEmpty) yield break;
        var since = history.Today.AddYears(-1);
        yield return FactView.Of("Came back", RecurrenceWords.Times(history.Repeats.Length), $"among {Wording.Count(history.Archive.Postmortems.Length, "incident")}");
        yield return FactView.Of("In the past 12 months", RecurrenceWords.Times(history.Repeats.Count(r => r.On >= since)));
        yield return FactView.Of("Families", Wording.Number(history.Families.Length), history.Families.IsEmpty ? null : $"which cost {Hours(history.Families.Sum(f => f.Cost.Hours))}");
        if (history.Fixes.Count(f => f.Verdict != FixVerdict.Watched) is > 0 and var judged)
            yield return FactView.Of("Fixes that held", $"{Wording.Number(history.Fixes.Count(f => f.Verdict == FixVerdict.Held))} of {Wording.Number(judged)}", "whose window is over, or that failed");
    }

    private static string ClassesLead(RecurrenceFigures figures)
    {
        var most = figures.Classes.FirstOrDefault();
        var shown = figures.Quarters.Length > RecurrenceFigures.QuartersAtMost ? $" The last {RecurrenceFigures.QuartersAtMost} quarters." : "";
        return most is null ? "Once an incident names its failure class, it stands here."
            : most.Repeats.IsEmpty ? $"No failure class came back.{shown}"
            : $"{most.FailureClass.Name} came back most often: {RecurrenceWords.Times(most.Repeats.Length)} among {Wording.Count(most.Incidents, "incident")}.{shown} A cell says how often; where incidents began and nothing came back, it says 0.";
    }

    private static string ServicesLead(SitePlan site, RecurrenceFigures figures)
    {
        var (services, classes) = figures.Grid(site);
        var cells = services.SelectMany(s => classes, (s, c) => (Service: s, Class: c, Cell: figures.ByService.Of(c, s.Id))).ToList();
        if (cells.Count == 0) return "Once an incident names its failure class, it stands here.";
        var most = cells.MaxBy(c => c.Cell.Repeats.Length);
        return most.Cell.Repeats.IsEmpty ? "On no service did a failure class come back."
            : $"{most.Service.Name} met {most.Class.Name.ToLowerInvariant()} again most often: {RecurrenceWords.Times(most.Cell.Repeats.Length)}. An incident counts for each service that it hit.";
    }

    private static BarTable? Diagnoses(SitePlan site)
    {
        var counts = site.History.Repeats.CountBy(r => r.Diagnosis).ToDictionary();
        return BarTable.Of("Why it came back",
        [
            .. Enum.GetValues<RecurrenceDiagnosis>().Select(d => (
                new LinkView(Wording.Sentence(RecurrenceWords.Of(d)), counts.ContainsKey(d) ? site.Address.Href(SitePaths.Diagnosis(d)) : null),
                (decimal)counts.GetValueOrDefault(d),
                Wording.Number(counts.GetValueOrDefault(d)),
                (string?)RecurrenceWords.Meaning(d))),
        ]);
    }

    private static string DiagnosesLead(IncidentHistory history)
    {
        if (history.Repeats.IsEmpty) return "Nothing came back yet, so there is nothing to explain. What does is drawn here by quarter, failure class and service.";
        var unshipped = history.Repeats.Count(r => r.Diagnosis == RecurrenceDiagnosis.NeverShipped);
        var missing = unshipped == 0 ? "No promised fix was missing" : $"{(unshipped == history.Repeats.Length ? "Every time" : $"{Wording.Number(unshipped)} of {Wording.Number(history.Repeats.Length)} times")} the promised fix was not there yet";
        return $"{missing}, as the earlier postmortem's items stood on the day it happened again.";
    }

    private static FamilyRow Family(RecurrenceFamily family, SitePlan site) => new(
        new(FamilyPages.NameOf(family), site.Address.Href(SitePaths.Family(family))),
        family.Members.Length == 1 ? family.First.Id : $"{family.First.Id} to {family.Last.Id}",
        Wording.Number(family.Times),
        Hours(family.Cost.Hours),
        family.Cost.HoursWritten == 0 ? "" : Hours(family.Cost.HoursWritten),
        family.Cost.Lasted == TimeSpan.Zero ? "" : Wording.Span(family.Cost.Lasted),
        family.Cost.Customers == 0 ? "" : Wording.Number(family.Cost.Customers),
        TimeView.Of(family.Repeats[^1].On),
        RecurrenceWords.Mark(family.Repeats[^1].Diagnosis));

    /// <summary><c>53.9 h</c></summary>
    public static string Hours(decimal hours) => $"{Wording.Number(Math.Round(hours, hours < 100 ? 1 : 0))} h";

    private static string FamiliesLead(IncidentHistory history) => history.Families.IsEmpty
        ? "No incident repeats another yet."
        : "Incidents that repeat one another, through however many steps; the dearest first. Cost is the person-hours that postmortems state; where one states none, the hours it lasted, as if it had kept one person from work.";

    private static ClassRow Class(ClassRecurrence recurrence, SitePlan site)
    {
        var last = recurrence.Repeats.IsEmpty ? null : recurrence.Repeats[^1];
        return new(
            site.Links.To(recurrence.FailureClass),
            Wording.Number(recurrence.Incidents),
            Wording.Number(recurrence.Repeats.Length),
            recurrence.DaysSince is not { } days ? new("is-none", "never came back")
                : days <= site.Archive.Policy.RecurrenceWindowDays ? new("is-bad", Wording.Count(days, "day") + " ago")
                : new("is-good", $"{Wording.Number(days)} days ago"),
            last is null ? null : TimeView.Of(last.On),
            last is null ? null : new(last.Told.Id, site.Links.Postmortem(last.Told)));
    }
}
