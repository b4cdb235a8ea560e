using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>Action items that stand in the body as a table.</summary>
internal static partial class ActionItemTable
{
    private const string EvidenceKey = "(?:path|file|test|contains|commit|pull[ _]request|pr)";

    private static readonly Shape<ItemPurpose> Purposes = Vocabularies.OneOf<ItemPurpose>();

    private static readonly Shape<ItemPriority> Priorities = Vocabularies.OneOf<ItemPriority>();

    private static readonly Shape<ItemStatus> Statuses = Vocabularies.OneOf<ItemStatus>();

    private static readonly string[] TitleWords = ["action", "title", "task", "what", "item", "description"];

    /// <summary>Whether a table's headers name an action and whose it is or how far it is.</summary>
    public static bool Reads(ImmutableArray<string> headers) =>
        TableColumns.Find(headers, TitleWords) >= 0
        && (TableColumns.Find(headers, "owner", "assignee", "responsible") >= 0 || TableColumns.Find(headers, "status", "state", "ticket", "due") >= 0);

    /// <summary>The items of one table or several. Cells that cannot be read are findings at their place, like keys of the front matter.</summary>
    public static ImmutableArray<ActionItemDraft> Read(ImmutableArray<DocumentTable> tables, DiagnosticBag problems)
    {
        var items = ImmutableArray.CreateBuilder<ActionItemDraft>();
        foreach (var table in tables)
        {
            var columns = Columns.Of(table.Headers);
            foreach (var row in table.Rows.Where(row => row.Cells.Any(c => c.Text.Length > 0))) items.Add(Item(row, items.Count + 1, columns, problems));
        }
        return items.ToImmutable();
    }

    private static ActionItemDraft Item(DocumentRow row, int number, Columns columns, DiagnosticBag problems)
    {
        var item = new ActionItemDraft
        {
            Keys = new(row.Location, []),
            Id = Text(row, columns.Id) ?? new($"AI-{number}", row.Location),
            Title = Text(row, columns.Title),
            Owner = Text(row, columns.Owner),
            Ticket = Text(row, columns.Ticket),
            Reason = Text(row, columns.Reason),
            Purpose = Read(row, columns.Purpose, Purposes, problems),
            Priority = Read(row, columns.Priority, Priorities, problems),
            Due = Read(row, columns.Due, Shapes.Date, problems),
            DoneOn = Read(row, columns.DoneOn, Shapes.Date, problems),
            Status = Status(row, columns, problems),
        };
        if (Text(row, columns.Type) is { } types && !IsPurpose(types.Value, columns, item))
            item.Types = [.. types.Value.Split([',', '+', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => new Located<string>(t, types.Location))];
        if (TableColumns.Cell(row, columns.Evidence) is { } evidence) item.Evidence = [new(EvidenceOf(evidence), evidence.Location)];
        return item;
    }

    private static Located<string>? Text(DocumentRow row, int column) =>
        TableColumns.Cell(row, column) is { } cell ? new Located<string>(cell.Text, cell.Location) : null;

    private static Located<T>? Read<T>(DocumentRow row, int column, Shape<T> shape, DiagnosticBag problems) =>
        TableColumns.Cell(row, column) is { Text: not ("-" or "–" or "—") } cell
            ? shape.Read(YamlNode.Scalar(cell.Text, isPlain: false, cell.Location with { Length = cell.Text.Length }), problems)
            : null;

    private static Located<ItemStatus>? Status(DocumentRow row, Columns columns, DiagnosticBag problems) => TableColumns.Cell(row, columns.Status) switch
    {
        { Text: var text, Location: var place } when StatusWord(text) is { } status => new Located<ItemStatus>(status, place),
        _ => Read(row, columns.Status, Statuses, problems),
    };

    /// <summary>Some templates head the purpose with "Type": <c>mitigate</c>, <c>prevent</c>.</summary>
    private static bool IsPurpose(string type, Columns columns, ActionItemDraft item)
    {
        if (columns.Purpose >= 0 || Words.Read<ItemPurpose>(type) is not { } purpose) return false;
        item.Purpose = new(purpose, item.Keys.Location);
        return true;
    }

    private static ItemStatus? StatusWord(string text) => text.ToLowerInvariant() switch
    {
        "✅" or "☑" or "completed" or "closed" or "shipped" => ItemStatus.Done,
        "☐" or "⬜" or "todo" or "to do" or "in progress" or "pending" => ItemStatus.Open,
        "won't do" or "wontfix" or "rejected" => ItemStatus.Declined,
        _ => null,
    };

    /// <summary>Evidence as a cell has it: <c>path: a/b.sh; commit: 1f2e3d</c>, or a commit alone. A comma parts only before a word with a colon: others belong to the text.</summary>
    private static EvidenceDraft EvidenceOf(DocumentCell cell)
    {
        var evidence = new EvidenceDraft { Keys = new(cell.Location, []) };
        foreach (var written in EvidenceParts().Split(cell.Text))
        {
            var part = EvidencePart().Match(written.Trim());
            var value = new Located<string>(part.Groups["value"].Value.Trim(), cell.Location);
            if (value.Value.Length == 0) continue;
            switch (part.Groups["key"].Value.ToLowerInvariant())
            {
                case "path" or "file": evidence.Path = value; break;
                case "test": evidence.Test = value; break;
                case "contains": evidence.Contains = value; break;
                case "pull request" or "pull_request" or "pr": evidence.PullRequest = value; break;
                default: evidence.Commit = value; break;
            }
        }
        return evidence;
    }

    [GeneratedRegex($@"\s*;\s*|\s*,\s*(?={EvidenceKey}\s*:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EvidenceParts();

    [GeneratedRegex($@"^(?:(?<key>{EvidenceKey})\s*:)?(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex EvidencePart();

    private sealed record Columns
    {
        public required int Id { get; init; }

        public required int Title { get; init; }

        public required int Type { get; init; }

        public required int Purpose { get; init; }

        public required int Owner { get; init; }

        public required int Priority { get; init; }

        public required int Due { get; init; }

        public required int Ticket { get; init; }

        public required int Status { get; init; }

        public required int DoneOn { get; init; }

        public required int Reason { get; init; }

        public required int Evidence { get; init; }

        public static Columns Of(ImmutableArray<string> headers) => new()
        {
            Id = TableColumns.Find(headers, "id", "#"),
            Title = TableColumns.Find(headers, TitleWords),
            Type = TableColumns.Find(headers, "type"),
            Purpose = TableColumns.Find(headers, "purpose", "category"),
            Owner = TableColumns.Find(headers, "owner", "assignee", "responsible"),
            Priority = TableColumns.Find(headers, "priority"),
            Due = TableColumns.Find(headers, "due"),
            Ticket = TableColumns.Find(headers, "ticket", "tracking", "issue", "bug"),
            Status = TableColumns.Find(headers, "status", "state"),
            DoneOn = TableColumns.Find(headers, "done on", "done_on", "closed on"),
            Reason = TableColumns.Find(headers, "reason"),
            Evidence = TableColumns.Find(headers, "evidence"),
        };
    }
}
