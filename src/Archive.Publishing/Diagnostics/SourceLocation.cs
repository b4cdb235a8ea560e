namespace Archive.Publishing.Diagnostics;

/// <summary>A place in a source file.</summary>
/// <param name="Path">Path below the input folder, with forward slashes: <c>postmortems/2026/a.md</c>.</param>
/// <param name="Line">1-based; 0 where the finding is about the file as a whole.</param>
/// <param name="Column">1-based, in UTF-16 code units; 0 where the finding is about the line or the file as a whole.</param>
/// <param name="Length">How many code units of that line are meant; 0 where that is not known.</param>
public readonly record struct SourceLocation(string Path, int Line = 0, int Column = 0, int Length = 0)
    : IComparable<SourceLocation>
{
    public int CompareTo(SourceLocation other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        if (byPath != 0) return byPath;
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary><c>path</c>, <c>path:line</c> or <c>path:line:column</c>, as editors and terminals open it.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Path,
        (_, 0) => $"{Path}:{Line}",
        _ => $"{Path}:{Line}:{Column}",
    };

    public static bool operator <(SourceLocation left, SourceLocation right) => left.CompareTo(right) < 0;

    public static bool operator <=(SourceLocation left, SourceLocation right) => left.CompareTo(right) <= 0;

    public static bool operator >(SourceLocation left, SourceLocation right) => left.CompareTo(right) > 0;

    public static bool operator >=(SourceLocation left, SourceLocation right) => left.CompareTo(right) >= 0;
}
