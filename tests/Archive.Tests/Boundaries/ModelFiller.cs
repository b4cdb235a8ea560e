using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Tests.Boundaries;

/// <summary>
/// Fills values of the internal model by reflection, so that a property that is added tomorrow is filled too: every text
/// with a nonsense word of its own, every number and every day with one of its own.
/// </summary>
/// <remarks>Has state because every value differs from all before it.</remarks>
internal sealed class ModelFiller(int seed, bool varies = false)
{
    private static readonly string[] Syllables = ["qua", "vox", "jem", "zir", "kov", "xut", "pyx", "wug", "fyz", "hob", "jav", "zed", "qix", "vym", "gwo", "ruj"];

    private readonly Random _random = new(seed);
    private int _made;

    /// <summary>Every word, number and day that was made, and the property it was made for.</summary>
    public Dictionary<string, string> Made { get; } = new(StringComparer.Ordinal);

    public T Fill<T>(string where) where T : notnull => (T)Fill(typeof(T), where);

    public object Fill(Type type, string where)
    {
        if (type == typeof(string)) return Word(where);
        if (type == typeof(Uri)) return new Uri($"https://{Word(where)}.example/{Word(where)}/");
        if (type == typeof(bool)) return !varies || _random.Next(2) == 0;
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal)) return Number(type, where);
        if (type == typeof(DateOnly)) return Day(where);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(Day(where), new(11, 59, 58), TimeSpan.Zero);
        if (type == typeof(byte)) return (byte)7;
        if (type.IsEnum) return type.GetEnumValues().GetValue(_random.Next(type.GetEnumValues().Length))!;
        if (type == typeof(HtmlText)) return Html(where);
        if (type == typeof(SourceLocation)) return new SourceLocation(Word(where), 7, 3, 5);
        if (type == typeof(DocumentLink)) return new DocumentLink(HoleKind.InputLink, Word(where), Word(where), new(Word(where)));
        if (type == typeof(Func<byte[]>)) return Bytes(where);
        if (type == typeof(IReadOnlyDictionary<string, FindingLevel?>)) return new Dictionary<string, FindingLevel?>(StringComparer.Ordinal) { [Word(where)] = FindingLevel.Advice };
        if (Nullable.GetUnderlyingType(type) is { } inner) return Fill(inner, where);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return ListOf(type.GetGenericArguments()[0], where);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)) return TableOf(type.GetGenericArguments()[1], where);
        return RecordOf(type);
    }

    /// <summary>A distinct word of at least twelve letters that no text for the public contains.</summary>
    public string Word(string where)
    {
        var word = new StringBuilder();
        for (var rest = (_made++ * 7919) + 4096; rest > 0; rest /= Syllables.Length) word.Append(Syllables[rest % Syllables.Length]);
        for (var more = varies ? _random.Next(6) : 0; more > 0; more--) word.Append(Syllables[_random.Next(Syllables.Length)]);
        Made.Add(word.ToString(), where);
        return word.ToString();
    }

    private object Number(Type type, string where)
    {
        var number = 730_000_000 + (_made++ * 7919) + (varies ? _random.Next(100_000_000) : 0);
        Made.TryAdd(number.ToString(CultureInfo.InvariantCulture), where);
        return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
    }

    /// <summary>A day between 1951 and 1999, when nothing public happened.</summary>
    private DateOnly Day(string where)
    {
        var day = new DateOnly(1951, 1, 1).AddDays((_made++ * 7) % 17_000);
        Made.TryAdd(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), where);
        Made.TryAdd(day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), where);
        return day;
    }

    private HtmlText Html(string where)
    {
        var html = new StringBuilder($"<p title=\"{Word(where)}\">{Word(where)} ");
        var holes = ImmutableArray.CreateBuilder<HtmlHole>();
        foreach (var kind in Enum.GetValues<HoleKind>())
        {
            var label = Word($"{where}, label of a link");
            holes.Add(new(html.Length, html.Length + label.Length, kind, Word($"{where}, target of a link")));
            html.Append(label).Append(' ');
        }
        return new(Encoding.UTF8.GetBytes(html.Append("</p>").ToString()), holes.ToImmutable());
    }

    private Func<byte[]> Bytes(string where)
    {
        var bytes = Encoding.UTF8.GetBytes(Word(where));
        return () => bytes;
    }

    private object ListOf(Type member, string where)
    {
        var members = Array.CreateInstance(member, varies ? _random.Next(4) : 2);
        for (var i = 0; i < members.Length; i++) members.SetValue(Fill(member, where), i);
        return Generic(nameof(ImmutableOf), member).Invoke(null, [members])!;
    }

    private object TableOf(Type value, string where) => Generic(nameof(SortedOf), value).Invoke(null, [Word(where), Fill(value, where)])!;

    private static MethodInfo Generic(string name, Type argument) =>
        typeof(ModelFiller).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(argument);

    private static ImmutableArray<T> ImmutableOf<T>(T[] members) => [.. members];

    private static ImmutableSortedDictionary<string, T> SortedOf<T>(string key, T value) => ImmutableSortedDictionary<string, T>.Empty.Add(key, value);

    private object RecordOf(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).LastOrDefault()
            ?? throw new InvalidOperationException($"Teach {nameof(ModelFiller)} how to fill {type}.");
        var parameters = constructor.GetParameters();
        var value = constructor.Invoke([.. parameters.Select(p => Fill(p.ParameterType, $"{type.Name}.{p.Name}"))]);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite && parameters.Length == 0))
            property.SetValue(value, Fill(property.PropertyType, $"{type.Name}.{property.Name}"));
        return value;
    }
}
