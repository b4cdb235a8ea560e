using System.Globalization;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Tests.Boundaries;
using Archive.Tests.Builds;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>What is read without the parser is what the parser would have read, to the column, and never anything with a finding.</summary>
/// <remarks><c>ARCHIVE_MUTATIONS</c> gives a number of rounds with seeds of its own to dig deeper.</remarks>
public sealed class PlainYamlTests
{
    private static readonly RecentWords Words = new();

    /// <summary>Everything that is read without the parser, and next to each the like that is not.</summary>
    private const string Varied =
        """
        # yaml-language-server: $schema=../../schema/postmortem.json
        id: INC-031   # why
        title: "Lanes: graded by 'the' wrong camera # not a comment"
        times:
          started: 2026-02-14T05:40:00Z

          detected: ~
        services: [device-registry, 'it''s', "a, b", {id: 1, note: x / y}, {at: 2026-02-14T05:40:00Z}, []]
        summary: >-
          A bulk restore of all lane maps brought back
          the wrong map: of house 17 # and eight others.
        error_signatures:
        - 'restore: 806 mappings restored, ''0'' errors'
        # between
        - |
          panic: runtime error
          - index out of range
        causes:
          - id: C1
            text: it's a text, with [brackets] and {braces} - and a dash
            addressed_by: [AI-1]
            accepted:
          - kind: root
            evidence: { path: src/a.cs, commit: 2f4a13a5, test: "x" }
            more:
            - one
            - a: 1
              b:
          - plain
        empty: {}
        amount: 18400 EUR
        folded: >
          one
          two
        null: null

        """;

    private static readonly string[] Lines =
    [
        "a:", "b: 1", "c: two words", "- a: 1", "- one", "-", "- ", "- - x", "# why", "", "  ", "d: [1, 'two', \"three\"]", "e: { x: 1, y: [2] }", "f: |", "f: >-", "g: 'it''s'", "h: \"a\\tb\"", "text", "a: x: y", "k: # why", "i: a #b",
        "? x", ": y", "j: [1,", "2]", "j: [a: 1]", "l: [http://x/?y, a#b]", "m: {x:1}", "n: 'open", "close'", "o: x:", "p: >2", "q: | # why", "- {a: 1}", "- 'x' # why", "r: [ ]", "s: {a}", "t: {a: , b: 1}", "u: 'x'y", "v: -1", "w: - x",
        "---", "...", "x: &y z", "y: *y", "z: !t 1", "<<: 1", "\"q\": 1", "A-1: yes", "- b: [1]", "- k:", "ä: 1", "k: ä🍎, b", "{at: 2026-02-14T05:40:00Z, b: c:d}", "a: [b:c, :d, e:, f::g]", "- {a: b:, c: d}", "a: {b: :c}", "a: {b: c:\"d\"}", "a: [b:[c]]",
    ];

    [Fact]
    public void All_that_is_plain_is_read_without_the_parser()
    {
        Assert.NotNull(PlainYaml.Read(Varied, "f.yml", 1, Words));
        AssertSame(Varied);
    }

    [Fact]
    public void A_list_is_read_without_the_parser()
    {
        const string catalogue = "# why\n- id: sign-in\n  aliases: [login]\n- id: search\n";
        Assert.NotNull(PlainYaml.Read(catalogue, "services.yml", 0, Words));
        AssertSame(catalogue);
    }

    [Fact]
    public void A_list_behind_which_a_key_stands_is_left_to_the_parser() => Assert.Null(PlainYaml.Read("- id: sign-in\nid: search\n", "services.yml", 0, Words));

    [Fact]
    public void A_map_of_very_many_keys_is_left_to_the_parser() =>
        Assert.Null(PlainYaml.Read(string.Concat(Enumerable.Range(0, 200).Select(i => $"key_{i}: 1\n")), "f.yml", 1, Words));

    [Fact]
    public void The_sample_is_read_as_the_parser_reads_it_and_most_of_it_without()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "input"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".md" or ".yml")
            .Select(f => Path.GetExtension(f) == ".md" ? FrontMatterOf(File.ReadAllText(f)) : File.ReadAllText(f))
            .ToList();
        Assert.All(texts, AssertSame);
        Assert.InRange(texts.Count(t => PlainYaml.Read(t, "f.yml", 1, Words) is not null), texts.Count * 9 / 10, texts.Count);
    }

    [Fact]
    public void Damaged_front_matter_is_read_as_the_parser_reads_it() =>
        Check(Mutation.Several, 3000, mutations => AssertSame(Mutation.All(Varied, mutations)));

    [Fact]
    public void Lines_in_any_order_are_read_as_the_parser_reads_them() =>
        Check(
            from count in Gen.Choose(1, 6)
            from lines in (from line in Gen.Elements(Lines) from indent in Gen.Choose(0, 5) select new string(' ', indent * indent / 4) + line).ArrayOf(count)
            select string.Join('\n', lines) + "\n",
            10000,
            AssertSame);

    private static void AssertSame(string yaml)
    {
        if (PlainYaml.Read(yaml, "f.yml", 1, Words) is not { } plain) return;
        var problems = new DiagnosticBag();
        var parsed = YamlReader.Parse(yaml, "f.yml", 1, problems);
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems.Sorted())}\nin\n{yaml}");
        Assert.True(parsed is not null, yaml);
        Assert.True(Told(parsed) == Told(plain), $"{Told(parsed)}\nand\n{Told(plain)}\nin\n{yaml}");
    }

    /// <summary>All that a node is.</summary>
    private static string Told(YamlNode node) => $"{node.Location} {node.Location.Length} " + node.Kind switch
    {
        YamlKind.Scalar => $"{(node.IsNull ? "null " : "")}'{node.Text}'",
        YamlKind.List => $"[{string.Concat(node.Items.Select(i => $"\n{Told(i)}"))}]",
        _ => $"{{{string.Concat(node.Entries.Select(e => $"\n{e.Key} {e.KeyLocation} {e.KeyLocation.Length}: {Told(e.Value)}"))}}}",
    };

    private static string FrontMatterOf(string file) => file["---\n".Length..(file.IndexOf("\n---\n", StringComparison.Ordinal) + 1)];

    private static void Check<T>(Gen<T> values, int rounds, Action<T> holds)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(rounds).WithReplay(2026, 11);
        if (Environment.GetEnvironmentVariable("ARCHIVE_MUTATIONS") is { } more) config = Config.QuickThrowOnFailure.WithMaxTest(int.Parse(more, CultureInfo.InvariantCulture));
        Prop.ForAll(values.ToArbitrary(), holds).Check(config);
    }
}
