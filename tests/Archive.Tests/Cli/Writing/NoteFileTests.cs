using Archive.Cli.Writing;
using Xunit;

namespace Archive.Tests.Cli.Writing;

public class NoteFileTests
{
    private const string Text = "---\n# a remark\nincident: INC-042 # whose\nstatus: draft               # approved publishes it\ntitle: \"A # in: a title\"\n---\n\n## Summary\n\nstatus: not a key\n";

    private static NoteFile Note(string text = Text) => NoteFile.Of("a.public.md", text);

    [Theory]
    [InlineData("incident", "INC-042")]
    [InlineData("status", "draft")]
    [InlineData("title", "A # in: a title")]
    [InlineData("public_id", null)]
    public void A_value_is_read_without_quotes_and_remarks(string key, string? value) => Assert.Equal(value, Note().ValueOf(key));

    [Fact]
    public void A_value_that_is_changed_leaves_every_other_byte() =>
        Assert.Equal(Text.Replace("status: draft  ", "status: approved  ", StringComparison.Ordinal), Note().With("status", "approved")!.Text);

    [Fact]
    public void A_key_that_is_not_there_stands_below_the_one_it_belongs_to() =>
        Assert.Equal(Text.Replace("# whose\n", "# whose\npublic_id: k3v9x0q2m7ab\n", StringComparison.Ordinal), Note().With("public_id", "k3v9x0q2m7ab", after: ["incident"])!.Text);

    [Fact]
    public void A_key_that_belongs_to_none_stands_at_the_end() =>
        Assert.Equal(Text.Replace("title\"\n---", "title\"\nslug: a\n---", StringComparison.Ordinal), Note().With("slug", "a")!.Text);

    [Fact]
    public void Line_ends_of_Windows_and_a_byte_order_mark_stay()
    {
        var text = "\uFEFF" + Text.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(text.Replace("# whose\r\n", "# whose\r\npublic_id: k3v9x0q2m7ab\r\n", StringComparison.Ordinal), Note(text).With("public_id", "k3v9x0q2m7ab", after: ["incident"])!.Text);
        Assert.Equal(text.Replace("status: draft", "status: approved", StringComparison.Ordinal), Note(text).With("status", "approved")!.Text);
    }

    [Fact]
    public void A_key_with_nothing_behind_it_gets_its_value() =>
        Assert.Equal("---\npublic_id: a\n---\n", Note("---\npublic_id:\n---\n").With("public_id", "a")!.Text);

    [Theory]
    [InlineData("")]
    [InlineData("no front matter\n")]
    [InlineData("---\nstatus: draft\n")]
    public void What_has_no_front_matter_is_left_alone(string text) => Assert.Null(Note(text).With("status", "approved"));
}
