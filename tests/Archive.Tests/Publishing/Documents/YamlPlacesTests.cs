using System.Text;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>A finding about YAML stands where the person wrote the value.</summary>
public sealed class YamlPlacesTests
{
    [Theory]
    [InlineData("a: one", "a", 1, 4, 3)]
    [InlineData("a:   one  # why", "a", 1, 6, 3)]
    [InlineData("a: 'one two'", "a", 1, 4, 9)]
    [InlineData("a: \"one\\ntwo\"", "a", 1, 4, 10)]
    [InlineData("x: 1\na: one", "a", 2, 4, 3)]
    [InlineData("x: 1\na:\n  one", "a", 3, 3, 3)]
    [InlineData("a: |\n  one\n  two\n", "a", 1, 4, 0)]
    [InlineData("a: >-\n  one\n", "a", 1, 4, 0)]
    [InlineData("{ x: 1, a: one }", "a", 1, 12, 3)]
    [InlineData("\"a\": one", "a", 1, 6, 3)]
    [InlineData("ä🍎: 1\na: one", "a", 2, 4, 3)]
    [InlineData("{ x: 🍎, a: one }", "a", 1, 13, 3)]
    public void A_value_has_its_line_column_and_length(string yaml, string key, int line, int column, int length)
    {
        var place = Read(yaml).Find(key)!.Value.Value.Location; // the key is in the text
        Assert.Equal(new("f.yml", line, column, length), place);
    }

