using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>What a value looks like: how it is read, and how a schema describes it. One definition, so that the two cannot drift.</summary>
/// <param name="Read">The value of a node and its place; null, with a finding, where the node is something else.</param>
/// <param name="Schema">The JSON Schema of such a value. A fresh node for each call, since a JSON node has one parent.</param>
public sealed record Shape<T>(Func<YamlNode, DiagnosticBag, Located<T>?> Read, Func<JsonObject> Schema);

/// <summary>The shapes of single values and lists.</summary>
public static class Shapes
{
    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /// <summary>Any scalar, as text without surrounding space.</summary>
    public static Shape<string> Text { get; } = ScalarObject("text", Typed("string"), static (text, _, _) => text.Trim());

    /// <summary>Text, where a number written without quotes is meant as text too: ids and commit hashes.</summary>
    public static Shape<string> Identifier { get; } = ScalarObject("an id", () => new() { ["type"] = new JsonArray("string", "number") }, static (text, _, _) => text.Trim());

    public static Shape<bool> Flag { get; } = Scalar<bool>("true or false", Typed("boolean"), static (text, place, problems) =>
    {
        if (text is "true" or "True" or "yes") return true;
        if (text is "false" or "False" or "no") return false;
        problems.Add(DocumentProblems.UnknownWord(place, text, ["true", "false"]));
        return null;
    });

    /// <summary>A count: whole, not negative, below 10^15.</summary>
    public static Shape<long> Count { get; } = Scalar<long>("a whole number", () => new() { ["type"] = "integer", ["minimum"] = 0 }, static (text, place, problems) =>
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000_000) return number;
        problems.Add(DocumentProblems.NotANumber(place, text, "a whole number without separators, such as 4200"));
        return null;
    });

    /// <summary>A small whole number, perhaps negative.</summary>
    public static Shape<int> Integer { get; } = Scalar<int>("a whole number", Typed("integer"), static (text, place, problems) =>
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(DocumentProblems.NotANumber(place, text, "a whole number, such as 3"));
        return null;
    });

    /// <summary>An amount that is not negative, with decimals.</summary>
    public static Shape<decimal> Amount { get; } = Scalar<decimal>("a number", () => new() { ["type"] = "number", ["minimum"] = 0 }, static (text, place, problems) =>
    {
        if (TryAmount(text, out var number)) return number;
        problems.Add(DocumentProblems.NotANumber(place, text, "a number, such as 4.5"));
        return null;
    });

    /// <summary>A share such as <c>34%</c>, in percent.</summary>
    public static Shape<decimal> Percent { get; } = Scalar<decimal>("a share", () => new() { ["type"] = new JsonArray("string", "number"), ["pattern"] = "^[0-9]+(\\.[0-9]+)? ?%$" }, static (text, place, problems) =>
    {
        if (TryAmount(text.TrimEnd('%').TrimEnd(), out var share)) return share;
        problems.Add(DocumentProblems.NotANumber(place, text, "a share, such as 34%"));
        return null;
    });

    /// <summary>A day: <c>2026-04-25</c>.</summary>
    public static Shape<DateOnly> Date { get; } = Scalar<DateOnly>("a day", () => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = DatePattern }, static (text, place, problems) =>
    {
        if (Instants.DayOf(text) is { Year: >= 1970 } day) return day;
        problems.Add(DocumentProblems.NotADate(place, text));
        return null;
    });

    /// <summary>A moment with its offset, as RFC 3339 writes it.</summary>
    public static Shape<DateTimeOffset> Instant { get; } = Scalar<DateTimeOffset>("a moment", () => new() { ["type"] = "string", ["format"] = "date-time" }, Instants.Read);

    /// <summary>An absolute http, https or mailto address.</summary>
    public static Shape<Uri> Address { get; } = ScalarObject<Uri>("an address", () => new() { ["type"] = "string", ["format"] = "uri" }, static (text, place, problems) =>
    {
        if (SafeAddress.TryRead(text, out var address)) return address;
        problems.Add(DocumentProblems.UnsafeAddress(place, text));
        return null;
    });

    /// <summary>One of a closed set of words.</summary>
    public static Shape<T> Word<T>(ImmutableArray<string> words, Func<string, T?> read) where T : struct =>
        Scalar<T>("a word", () => new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) }, (text, place, problems) =>
        {
            if (read(text) is { } value) return value;
            problems.Add(DocumentProblems.UnknownWord(place, text, words));
            return null;
        });

    /// <summary>A text with a regular expression that editors check; the reader leaves that to a rule of its own.</summary>
    public static Shape<string> TextLike(string pattern) => Text with { Schema = () => new() { ["type"] = "string", ["pattern"] = pattern } };

    /// <summary>A list, where a single value is read as a list of one. Items that cannot be read are left out, with a finding each.</summary>
    public static Shape<ImmutableArray<Located<T>>> ListOf<T>(Shape<T> item) => new(
        (node, problems) =>
        {
            var nodes = node.Kind == YamlKind.List ? node.Items : node.IsNull ? [] : [node];
            var items = ImmutableArray.CreateBuilder<Located<T>>(nodes.Length);
            foreach (var each in nodes)
            {
                if (!each.IsNull && item.Read(each, problems) is { } value) items.Add(value);
            }
            return new(items.DrainToImmutable(), node.Location);
        },
        () => new() { ["anyOf"] = new JsonArray(item.Schema(), new JsonObject { ["type"] = "array", ["items"] = item.Schema() }) });

    /// <summary>A map whose keys are free, such as rule codes.</summary>
    public static Shape<ImmutableArray<(Located<string> Key, Located<T> Value)>> MapOf<T>(Shape<T> value) => new(
        (node, problems) =>
        {
            if (node.Kind != YamlKind.Map)
            {
                problems.Add(DocumentProblems.WrongType(node.Location, "a map of keys", node));
                return null;
            }
            var entries = ImmutableArray.CreateBuilder<(Located<string>, Located<T>)>(node.Entries.Length);
            foreach (var entry in node.Entries)
            {
                if (value.Read(entry.Value, problems) is { } read) entries.Add((new(entry.Key, entry.KeyLocation), read));
            }
            return new(entries.DrainToImmutable(), node.Location);
        },
        () => new() { ["type"] = "object", ["additionalProperties"] = value.Schema() });

    internal static bool TryAmount(string text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount < 1_000_000_000_000_000m;

    /// <summary>A scalar that is read by a function of its text.</summary>
    public static Shape<T> Scalar<T>(string expected, Func<JsonObject> schema, Func<string, SourceLocation, DiagnosticBag, T?> read) where T : struct => new(
        (node, problems) =>
        {
            if (!IsScalar(node, expected, problems)) return null;
            return read(node.Text.Trim(), node.Location, problems) is { } value ? new Located<T>(value, node.Location) : null;
        }, schema);

    private static Shape<T> ScalarObject<T>(string expected, Func<JsonObject> schema, Func<string, SourceLocation, DiagnosticBag, T?> read) where T : class => new(
        (node, problems) =>
        {
            if (!IsScalar(node, expected, problems)) return null;
            return read(node.Text, node.Location, problems) is { } value ? new Located<T>(value, node.Location) : null;
        }, schema);

    private static bool IsScalar(YamlNode node, string expected, DiagnosticBag problems)
    {
        if (node.Kind == YamlKind.Scalar) return true;
        problems.Add(DocumentProblems.WrongType(node.Location, expected, node));
        return false;
    }

    private static Func<JsonObject> Typed(string type) => () => new() { ["type"] = type };
}
