using Archive.Publishing.Files;
using Xunit;

namespace Archive.Tests.Publishing.Files;

public sealed class SiteWriterOnBadDisksTests
{
    [Fact]
    public void A_full_disk_leaves_the_old_site_and_no_half_of_the_new_one()
    {
        using var disk = MountedDisk.OrSkip(kibibytes: 1024);
        Write(disk, "old", pages: 4, bytesEach: 1000);
        var refusal = Assert.Throws<OutputFolderException>(() => Write(disk, "new", pages: 100, bytesEach: 50_000));
        Assert.Equal(OutputFolderProblem.DiskFull, refusal.Problem);
        Assert.StartsWith("The disk is full", refusal.Message, StringComparison.Ordinal);
        AssertHolds(disk, "old", pages: 4);
        Assert.Equal([".internal.lock", "internal"], SiteWriterTests.Names(disk.Path));
    }

    [Fact]
    public void A_disk_that_was_full_takes_the_next_site()
    {
        using var disk = MountedDisk.OrSkip(kibibytes: 1024);
        Assert.Throws<OutputFolderException>(() => Write(disk, "new", pages: 100, bytesEach: 50_000));
        Assert.Equal([".internal.lock"], SiteWriterTests.Names(disk.Path));
        Write(disk, "small", pages: 10, bytesEach: 50_000);
        AssertHolds(disk, "small", pages: 10);
    }

    [Fact]
    public void A_read_only_disk_leaves_the_old_site()
    {
        using var disk = MountedDisk.OrSkip(kibibytes: 1024);
        Write(disk, "old", pages: 4, bytesEach: 1000);
        disk.MakeReadOnly();
        var refusal = Assert.Throws<OutputFolderException>(() => Write(disk, "new", pages: 4, bytesEach: 1000));
        Assert.Equal(OutputFolderProblem.NotWritable, refusal.Problem);
        AssertHolds(disk, "old", pages: 4);
        disk.MakeWritable();
        Write(disk, "new", pages: 4, bytesEach: 1000);
        AssertHolds(disk, "new", pages: 4);
    }

    [Fact]
    public void A_folder_without_permission_leaves_the_old_site()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Root and Windows write in spite of a folder's mode.");
            return;
        }
        var parent = Directory.CreateTempSubdirectory("site-writer-").FullName;
        var folder = Path.Combine(parent, "internal");
        SiteWriter.Write(folder, new(SiteWriterTests.Pages(("index.html", "old"))), SiteWriterTests.NoTemplates);
        File.SetUnixFileMode(parent, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var refusal = Assert.Throws<OutputFolderException>(() => SiteWriter.Write(folder, new(SiteWriterTests.Pages(("index.html", "new"))), SiteWriterTests.NoTemplates));
        File.SetUnixFileMode(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(OutputFolderProblem.NotWritable, refusal.Problem);
        Assert.Equal(["index.html=old"], SiteWriterTests.Written(folder));
        Directory.Delete(parent, recursive: true);
    }

    [Fact]
    public void A_folder_that_is_a_disk_of_its_own_is_left_as_it_was()
    {
        using var disk = MountedDisk.OrSkip(kibibytes: 1024);
        var refusal = Assert.Throws<OutputFolderException>(() => SiteWriter.Write(disk.Path, new(SiteWriterTests.Pages(("index.html", "new"))), SiteWriterTests.NoTemplates));
        Assert.Equal(OutputFolderProblem.NotWritable, refusal.Problem);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
        File.Delete(Path.Combine(Path.GetDirectoryName(disk.Path)!, $".{Path.GetFileName(disk.Path)}.lock"));
    }

    private static void Write(MountedDisk disk, string letter, int pages, int bytesEach) => SiteWriter.Write(Path.Combine(disk.Path, "internal"),
        new(SiteWriterTests.Pages(Enumerable.Range(0, pages).Select(i => ($"{i}/index.html", letter + new string(' ', bytesEach))))), SiteWriterTests.NoTemplates);

    private static void AssertHolds(MountedDisk disk, string letter, int pages) => Assert.Equal(
        Enumerable.Range(0, pages).Select(i => $"{i}/index.html={letter}").Order(StringComparer.Ordinal),
        SiteWriterTests.Written(Path.Combine(disk.Path, "internal")).Select(f => f.TrimEnd()));
}