    [Theory]
    [InlineData("a: [one, two]", 1, 10)]
    [InlineData("a:\n  - one\n  - two", 3, 5)]
    [InlineData("a:\n- one\n\n# why\n- two", 5, 3)]
    [InlineData("a: [\n  one,\n  two\n]", 3, 3)]
    public void The_second_item_of_a_list_has_its_place(string yaml, int line, int column)
    {
        var place = Read(yaml).Find("a")!.Value.Value.Items[1].Location; // the key is in the text
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Fact]
    public void A_value_deep_in_maps_and_lists_has_its_place()
    {
        var node = Read("times:\n  - at: { day: 1,\n      hour: 2 }\n").Find("times")!.Value.Value.Items[0].Find("at")!.Value.Value.Find("hour")!.Value; // all are in the text
        Assert.Equal(("f.yml:3:7", "f.yml:3:13"), (node.KeyLocation.ToString(), node.Value.Location.ToString()));
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "3:1")]
    [InlineData("x: { a: 1, a: 2 }", "1:12")]
    [InlineData("x:\n  a: 1\n  \"a\": 2", "3:3")]
    public void A_repeated_key_is_found_where_it_stands_the_second_time(string yaml, string place) =>
        Assert.Equal([$"{place} duplicate-key"], Findings(yaml));

    [Theory]
    [InlineData("a: &x one", "1:4 yaml-anchor")]
    [InlineData("a: one\nb: *x", "2:4 broken-yaml|2:4 yaml-anchor")]
    [InlineData("a: !!str one", "1:4 yaml-tag")]
    [InlineData("a: !important x", "1:4 yaml-tag")]
    [InlineData("a: one\n---\nb: two", "2:1 yaml-second-document")]
    [InlineData("a: one\n...\nb: two", "3:1 yaml-second-document")]
    [InlineData("? [a, b]\n: one", "1:3 wrong-type")]
    [InlineData("a: x\n<<: { b: 1 }\n", "")]
    [InlineData("a: [1, 2", "1:9 broken-yaml")]
    [InlineData("a: b: c", "1:5 broken-yaml|1:6 broken-yaml")]
    [InlineData("a: 1\n\tb: 2", "1:4 broken-yaml")]
    [InlineData("a: @ada", "1:4 broken-yaml")]
    [InlineData("a: \"\\x1b\"", "1:4 control-character")]
    public void What_yaml_may_not_have_is_found_at_its_place(string yaml, string places)
    {
        var found = Findings(yaml).ToList();
        if (places.Length == 0) Assert.Empty(found);
        else Assert.Contains(Assert.Single(found), places.Split('|'));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(100_000, true)]
    public void Sixteen_levels_are_read_and_no_more(int lists, bool isTooDeep)
    {
        var found = Findings($"a: {new string('[', lists)}{new string(']', lists)}").Select(f => f.Split(' ')[1]);
        Assert.Equal(isTooDeep ? ["yaml-too-deep"] : [], found);
    }

    [Fact]
    public void A_bomb_of_aliases_does_not_go_off()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++) yaml.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Assert.Equal(30 + (29 * 9), Findings(yaml.ToString()).Count(f => f.EndsWith("yaml-anchor", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing\n")]
    [InlineData("~")]
    public void A_text_without_a_value_is_nothing_and_no_finding(string yaml)
    {
        var problems = new DiagnosticBag();
        Assert.Null(YamlReader.Read(yaml, "f.yml", 0, problems));
        Assert.Empty(problems.Sorted());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Places_in_front_matter_do_not_depend_on_line_ends_or_a_byte_order_mark(string lineEnd)
    {
        var text = SoundArchive.Whole.Replace("severity: sev2", "severity: sev9").Replace("400 customers waited.", "400 customers waited. TBD.")[SoundArchive.Incident];
        foreach (var mark in (string[])["", "\uFEFF"])
        {
            var findings = SoundArchive.Whole.With(SoundArchive.Incident, mark + text.Replace("\n", lineEnd, StringComparison.Ordinal)).Findings();
            Assert.Equal(["5:11 unknown-severity", "30:23 placeholder"], findings.Places());
        }
    }

    [Fact]
    public void Lines_end_where_editors_end_them()
    {
        var problems = new DiagnosticBag();
        var file = SourceFile.OfBytes("a: x\u2028y\u0085z\fw\r\nb: 1"u8, "f.yml", problems)!; // it is UTF-8
        Assert.Equal("a: x\uFFFDy\uFFFDz\uFFFDw\nb: 1", file.Text);
        Assert.Equal(["1:5 control-character"], problems.Sorted().Places("f.yml"));
        Assert.Equal(2, YamlReader.Read(file.Text, "f.yml", 0, problems)!.Find("b")!.Value.KeyLocation.Line); // both are there
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0xFF }, 2, 2)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3 }, 1, 1)]
    [InlineData(new byte[] { 0xC3, 0xA4, 0xED, 0xA0, 0x80 }, 1, 2)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, 1, 1)]
    public void Bytes_that_are_not_UTF_8_are_found_at_the_first(byte[] bytes, int line, int column)
    {
        var problems = new DiagnosticBag();
        Assert.Null(SourceFile.OfBytes(bytes, "f.md", problems));
        Assert.Equal([$"{line}:{column} invalid-utf8"], problems.Sorted().Places("f.md"));
    }

    [Theory]
    [InlineData("---\nid: x\n---\nbody", "body", 3)]
    [InlineData("---\n---\n", "", 2)]
    [InlineData("--- \nid: x\n---\t\nbody\n---\n", "body\n---\n", 3)]
    [InlineData("---\nid: x\n---", "", 3)]
    [InlineData("---\na: |\n  ---\n----\nb: 1\n---\nbody", "body", 6)]
    public void Front_matter_ends_with_a_line_of_three_hyphens(string text, string body, int lines)
    {
        var parts = FrontMatter.Read(new("f.md", text), new())!; // it has an end
        Assert.Equal((body, lines), (parts.Body, parts.BodyLineOffset));
    }

    [Theory]
    [InlineData("", "1:1 missing-front-matter")]
    [InlineData("# Title\n---\n---\n", "1:1 missing-front-matter")]
    [InlineData("\n---\nid: x\n---\n", "1:1 missing-front-matter")]
    [InlineData(" ---\nid: x\n---\n", "1:1 missing-front-matter")]
    [InlineData("---", "1:1 unclosed-front-matter")]
    [InlineData("---\nid: x\n --- \n", "1:1 unclosed-front-matter")]
    [InlineData("---\nid: x\n----\n", "1:1 unclosed-front-matter")]
    public void Front_matter_without_a_beginning_or_an_end_is_found(string text, string place)
    {
        var problems = new DiagnosticBag();
        Assert.Null(FrontMatter.Read(new("f.md", text), problems));
        Assert.Equal([place], problems.Sorted().Places("f.md"));
    }

    private static YamlNode Read(string yaml) => YamlReader.Read(yaml, "f.yml", 0, new())!; // the text has a value

    private static IEnumerable<string> Findings(string yaml)
    {
        var problems = new DiagnosticBag();
        YamlReader.Read(yaml, "f.yml", 0, problems);
        return problems.Sorted().Places("f.yml");
    }
}
