using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Archive.Search.Querying;

/// <summary>Reads one line as Lucene's classic syntax, or finds that it is none. Has state because it walks through the text.</summary>
internal sealed class QueryParser(string text, IReadOnlyList<QueryField> fields)
{
    private const int MaxDepth = 20;
    private const int MaxName = 40;

    private static readonly SearchValues<char> Escapable = SearchValues.Create("-+!(){}[]^\"~*?:\\/&|<>=;`");

    /// <summary>What no word of a plain query holds: the sign of pasted text.</summary>
    private static readonly SearchValues<char> Strange = SearchValues.Create("{}[]<>=|&;^*~`\\");

    private int _at;
    private bool _hasFailed;

    /// <summary>Null: the line is text.</summary>
    public ImmutableArray<QueryClause>? Parse()
    {
        var clauses = Group(null, 0);
        var isNegative = clauses.All(clause => clause is { Occurrence: Occurrence.MustNot, Node: WordQuery or PhraseQuery });
        return _hasFailed || isNegative || IsBracketedText(clauses) ? null : clauses;
    }

    /// <summary>Brackets around words and nothing else that is syntax: <c>Segmentation fault (core dumped)</c>.</summary>
    private static bool IsBracketedText(ImmutableArray<QueryClause> clauses) => clauses.Any(clause => clause.Node is GroupQuery) && SearchQuery.IsText(clauses);

