using Archive.Cli.Reports;
using Xunit;

namespace Archive.Tests.Cli.Reports;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own_with_three_lines_around()
    {
        var before = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i}\n"));
        var after = before.Replace("5\n6\n", "5\nnew\n6\n", StringComparison.Ordinal).Replace("28\n", "", StringComparison.Ordinal);
        Assert.Equal("--- a/x.md\n+++ b/x.md\n@@ -3,6 +3,7 @@\n 3\n 4\n 5\n+new\n 6\n 7\n 8\n@@ -25,6 +26,5 @@\n 25\n 26\n 27\n-28\n 29\n 30\n", UnifiedDiff.Of("x.md", before, after));
    }

    [Fact]
    public void A_secret_beside_a_change_is_masked() =>
        Assert.DoesNotContain("k7Qz", UnifiedDiff.Of("x.md", "a\nurl: postgres://shop:k7Qz19xv4m@db/shop\n", "b\nurl: postgres://shop:k7Qz19xv4m@db/shop\n"), StringComparison.Ordinal);
}
