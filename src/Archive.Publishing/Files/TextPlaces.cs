using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Files;

/// <summary>Lines and columns of a text by index.</summary>
/// <param name="text">The whole file, or a part of it.</param>
/// <param name="path">The file.</param>
/// <param name="lineOffset">Lines of the file before the text.</param>
/// <remarks>Has state: the lines are counted when somebody first asks, since most texts have nothing to be placed.</remarks>
public sealed class TextPlaces(string text, string path, int lineOffset = 0)
{
    private readonly List<int> _starts = [];

    public string Text { get; } = text;

    /// <summary>The place of an index; a length that goes beyond the line ends with it.</summary>
    public SourceLocation Of(int index, int length = 0)
    {
        CountLines();
        var line = _starts.BinarySearch(index);
        if (line < 0) line = ~line - 1; // the line that begins before it
        var end = line + 1 < _starts.Count ? _starts[line + 1] - 1 : Text.Length;
        return new(path, lineOffset + line + 1, index - _starts[line] + 1, Math.Clamp(length, 0, Math.Max(0, end - index)));
    }

    /// <summary>The place of an index that is expected in a line, counted from 0: there it is found at once.</summary>
    public SourceLocation Near(int line, int index)
    {
        CountLines();
        var isThere = _starts[line] <= index && (line + 1 == _starts.Count || index < _starts[line + 1]);
        return isThere ? new(path, lineOffset + line + 1, index - _starts[line] + 1) : Of(index);
    }

    private void CountLines()
    {
        if (_starts.Count > 0) return;
        _starts.Capacity = Text.AsSpan().Count('\n') + 1;
        for (var start = 0; start > 0 || _starts.Count == 0; start = Text.IndexOf('\n', start) + 1) _starts.Add(start);
    }
}
