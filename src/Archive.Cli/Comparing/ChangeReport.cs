using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Cli.Reports;

namespace Archive.Cli.Comparing;

/// <summary>What the world would see change, for a person, a pull request and a program.</summary>
public static class ChangeReport
{
    private const int MostLinesOfAFile = 80;

    private const int LongestLine = 400;

    /// <summary>GitHub refuses a summary of more than 1 MiB.</summary>
    private const int MostCharacters = 240_000;

    private const string Nothing = "Nothing: the public record stays as it is, byte for byte.\n";

    public static string Text(ImmutableArray<FileChange> changes, Colours colours)
    {
        if (changes.IsEmpty) return Nothing;
        var text = new StringBuilder();
        foreach (var change in changes) text.Append($"{WordOf(change.Kind),-8} {Visible.Of(change.Path)}\n");
        foreach (var change in changes.Where(IsRead))
        {
            text.Append($"\n{colours.Strong(Visible.Of(change.Path))}\n");
            foreach (var line in change.Lines.Take(MostLinesOfAFile)) text.Append($"  {line.Mark} {Visible.Of(Cut(line.Text))}\n");
            if (change.Lines.Length > MostLinesOfAFile) text.Append($"    and {change.Lines.Length - MostLinesOfAFile} more lines\n");
        }
        return text.Append($"\n{Sum(changes)}\n").ToString();
    }

    public static string Markdown(ImmutableArray<FileChange> changes)
    {
        var text = new StringBuilder("## What would become public\n\n");
        if (changes.IsEmpty) return text.Append(Nothing).ToString();
        text.Append($"{Sum(changes)}\n\n<pre>\n");
        foreach (var change in changes) text.Append($"{WordOf(change.Kind)}\t{WebUtility.HtmlEncode(Visible.Of(change.Path))}\n");
        text.Append("</pre>\n");
        foreach (var change in changes.Where(IsRead))
        {
            var details = Details(change);
            if (text.Length + details.Length > MostCharacters) return text.Append("\nThe rest does not fit: see the built site.\n").ToString();
            text.Append(details);
        }
        return text.ToString();
    }

    public static string Json(ImmutableArray<FileChange> changes) => JsonSerializer.Serialize(
        new ChangeFile([.. changes.Select(c => new ChangeRecord(c.Path, WordOf(c.Kind), [.. c.Lines.Select(l => new LineRecord(l.Mark.ToString(), l.Text))]))]), ChangeJson.Readable.ChangeFile) + "\n";

    /// <summary>Pages are read line by line; what programs read says the same, and is named only.</summary>
    private static bool IsRead(FileChange change) => !change.Lines.IsEmpty && (change.Path.EndsWith(".html", StringComparison.Ordinal) || change.Path.EndsWith(".txt", StringComparison.Ordinal) || !change.Path.Contains('.', StringComparison.Ordinal));

    private static string Details(FileChange change)
    {
        var text = new StringBuilder($"\n<details><summary>{WebUtility.HtmlEncode(change.Path)}</summary>\n\n<pre>\n");
        foreach (var line in change.Lines.Take(MostLinesOfAFile)) text.Append($"{line.Mark} {WebUtility.HtmlEncode(Visible.Of(Cut(line.Text)))}\n");
        if (change.Lines.Length > MostLinesOfAFile) text.Append($"and {change.Lines.Length - MostLinesOfAFile} more lines\n");
        return text.Append("</pre>\n</details>\n").ToString();
    }

    private static string Sum(ImmutableArray<FileChange> changes) =>
        string.Join(", ", changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{Tally.Count(g.Count(), "file", "files")} {WordOf(g.Key)}"));

    private static string WordOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        ChangeKind.Changed => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Cut(string line) => line.Length <= LongestLine ? line : $"{line[..LongestLine]}…";
}

internal sealed record ChangeFile(ImmutableArray<ChangeRecord> Changes);

/// <param name="Change">added, removed or changed.</param>
internal sealed record ChangeRecord(string Path, string Change, ImmutableArray<LineRecord> Lines);

/// <param name="Mark"><c>+</c>, <c>-</c> or a space.</param>
internal sealed record LineRecord(string Mark, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChangeFile))]
internal sealed partial class ChangeJson : JsonSerializerContext
{
    public static ChangeJson Readable { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
