using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Publishing.Sites;

/// <summary>Tables as RFC 4180 has them: commas, quotes where they are needed, lines ending in CR LF. UTF-8, a header always.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <param name="rows">Made when the page is rendered. Each has as many fields as <paramref name="header"/>.</param>
    public static Page Plan(SitePath path, ImmutableArray<string> header, Func<IEnumerable<string[]>> rows) =>
        Page.OfText(path, to => Write(to, header, rows()));

    /// <exception cref="ArgumentException">A row has more or fewer fields than the header.</exception>
    public static void Write(TextWriter to, ImmutableArray<string> header, IEnumerable<string[]> rows)
    {
        WriteRow(to, header.AsSpan());
        foreach (var row in rows)
        {
            if (row.Length != header.Length) throw new ArgumentException($"A row has {row.Length} fields and the header {header.Length}.", nameof(rows));
            WriteRow(to, row);
        }
    }

    private static void WriteRow(TextWriter to, ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) to.Write(',');
            WriteField(to, fields[i], isAlone: fields.Length == 1);
        }
        to.Write("\r\n");
    }

    /// <summary>Spaces at an end are quoted, since some readers drop them; so is an empty field alone in its row, which would read as no row.</summary>
    private static void WriteField(TextWriter to, string field, bool isAlone)
    {
        var isQuoted = field.Length == 0 ? isAlone : field.AsSpan().ContainsAny(Quoted) || field[0] == ' ' || field[^1] == ' ';
        if (!isQuoted)
        {
            to.Write(field);
            return;
        }
        to.Write('"');
        to.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        to.Write('"');
    }
}
