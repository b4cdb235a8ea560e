using System.Text.Json.Nodes;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;
using Archive.Tests.Boundaries;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Drafting;

/// <summary>Schema and reader are one definition.</summary>
public sealed class SchemaFilesTests
{
    public static TheoryData<string> Names => [.. SchemaFiles.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schema_is_JSON_of_the_same_bytes_always(string name)
    {
        var schema = Schema(name);
        Assert.Equal(schema.Json(), schema.Json());
        Assert.EndsWith("}\n", schema.Json(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', schema.Json());
        Assert.Equal("http://json-schema.org/draft-07/schema#", (string?)JsonNode.Parse(schema.Json())!["$schema"]); // it is JSON
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_map_of_a_schema_is_closed_and_every_key_is_described(string name) =>
        Assert.All(Maps(JsonNode.Parse(Schema(name).Json())!), map => // it is JSON
        {
            Assert.False((bool)map["additionalProperties"]!);
            var properties = map["properties"]!.AsObject();
            Assert.NotEmpty(properties);
            Assert.All(properties, p => Assert.Matches(@"^[a-z0-9_]+$", p.Key));
            Assert.All(properties, p => Assert.EndsWith(".", (string?)p.Value!["description"], StringComparison.Ordinal));
            Assert.All(map["required"]!.AsArray(), r => Assert.Contains((string)r!, properties.Select(p => p.Key)));
        });

    [Fact]
    public void The_schemas_list_the_keys_that_the_reader_reads()
    {
        AssertKeys("postmortem.json", PostmortemShape.FrontMatter.Keys);
        AssertKeys("public-note.json", PublicNoteShape.FrontMatter.Keys);
        AssertKeys("handbook-page.json", CatalogueShapes.HandbookPage.Keys);
        AssertKeys("archive.json", SettingsShape.File.Keys);
    }

    [Theory]
    [InlineData("services.json")]
    [InlineData("failure-classes.json")]
    public void A_key_that_a_catalogues_schema_lists_is_known_to_the_reader_and_no_other(string name)
    {
        var keys = Maps(JsonNode.Parse(Schema(name).Json())!).First()["properties"]!.AsObject().Select(p => p.Key).ToList(); // it has a map
        var yaml = "- " + string.Join("\n  ", keys.Append("other").Select(k => $"{k}:")) + "\n";
        var problems = new DiagnosticBag();
        var node = YamlReader.Read(yaml, "f.yml", 0, problems)!; // it is a list
        if (name == "services.json") CatalogueShapes.Services.Read(node, problems);
        else CatalogueShapes.FailureClasses.Read(node, problems);
        Assert.Equal([$"{keys.Count + 1}:3 unknown-key"], problems.Sorted().Places("f.yml"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_beside_the_sample_is_the_one_that_the_reader_reads_by(string name) =>
        Assert.Equal(Schema(name).Json(), File.ReadAllText(Path.Combine(Repository.Root, "input", "schema", name)));

    [Fact]
    public void Every_file_of_the_sample_names_its_schema() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "input"), "*.*", SearchOption.AllDirectories)
                .Where(f => f.EndsWith(".yml", StringComparison.Ordinal) || Path.GetDirectoryName(f)!.Contains("postmortems", StringComparison.Ordinal)), // a file has a folder
            file =>
            {
                var line = File.ReadLines(file).First(l => l != "---");
                Assert.StartsWith("# yaml-language-server: $schema=", line, StringComparison.Ordinal);
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, line["# yaml-language-server: $schema=".Length..])), file); // as above
            });

    [Fact]
    public void Every_key_of_the_sample_stands_in_its_schema()
    {
        var input = Path.Combine(Repository.Root, "input");
        foreach (var file in Directory.EnumerateFiles(input, "*.md", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('_')))
        {
            var path = Path.GetRelativePath(input, file).Replace('\\', '/');
            var schema = path.StartsWith("pages/", StringComparison.Ordinal) ? "handbook-page.json" : path.EndsWith(".public.md", StringComparison.Ordinal) ? "public-note.json" : "postmortem.json";
            var keys = FrontMatter.Read(SourceFile.Read(file, path, new())!, new())!.Keys!; // the sample is sound
            AssertFits(keys, JsonNode.Parse(Schema(schema).Json())!, path);
        }
    }

    /// <summary>The keys and enumerated words of a node are those of a schema, all the way down.</summary>
    private static void AssertFits(YamlNode node, JsonNode schema, string where)
    {
        if (schema["anyOf"] is { } either)
        {
            AssertFits(node, either[node.Kind == YamlKind.List ? 1 : 0]!, where); // one, or a list
            return;
        }
        foreach (var item in node.Items) AssertFits(item, schema["items"]!, where);
        if (node.Kind == YamlKind.Scalar && schema["enum"] is { } words) Assert.Contains(node.Text, words.AsArray().Select(w => (string?)w));
        foreach (var entry in node.Entries)
        {
            var property = schema["properties"]?[entry.Key] ?? schema["additionalProperties"];
            Assert.True(property is JsonObject, $"{where}: {entry.Key}");
            AssertFits(entry.Value, property, where);
        }
    }

    private static void AssertKeys(string name, IEnumerable<string> keys) =>
        Assert.Equal(keys, JsonNode.Parse(Schema(name).Json())!["properties"]!.AsObject().Select(p => p.Key)); // it is a map

    private static SchemaFile Schema(string name) => SchemaFiles.All.Single(s => s.Name == name);

    private static IEnumerable<JsonObject> Maps(JsonNode node) => node switch
    {
        JsonObject map => (map.ContainsKey("properties") && (string?)map["type"] == "object" ? [map] : Enumerable.Empty<JsonObject>()).Concat(map.SelectMany(p => p.Value is null ? [] : Maps(p.Value))),
        JsonArray list => list.SelectMany(i => i is null ? [] : Maps(i)),
        _ => [],
    };
}
