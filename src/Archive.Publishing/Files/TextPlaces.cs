using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Files;

/// <summary>Lines and columns of a file's text by index.</summary>
/// <remarks>Has state: the lines are counted when somebody first asks, since most files have nothing to be placed.</remarks>
public sealed class TextPlaces(SourceFile source)
{
    private readonly List<int> _lineStarts = [];

    public SourceLocation Of(int index, int length = 0)
    {
        if (_lineStarts.Count == 0)
        {
            for (var start = 0; start > 0 || _lineStarts.Count == 0; start = source.Text.IndexOf('\n', start) + 1) _lineStarts.Add(start);
        }
        var line = _lineStarts.BinarySearch(index);
        if (line < 0) line = ~line - 1; // the line that begins before it
        var lineEnd = source.Text.IndexOf('\n', index);
        var left = (lineEnd < 0 ? source.Text.Length : lineEnd) - index;
        return new(source.Path, line + 1, index - _lineStarts[line] + 1, Math.Min(length, left));
    }
}
