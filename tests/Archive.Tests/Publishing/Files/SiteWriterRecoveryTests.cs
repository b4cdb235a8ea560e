using Archive.Publishing.Files;
using Xunit;

namespace Archive.Tests.Publishing.Files;

/// <summary>What a build finds that follows one which died.</summary>
public sealed class SiteWriterRecoveryTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("site-writer-").FullName;

    private string Folder => Path.Combine(_parent, "internal");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void A_site_that_was_being_replaced_is_put_back()
    {
        Write("old");
        Directory.Move(Folder, Beside("old"));
        var output = OutputFolder.Of(Folder);
        output.Recover();
        Assert.Equal(["index.html=old"], SiteWriterTests.Written(Folder));
    }

    [Fact]
    public void An_old_site_does_not_come_back_over_a_new_one()
    {
        Write("old");
        Directory.Move(Folder, Beside("old"));
        Directory.CreateDirectory(Folder);
        File.Copy(Path.Combine(Beside("old"), ".archive-site"), Path.Combine(Folder, ".archive-site"));
        OutputFolder.Of(Folder).Recover();
        Assert.Empty(SiteWriterTests.Written(Folder));
        Write("new");
        AssertAloneWith("new");
    }

    [Fact]
    public void Half_a_tree_is_removed()
    {
        Write("old");
        var half = OutputFolder.Of(Folder).CreateTree();
        Directory.CreateDirectory(Path.Combine(half, "some", "pages"));
        File.WriteAllText(Path.Combine(half, "some", "pages", "index.html"), "half");
        Write("new");
        AssertAloneWith("new");
    }

    [Fact]
    public void A_tree_that_was_half_removed_is_removed()
    {
        var half = OutputFolder.Of(Folder).CreateTree();
        File.Delete(Path.Combine(half, ".archive-site"));
        Write("new");
        AssertAloneWith("new");
    }

    [Fact]
    public void A_folder_of_a_like_name_that_is_not_ours_is_left_alone()
    {
        Directory.CreateDirectory(Beside("new-1"));
        File.WriteAllText(Path.Combine(Beside("new-1"), "mine.txt"), "mine");
        Directory.CreateDirectory(Path.Combine(_parent, ".other.new-1"));
        Write("new");
        Assert.Equal([".internal.lock", ".internal.new-1", ".other.new-1", "internal"], SiteWriterTests.Names(_parent));
        Assert.Equal(["mine.txt=mine"], SiteWriterTests.Written(Beside("new-1")));
    }

    [Fact]
    public void Where_folders_cannot_trade_places_the_new_one_follows_the_old_one()
    {
        Write("old");
        var output = OutputFolder.Of(Folder);
        var tree = output.CreateTree();
        File.WriteAllText(Path.Combine(tree, "index.html"), "new");
        output.ReplaceInTwoSteps(tree);
        Assert.Equal(["index.html=new"], SiteWriterTests.Written(Folder));
        Assert.Equal(["index.html=old"], SiteWriterTests.Written(Beside("old")));
        output.RemoveLeftOvers();
        AssertAloneWith("new");
    }

    [Fact]
    public void Where_the_new_one_cannot_follow_the_old_one_stays()
    {
        Write("old");
        Assert.ThrowsAny<IOException>(() => OutputFolder.Of(Folder).ReplaceInTwoSteps(Path.Combine(_parent, "missing")));
        AssertAloneWith("old");
    }

    [Fact]
    public void Folders_trade_places_in_one_step_where_the_system_can()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) Assert.Skip("This system knows no such step.");
        var (one, other) = (Directory.CreateDirectory(Path.Combine(_parent, "größe")).FullName, Directory.CreateDirectory(Path.Combine(_parent, "other")).FullName);
        File.WriteAllText(Path.Combine(one, "x"), "1");
        if (!FolderExchange.Try(one, other)) Assert.Skip("The file system of the temporary folder knows no such step.");
        Assert.Equal((false, true), (File.Exists(Path.Combine(one, "x")), File.Exists(Path.Combine(other, "x"))));
        Assert.False(FolderExchange.Try(one, Path.Combine(_parent, "missing")));
    }

    private string Beside(string suffix) => Path.Combine(_parent, $".internal.{suffix}");

    private void Write(string text) => SiteWriter.Write(Folder, new(SiteWriterTests.Pages(("index.html", text))), SiteWriterTests.NoTemplates);

    private void AssertAloneWith(string text)
    {
        Assert.Equal([$"index.html={text}"], SiteWriterTests.Written(Folder));
        Assert.Equal(["internal"], SiteWriterTests.Names(_parent).Except([".internal.lock"]));
    }
}
