using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Publishing.Documents;

/// <content>Values that stand on one line: scalars, plain or between quotes, and what stands between brackets.</content>
internal ref partial struct PlainYaml
{
    /// <summary>What a plain scalar does not begin with. A minus would be a list's.</summary>
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");

    private static readonly SearchValues<char> FlowEnds = SearchValues.Create(",[]{}");

    private readonly YamlNode? Plain(ref int at)
    {
        var (start, end) = (at, _text.Length);
        if (Indicators.Contains(_text[start])) return null;
        for (var i = start; i < end; i++)
        {
            if (_text[i..end].IndexOfAny(':', '#') is not (>= 0 and var sign)) break;
            i += sign;
            if (_text[i] == ':' && (i + 1 == end || _text[i + 1] == ' ')) return null;
            if (_text[i] == '#' && _text[i - 1] == ' ') end = i;
        }
        return PlainText(start, end, out at);
    }

    private readonly YamlNode PlainText(int start, int end, out int after)
    {
        var text = _text[start..end].TrimEnd(' ');
        after = start + text.Length;
        return YamlNode.Scalar(Word(text), isPlain: true, Place(start, text.Length));
    }

    /// <summary>Between quotes on one line. A backslash between double quotes is left to the parser.</summary>
    private readonly YamlNode? Quoted(ref int at)
    {
        var (start, quote) = (at, _text[at]);
        var end = start + 1;
        while (end < _text.Length && (_text[end] != quote || IsDoubled(end)))
        {
            if (_text[end] == '\\' && quote == '"') return null;
            end += IsDoubled(end) ? 2 : 1;
        }
        if (end >= _text.Length) return null;
        var text = Word(_text[(start + 1)..end]);
        at = end + 1;
        return YamlNode.Scalar(quote == '\'' ? text.Replace("''", "'", StringComparison.Ordinal) : text, isPlain: false, Place(start, at - start));
    }

    private readonly bool IsDoubled(int at) => _text[at] == '\'' && at + 1 < _text.Length && _text[at + 1] == '\'';

    /// <summary>A map or a list between brackets, which ends on its line.</summary>
    private YamlNode? Flow(ref int at, int depth)
    {
        if (depth > DeepestNesting) return null;
        var (start, isMap) = (at, _text[at] == '{');
        var close = isMap ? '}' : ']';
        var (firstItem, firstEntry) = (_items.Count, _entries.Count);
        at = AfterSpaces(at + 1);
        while (at < _text.Length && (_text[at] != close || _items.Count + _entries.Count > firstItem + firstEntry))
        {
            if (!(isMap ? AddEntry(ref at, firstEntry, depth) : AddItem(ref at, depth))) return null;
            at = AfterSpaces(at);
            if (at < _text.Length && _text[at] == close) break;
            if (at == _text.Length || _text[at] != ',') return null;
            at = AfterSpaces(at + 1);
        }
        if (at++ >= _text.Length) return null;
        return isMap ? YamlNode.Map(_entries.TakeFrom(firstEntry), Place(start)) : YamlNode.List(_items.TakeFrom(firstItem), Place(start));
    }

    private bool AddItem(ref int at, int depth)
    {
        if (FlowNode(ref at, depth) is not { } item) return false;
        _items.Add(item);
        return true;
    }

    /// <param name="first">Of the entries of its map.</param>
    private bool AddEntry(ref int at, int first, int depth)
    {
        if (Key(at) is not { } length) return false;
        var (key, keyPlace) = (Word(_text.Slice(at, length)), Place(at, length));
        at = AfterSpaces(at + length + 1);
        if (!IsNew(key, first) || FlowNode(ref at, depth) is not { } value) return false;
        _entries.Add(new(key, keyPlace, value));
        return true;
    }

    private YamlNode? FlowNode(ref int at, int depth)
    {
        if (at >= _text.Length) return null;
        if (_text[at] is '\'' or '"') return Quoted(ref at);
        if (_text[at] is '[' or '{') return Flow(ref at, depth + 1);
        if (Indicators.Contains(_text[at])) return null;
        var length = _text[at..].IndexOfAny(FlowEnds);
        if (length < 0 || _text.Slice(at, length).ContainsAny("#?") || !AreInside(_text.Slice(at, length))) return null;
        return PlainText(at, at + length, out at);
    }

    /// <summary>Whether all colons of a text stand inside its words, as those of a time do.</summary>
    private static bool AreInside(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(':'); at >= 0; at = text.IndexOf(':'))
        {
            text = text[(at + 1)..];
            if (text.IsEmpty || text[0] is ' ' or ':') return false;
        }
        return true;
    }
}
