using System.Buffers;
using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>
/// Reads the part of YAML that front matter and settings are written in: block maps and lists, flow maps and lists on one line, plain and quoted
/// scalars on one line, block scalars without empty or further indented lines, comments.
/// </summary>
/// <remarks>
/// Makes the nodes that <see cref="YamlReader"/> makes of the parser's events, at a tenth of the cost, and gives up with null as soon as it
/// meets anything else, or anything that may be a finding. It has state because it walks through lines.
/// </remarks>
internal ref partial struct PlainYaml
{
    /// <summary>No map is expected to nest as deeply as this in plain front matter.</summary>
    private const int DeepestNesting = 8;

    /// <summary>A map with more keys is the parser's, which looks keys up; here each is compared with those before it.</summary>
    private const int MostKeys = 100;

    private static readonly SearchValues<char> KeyLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Characters that YAML has its own mind about: control characters, tabs, foreign line breaks, byte order marks.</summary>
    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(c => char.IsControl(c) && c != '\n'), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly ReadOnlySpan<char> _yaml;
    private readonly string _path;
    private readonly RecentWords? _words;

    /// <summary>What has been read of the lists and maps that are not at their end.</summary>
    private Pile<YamlNode> _items = new();

    private Pile<YamlEntry> _entries = new();

    /// <summary>The line being read, without the spaces at its end; empty after the last one.</summary>
    private ReadOnlySpan<char> _text;

    /// <summary>Column of the first word of that line, 0-based, or of what follows a list's minus; -1 after the last line.</summary>
    private int _indent;

    private int _line;
    private int _next;

    private PlainYaml(ReadOnlySpan<char> yaml, string path, int lineOffset, RecentWords? words)
    {
        _yaml = yaml;
        _path = path;
        _words = words;
        _line = lineOffset;
    }

    private readonly bool IsItem => _text[_indent] == '-' && (_indent + 1 == _text.Length || _text[_indent + 1] == ' ');

    /// <summary>The map or list that a text is; null where it is anything that is not surely understood.</summary>
    /// <param name="words">Makes strings of keys and values; null where there is no other text to share them with.</param>
    public static YamlNode? Read(ReadOnlySpan<char> yaml, string path, int lineOffset, RecentWords? words)
    {
        if (yaml.ContainsAny(Unusual)) return null;
        var reading = new PlainYaml(yaml, path, lineOffset, words);
        try
        {
            reading.MoveToContent();
            return reading._indent == 0 ? reading.Whole() : null;
        }
        finally
        {
            reading._items.Return();
            reading._entries.Return();
        }
    }

    private readonly SourceLocation Place(int column, int length = 0) => new(_path, _line, column + 1, length);

    /// <summary>The next line as it stands, without its end; null after the last one.</summary>
    private readonly ReadOnlySpan<char> Peek(out int next)
    {
        var rest = _yaml[_next..];
        var end = rest.IndexOf('\n');
        next = end < 0 ? _yaml.Length : _next + end + 1;
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Goes on to the next line that holds more than space and a comment.</summary>
    private void MoveToContent()
    {
        while (_next < _yaml.Length)
        {
            _text = Peek(out _next).TrimEnd(' ');
            _line++;
            _indent = _text.IndexOfAnyExcept(' ');
            if (_indent >= 0 && _text[_indent] != '#') return;
        }
        _text = default;
        _indent = -1;
    }

    private YamlNode? Whole()
    {
        var node = IsItem ? List(depth: 0) : Map(depth: 0);
        return _indent < 0 ? node : null;
    }

    private YamlNode? Map(int depth)
    {
        var (indent, place, first) = (_indent, Place(_indent), _entries.Count);
        while (_indent == indent)
        {
            if (Key(indent) is not { } length) return null;
            var (key, keyPlace) = (Word(_text.Slice(indent, length)), Place(indent, length));
            if (!IsNew(key, first) || Value(indent, indent + length + 1, depth) is not { } value) return null;
            _entries.Add(new(key, keyPlace, value));
        }
        return _indent > indent ? null : YamlNode.Map(_entries.TakeFrom(first), place);
    }

    private YamlNode? List(int depth)
    {
        var (indent, place, first) = (_indent, Place(_indent), _items.Count);
        while (_indent == indent && IsItem)
        {
            if (Item(indent, depth) is not { } item) return null;
            _items.Add(item);
        }
        return _indent > indent ? null : YamlNode.List(_items.TakeFrom(first), place);
    }

    /// <summary>A map may begin on the line of the minus; then its first key's column is its indentation.</summary>
    private YamlNode? Item(int indent, int depth)
    {
        var at = AfterSpaces(indent + 1);
        if (at == _text.Length || _text[at] == '#') return null;
        if (Key(at) is null) return Inline(at, indent, depth);
        _indent = at;
        return depth + 1 < DeepestNesting ? Map(depth + 1) : null;
    }

    /// <param name="indent">Of the map that the value stands in.</param>
    /// <param name="column">After the colon.</param>
    private YamlNode? Value(int indent, int column, int depth)
    {
        var at = AfterSpaces(column);
        if (at < _text.Length && _text[at] != '#') return Inline(at, indent, depth);
        var empty = YamlNode.Scalar("", isPlain: true, Place(column));
        MoveToContent();
        var isList = _indent >= indent && IsItem; // a list may stand as far left as its key
        if (_indent <= indent && !isList) return empty;
        if (depth + 1 >= DeepestNesting) return null;
        return isList ? List(depth + 1) : Map(depth + 1);
    }

    /// <summary>A value that begins on the line being read, and the step to the line after it.</summary>
    private YamlNode? Inline(int at, int indent, int depth)
    {
        if (_text[at] is '|' or '>') return Block(at, indent);
        var node = _text[at] switch
        {
            '\'' or '"' => Quoted(ref at),
            '[' or '{' => Flow(ref at, depth + 1),
            _ => Plain(ref at),
        };
        if (at < _text.Length && (_text[at] != ' ' || _text[AfterSpaces(at)] != '#')) return null;
        MoveToContent();
        return node;
    }

    /// <summary>A text over several lines of one indentation, folded (<c>&gt;</c>) or kept (<c>|</c>).</summary>
    private YamlNode? Block(int at, int indent)
    {
        var place = Place(at);
        var (isFolded, isStripped) = (_text[at] == '>', _text.EndsWith("-", StringComparison.Ordinal));
        if (_text.Length - at != (isStripped ? 2 : 1)) return null;
        var text = new System.Text.StringBuilder();
        var column = -1;
        while (_next < _yaml.Length)
        {
            var line = Peek(out var next);
            var first = line.IndexOfAnyExcept(' ');
            if (column < 0) column = first;
            if (first < 0 || first > column || column <= indent) return null;
            if (first < column) break;
            if (line[^1] == ' ' || _yaml[next - 1] != '\n') return null;
            if (text.Length > 0) text.Append(isFolded ? ' ' : '\n');
            text.Append(line[column..]);
            (_next, _line) = (next, _line + 1);
        }
        if (text.Length == 0) return null;
        if (!isStripped) text.Append('\n');
        MoveToContent();
        return YamlNode.Scalar(text.ToString(), isPlain: false, place);
    }

    /// <summary>The length of the key at a column; null where there is none, or not a plain one.</summary>
    private readonly int? Key(int at)
    {
        var rest = _text[at..];
        var length = rest.IndexOfAnyExcept(KeyLetters);
        return length > 0 && rest[0] != '-' && rest[length] == ':' && (length + 1 == rest.Length || rest[length + 1] == ' ') ? length : null;
    }

    private readonly string Word(ReadOnlySpan<char> text) => _words is null ? text.ToString() : _words.Of(text);

    private readonly int AfterSpaces(int at)
    {
        while (at < _text.Length && _text[at] == ' ') at++;
        return at;
    }

    private readonly bool IsNew(string key, int first)
    {
        for (var i = first; i < _entries.Count; i++)
        {
            if (_entries[i].Key == key) return false;
        }
        return _entries.Count - first < MostKeys;
    }
}
