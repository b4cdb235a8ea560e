using Archive.Cli.Reports;
using Xunit;

namespace Archive.Tests.Cli.Reports;

public sealed class SourceLinesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-lines-");

    public void Dispose() => _folder.Delete(recursive: true);

    private SourceLines Lines(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a.md"), text);
        return new(_folder.FullName);
    }

    [Fact]
    public void A_line_is_found_by_its_number_whatever_ends_it()
    {
        var lines = Lines("one\ntwo\r\nthree\rfour");
        Assert.Equal(["one", "two", "three", "four", null], Enumerable.Range(1, 5).Select(n => lines.Find("a.md", n)));
    }

    [Fact]
    public void A_password_in_a_line_is_masked() => Assert.Equal("it was password=••••••••••", Lines("first\nit was password=" + "k7Qz19xv4m\n").Find("a.md", 2));

    [Fact]
    public void A_private_key_is_masked_in_each_of_its_lines()
    {
        var lines = Lines("-----BEGIN " + "OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n-----END OPENSSH PRIVATE KEY-----\npassword=" + "k7Qz19xv4m\n");
        Assert.Equal("••••••••••••", lines.Find("a.md", 2));
        Assert.Equal("password=••••••••••", lines.Find("a.md", 4));
    }

    [Fact]
    public void A_file_that_is_not_there_has_no_lines() => Assert.Null(new SourceLines(_folder.FullName).Find("b.md", 1));
}
