using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>A map of known keys: reads it into a draft, describes it as a JSON Schema, and finds keys that it does not know.</summary>
/// <typeparam name="TDraft">Filled key by key, and so a class with setters; it never leaves the reading stage.</typeparam>
/// <remarks>Has state while it is built; a shape is a static readonly value after that.</remarks>
public sealed class MapShape<TDraft>(string what, string description)
    where TDraft : class, IDraft, new()
{
    private readonly List<Field> _fields = [];
    private readonly Dictionary<string, Field> _byKey = new(StringComparer.Ordinal);

    /// <summary>The keys in the order in which they are best written.</summary>
    public ImmutableArray<string> Keys => [.. _fields.Select(f => f.Key)];

    /// <summary>Adds a key.</summary>
    /// <param name="key">As written: snake_case.</param>
    /// <param name="shape">What its value looks like.</param>
    /// <param name="set">Puts the value into the draft.</param>
    /// <param name="help">One sentence or two for editors and the manual.</param>
    /// <param name="isRequired">Whether a schema asks for it always. Rules that depend on status live elsewhere.</param>
    public MapShape<TDraft> With<T>(string key, Shape<T> shape, Action<TDraft, Located<T>> set, string help, bool isRequired = false)
    {
        var field = new Field(key, help, isRequired, shape.Schema, (node, draft, problems) =>
        {
            if (shape.Read(node, problems) is { } value) set(draft, value);
        });
        _fields.Add(field);
        _byKey.Add(key, field);
        return this;
    }

    /// <summary>The draft of a map; null, with a finding, where the node is no map.</summary>
    public TDraft? Read(YamlNode node, DiagnosticBag problems)
    {
        if (node.Kind != YamlKind.Map)
        {
            problems.Add(DocumentProblems.WrongType(node.Location, what, node));
            return null;
        }
        var draft = new TDraft { Keys = DraftKeys.Of(node) };
        foreach (var entry in node.Entries)
        {
            if (!_byKey.TryGetValue(entry.Key, out var field))
                problems.Add(DocumentProblems.UnknownKey(entry.KeyLocation with { Length = entry.Key.Length }, entry.Key, what, DidYouMean.Of(entry.Key, _byKey.Keys)));
            else if (!entry.Value.IsNull)
                field.Read(entry.Value, draft, problems);
        }
        return draft;
    }

    /// <summary>The shape of such a map as the value of a key or the item of a list.</summary>
    public Shape<TDraft> AsShape() => new(
        (node, problems) => Read(node, problems) is { } draft ? new Located<TDraft>(draft, node.Location) : null,
        Schema);

    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var field in _fields)
        {
            var schema = field.Schema();
            schema["description"] = field.Help;
            properties[field.Key] = schema;
        }
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = description,
            ["properties"] = properties,
            ["required"] = new JsonArray([.. _fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Key)]),
            ["additionalProperties"] = false,
        };
    }

    private sealed record Field(string Key, string Help, bool IsRequired, Func<JsonObject> Schema, Action<YamlNode, TDraft, DiagnosticBag> Read);
}
