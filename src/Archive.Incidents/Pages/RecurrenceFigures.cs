using System.Collections.Immutable;
using System.Globalization;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>What the charts of recurrence are drawn from: the newest quarters, and the classes and services in which most came back.</summary>
public sealed record RecurrenceFigures
{
    public const int QuartersAtMost = 12;
    private const int ClassesAtMost = 20;
    private const int ServicesAtMost = 20;
    private const int ColumnsAtMost = 16;

    /// <summary>All quarters of the archive.</summary>
    public required ImmutableArray<QuarterFigures> Quarters { get; init; }

    /// <summary>The newest ones, which the charts show.</summary>
    public ImmutableArray<QuarterFigures> Shown => [.. Quarters.Skip(Math.Max(0, Quarters.Length - QuartersAtMost))];

    public required RecurrenceTable<Period> ByQuarter { get; init; }

    public required RecurrenceTable<string> ByService { get; init; }

    /// <summary>Those of which an incident exists: where most came back first, then where most happened.</summary>
    public required ImmutableArray<ClassRecurrence> Classes { get; init; }

    public static RecurrenceFigures Of(IncidentHistory history) => new()
    {
        Quarters = RecurrenceTrend.Quarters(history),
        ByQuarter = RecurrenceTables.ByQuarter(history),
        ByService = RecurrenceTables.ByService(history),
        Classes =
        [
            .. RecurrenceTrend.Classes(history)
                .OrderByDescending(c => c.Repeats.Length)
                .ThenByDescending(c => c.Incidents)
                .ThenBy(c => c.FailureClass.Name, StringComparer.Ordinal),
        ],
    };

    /// <summary>How much came back in each quarter. Null under five quarters.</summary>
    public ColumnFigure? Columns(SitePlan site) => ColumnFigure.Of(
        new("What came back, by quarter", "A column for each quarter; its height is the number of times that something happened again."),
        [
            .. Shown.Select(q => new ColumnPoint(
                q.Repeats.Length,
                q.Quarter.Title,
                Wording.Number(q.Repeats.Length),
                $"{q.Quarter.Title}: {RecurrenceWords.Times(q.Repeats.Length)} again, {Wording.Count(q.Incidents, "incident")}",
                q.Repeats.IsEmpty && q.Incidents == 0 ? "" : site.Address.Href(SitePaths.QuarterOfRepeats(q.Quarter)),
                q.Quarter.Last > site.History.Today ? "running" : "over")),
        ],
        new() { Width = 860, Height = 110, WidestColumn = 62 });

    public HeatFigure? ClassesByQuarter(SitePlan site)
    {
        var (rows, quarters) = (Classes.Take(ClassesAtMost).Where(c => Shown.Any(q => !ByQuarter.Of(c.FailureClass, q.Quarter).IsEmpty)).ToList(), Shown);
        return HeatFigure.Of(
            new("Failure classes by quarter", "A cell for each failure class and quarter in which an incident began; its number is how often something happened again.", "Failure class", IsOverTime: true),
            [.. rows.Select(r => Link(r.FailureClass, site))],
            [.. quarters.Select(q => new LinkView(q.Quarter.Title, null))],
            [
                .. from row in rows.Index()
                   from column in quarters.Index()
                   let cell = ByQuarter.Of(row.Item.FailureClass, column.Item.Quarter)
                   where !cell.IsEmpty
                   select Point(row.Index, column.Index, cell, $"{row.Item.FailureClass.Name}, {column.Item.Quarter.Title}", site.Address.Href(SitePaths.ClassInQuarter(row.Item.FailureClass, column.Item.Quarter))),
            ],
            new() { LabelWidth = 196, HeadHeight = 26, CellWidth = 62, CellHeight = 30 });
    }

    public HeatFigure? ServicesByClass(SitePlan site)
    {
        var (services, classes) = Grid(site);
        return HeatFigure.Of(
            new("Services by failure class", "A cell for each service and failure class that met in an incident; its number is how often something happened again.", "Service", IsOverTime: false),
            [.. services.Select(s => site.Links.To(s))],
            [.. classes.Select(c => Link(c, site))],
            [
                .. from row in services.Index()
                   from column in classes.Index()
                   let cell = ByService.Of(column.Item, row.Item.Id)
                   where !cell.IsEmpty
                   select Point(row.Index, column.Index, cell, $"{row.Item.Name}, {column.Item.Name}", site.Address.Href(SitePaths.ClassOnService(column.Item, row.Item))),
            ],
            new() { LabelWidth = 196, HeadHeight = 150, CellWidth = 40, CellHeight = 30 });
    }

    /// <summary>The services and classes of the second heat map.</summary>
    public (ImmutableArray<Service> Services, ImmutableArray<FailureClass> Classes) Grid(SitePlan site)
    {
        ImmutableArray<FailureClass> classes = [.. Classes.Take(ColumnsAtMost).Select(c => c.FailureClass)];
        return (
            [
                .. site.Archive.Services
                    .Select(s => (Service: s, Cells: classes.Select(c => ByService.Of(c, s.Id)).Where(c => !c.IsEmpty).ToList()))
                    .Where(s => s.Cells.Count > 0)
                    .OrderByDescending(s => s.Cells.Sum(c => c.Repeats.Length))
                    .ThenByDescending(s => s.Cells.Sum(c => c.Incidents.Length))
                    .ThenBy(s => s.Service.Name, StringComparer.Ordinal)
                    .Take(ServicesAtMost)
                    .Select(s => s.Service),
            ],
            classes);
    }

    private static HeatPoint Point(int row, int column, RecurrenceCell cell, string where, string href) => new(
        row,
        column,
        cell.Repeats.Length,
        string.Create(CultureInfo.InvariantCulture, $"{cell.Repeats.Length} of {cell.Incidents.Length}"),
        $"{where}: {RecurrenceWords.Again(cell)}",
        href);

    private static LinkView Link(FailureClass failureClass, SitePlan site) => site.Links.To(failureClass);
}
