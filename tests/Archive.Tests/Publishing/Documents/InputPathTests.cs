using Archive.Publishing.Documents;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

public sealed class InputPathTests
{
    [Theory]
    [InlineData("b.md", "postmortems/2026/b.md")]
    [InlineData("./b.md", "postmortems/2026/b.md")]
    [InlineData("../2025/b.md#impact", "postmortems/2025/b.md#impact")]
    [InlineData("..\\2025\\b.md", "postmortems/2025/b.md")]
    [InlineData("../../assets//graph%201.png", "assets/graph 1.png")]
    [InlineData("/assets/graph.png?wide#top", "assets/graph.png#top")]
    [InlineData("..%2F2025/b.md", "postmortems/2025/b.md")]
    [InlineData("../..", "")]
    [InlineData("b/../c.md", "postmortems/2026/c.md")]
    public void A_link_means_a_path_below_the_input_folder(string link, string path) => Assert.Equal(path, InputPath.Resolve("postmortems/2026/a.md", link));

    [Theory]
    [InlineData("../../../b.md")]
    [InlineData("/..")]
    [InlineData("/a/../../b.md")]
    public void A_link_out_of_the_folder_means_no_path(string link) => Assert.Null(InputPath.Resolve("postmortems/2026/a.md", link));

    [Fact]
    public void A_long_link_is_read_to_its_end() => Assert.Equal($"a/{new string('b', 500)}", InputPath.Resolve("a/f.md", new string('b', 500)));
}