    /// <summary>How many characters before a colon could name a field at the start of a text; -1: none.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0])) return -1;
        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_')) length++;
        return length < text.Length && text[length] == ':' ? length : -1;
    }

    private QueryNode? Fail()
    {
        _hasFailed = true;
        _at = text.Length;
        return null;
    }

    private void Skip()
    {
        while (_at < text.Length && SearchQuery.IsSpace(text[_at])) _at++;
    }

    private bool IsEnd(int at) => at >= text.Length || SearchQuery.IsSpace(text[at]) || text[at] == ')';

    private ImmutableArray<QueryClause> Group(string? field, int depth)
    {
        var clauses = new List<QueryClause>();
        for (Skip(); _at < text.Length && text[_at] != ')'; Skip())
        {
            var isAnd = Takes("AND") || Takes("&&");
            var isOr = !isAnd && (Takes("OR") || Takes("||"));
            if ((isAnd || isOr) && clauses.Count == 0) Fail();
            var isNot = Takes("NOT");
            var sign = isNot ? ' ' : Sign();
            if (_at >= text.Length) Fail();
            var node = _hasFailed ? null : Primary(field, depth);
            if (_hasFailed || node is null) return [];
            if (isAnd && clauses[^1].Occurrence == Occurrence.Should) clauses[^1] = clauses[^1] with { Occurrence = Occurrence.Must };
            Skip();
            var isRequired = isAnd || sign == '+' || (QueryPrinter.IsFilter(node) && !isOr && !Has("OR") && !Has("||"));
            clauses.Add(new(isNot || sign == '-' ? Occurrence.MustNot : isRequired ? Occurrence.Must : Occurrence.Should, node));
        }

        if (depth > 0 ? _at >= text.Length : _at < text.Length) Fail();
        _at++;
        return [.. clauses];
    }

    private bool Has(string name) =>
        string.CompareOrdinal(text, _at, name, 0, name.Length) == 0 && (IsEnd(_at + name.Length) || text[_at + name.Length] == '(');

    private bool Takes(string name)
    {
        if (!Has(name)) return false;
        _at += name.Length;
        Skip();
        return true;
    }

    /// <summary>A minus before a digit is a number.</summary>
    private char Sign()
    {
        if (_at >= text.Length || text[_at] is not ('+' or '-') || IsEnd(_at + 1)) return ' ';
        var next = text[_at + 1];
        return next is '+' or '-' || (text[_at] == '-' && char.IsAsciiDigit(next)) ? ' ' : text[_at++];
    }

    private QueryNode? Primary(string? field, int depth)
    {
        if (text[_at] == '(')
        {
            _at++;
            var clauses = depth < MaxDepth ? Group(field, depth + 1) : [];
            return clauses.Length > 0 && IsEnd(_at) ? new GroupQuery(clauses) : Fail();
        }

        if (text[_at] == '"') return Phrase(field);
        if (field is null && Named() is var (named, length))
        {
            var start = _at;
            _at += length;
            var found = InField(named, depth);
            if (found is not null || _hasFailed) return found;
            _at = start;
        }

        var raw = Take();
        return raw.Length > 0 ? Plain(raw, field) : Fail();
    }

    private (QueryField Field, int Length)? Named()
    {
        var length = NameLength(text.AsSpan(_at, Math.Min(MaxName, text.Length - _at)));
        if (length < 0 || IsEnd(_at + length + 1)) return null;
        var name = text.Substring(_at, length).ToLowerInvariant();
        return fields.FirstOrDefault(field => field.Names.Contains(name)) is { } found ? (found, length + 1) : null;
    }

    /// <summary>What stands behind a field's name; null without failure: it is text, name and all.</summary>
    private QueryNode? InField(QueryField field, int depth)
    {
        if (text[_at] is '[' or '{') return Bracketed(field);
        if (field.Kind == QueryFieldKind.Text) return Primary(field.Names[0], depth);
        if (text[_at] == '"') return Phrase(null) is PhraseQuery { Slop: 0 } quoted && Value(field, quoted.Text) is { } value ? value : Fail();
        var raw = Take();
        return raw.Length > 0 ? Value(field, Unescaped(raw)) : null;
    }

    private static QueryNode? Value(QueryField field, string value)
    {
        if (field.Kind != QueryFieldKind.Facet && QueryRanges.Of(field, value) is { } range) return range;
        return field.Kind is QueryFieldKind.Facet or QueryFieldKind.OrderedFacet ? Facet(field, value) : null;
    }

    /// <summary>Null where no document has the value.</summary>
    private static FacetQuery? Facet(QueryField field, string value)
    {
        if (value.Length > 1 && value[^1] == '*') return new(field.Names[0], QueryRanges.Folded(value[..^1]), IsPrefix: true);
        var known = field.Values.IsEmpty ? value : field.Values.FirstOrDefault(each => QueryRanges.IsSame(each, value));
        return known is null ? null : new(field.Names[0], known);
    }

    private QueryNode? Bracketed(QueryField field)
    {
        var end = text.AsSpan(_at).IndexOfAny(']', '}');
        if (end < 0 || field.Kind is QueryFieldKind.Text or QueryFieldKind.Facet) return Fail();
        var words = new string([.. text.AsSpan(_at + 1, end - 1).ToArray().Select(unit => SearchQuery.IsSpace(unit) ? ' ' : unit)]);
        var inside = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var raw = $"{text[_at]}{inside}{text[_at + end]}";
        _at += end + 1;
        return IsEnd(_at) && QueryRanges.Of(field, raw) is { } range ? range : Fail();
    }

    private QueryNode? Phrase(string? field)
    {
        var content = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\') _at++;
            content.Append(text[_at]);
        }

        var phrase = content.ToString();
        if (_at++ >= text.Length || phrase.All(SearchQuery.IsSpace)) return Fail();
        var slop = Slop();
        return IsEnd(_at) ? new PhraseQuery(field, phrase, slop) : Fail();
    }

    /// <summary>Of up to three digits.</summary>
    private int Slop()
    {
        if (_at >= text.Length || text[_at] != '~') return 0;
        var end = _at + 1;
        while (end < text.Length && end < _at + 4 && char.IsAsciiDigit(text[end])) end++;
        if (end == _at + 1) return 0;
        var slop = int.Parse(text.AsSpan(_at + 1, end - _at - 1), NumberStyles.None, CultureInfo.InvariantCulture);
        _at = end;
        return slop;
    }

    /// <summary>Up to the next space or bracket; empty where a bracket or a quote ends it in its midst.</summary>
    private string Take()
    {
        var start = _at;
        while (_at < text.Length && !SearchQuery.IsSpace(text[_at]) && text[_at] is not ('(' or ')' or '"'))
        {
            _at += text[_at] == '\\' && _at + 1 < text.Length && !SearchQuery.IsSpace(text[_at + 1]) ? 2 : 1;
        }

        return IsEnd(_at) ? text[start.._at] : "";
    }

    private QueryNode? Plain(string raw, string? field)
    {
        var (suffix, match) = Suffix(raw);
        var body = raw[..^suffix];
        if (body is "\\AND" or "\\OR" or "\\NOT") return new WordQuery(field, body[1..], match);
        var bare = Masked(body);
        if (bare.AsSpan().ContainsAny(Strange) || bare.StartsWith("--", StringComparison.Ordinal) || bare.EndsWith(':')) return Fail();
        return new WordQuery(field, Unescaped(body), match);
    }

    private static (int Length, WordMatch Match) Suffix(string raw)
    {
        var mask = Masked(raw);
        var (length, match) = mask switch
        {
            [.., '*'] => (1, WordMatch.Prefix),
            [.., '~'] => (1, WordMatch.Fuzzy),
            [.., '~', '1'] => (2, WordMatch.FuzzyOne),
            [.., '~', '2'] => (2, WordMatch.FuzzyTwo),
            _ => (0, WordMatch.Whole),
        };
        return length > 0 && (mask.Length == length || mask[^(length + 1)] is '*' or '~') ? (0, WordMatch.Whole) : (length, match);
    }

    private static bool IsEscape(string raw, int at) => raw[at] == '\\' && at + 1 < raw.Length && Escapable.Contains(raw[at + 1]);

    /// <summary>With underscores for what is escaped.</summary>
    private static string Masked(string raw)
    {
        var mask = raw.ToCharArray();
        for (var i = 0; i < raw.Length; i++)
        {
            if (!IsEscape(raw, i)) continue;
            mask[i++] = '_';
            mask[i] = '_';
        }

        return new(mask);
    }

    /// <summary>Without the backslashes that escape.</summary>
    private static string Unescaped(string raw)
    {
        var bare = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++) bare.Append(IsEscape(raw, i) ? raw[++i] : raw[i]);
        return bare.ToString();
    }
}
