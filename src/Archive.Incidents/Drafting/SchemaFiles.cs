using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archive.Incidents.Drafting;

/// <summary>The JSON Schemas of everything that a person writes, made from the very definitions that the reader reads by.</summary>
public static class SchemaFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In order of their names.</summary>
    public static ImmutableArray<SchemaFile> All { get; } =
    [
        new("archive.json", "archive.yml", SettingsShape.File.Schema),
        new("failure-classes.json", "failure-classes.yml", CatalogueShapes.FailureClasses.Schema),
        new("handbook-page.json", "the front matter of pages/*.md", CatalogueShapes.HandbookPage.Schema),
        new("postmortem.json", "the front matter of postmortems/**/*.md", PostmortemShape.FrontMatter.Schema),
        new("public-note.json", "the front matter of postmortems/**/*.public.md", PublicNoteShape.FrontMatter.Schema),
        new("services.json", "services.yml", CatalogueShapes.Services.Schema),
    ];

    internal static string Write(JsonObject shape, string title)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in shape.ToList())
        {
            shape.Remove(key);
            schema[key] = value;
        }
        return schema.ToJsonString(Indented) + "\n";
    }
}

/// <summary>A schema that an editor completes and checks by.</summary>
/// <param name="Name">File name: <c>postmortem.json</c>.</param>
/// <param name="Describes">What files it is for, in words.</param>
/// <param name="Shape">Its content.</param>
public sealed record SchemaFile(string Name, string Describes, Func<JsonObject> Shape)
{
    /// <summary>The file's text: indented, ends in a line break, the same bytes always.</summary>
    public string Json() => SchemaFiles.Write(Shape(), $"Archive: {Describes}");
}
