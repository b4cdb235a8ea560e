using Archive.Cli.Writing;
using Xunit;

namespace Archive.Tests.Cli.Writing;

public sealed class PostmortemIdsTests
{
    [Theory]
    [InlineData("INC-001")]
    [InlineData("INC-047", "INC-002", "INC-046", "INC-009")]
    [InlineData("INC-1000", "INC-999")]
    [InlineData("INC-047", "INC-046", "OPS-900", "INC-003")]
    [InlineData("INC-2026-004", "INC-2025-017", "INC-2026-003")]
    [InlineData("INC-2026-001", "INC-2025-017", "INC-2025-018")]
    [InlineData("INC-001", "draft")]
    public void The_next_id_follows_the_highest_of_the_usual_form(string next, params string[] taken) =>
        Assert.Equal(next, PostmortemIds.Next(taken, 2026));

    [Fact]
    public void Ids_are_found_in_files_that_are_broken_otherwise()
    {
        using var folder = new TemporaryFolder();
        folder.Write("postmortems/2026/a.md", "---\nid: 'INC-007'\ntitle: [\n---\n");
        folder.Write("postmortems/2026/a.public.md", "---\nid: INC-008\n---\n");
        folder.Write("postmortems/_template.md", "---\nid: INC-009\n---\n");
        Assert.Equal(["INC-007"], PostmortemIds.In(folder.Path));
    }
}
