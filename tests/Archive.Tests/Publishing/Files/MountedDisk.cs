using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Archive.Tests.Publishing.Files;

/// <summary>A small disk of its own, in memory. Only root on Linux can mount one; elsewhere the test is skipped and says so.</summary>
internal sealed class MountedDisk : IDisposable
{
    private MountedDisk(string path) => Path = path;

    public string Path { get; }

    public static MountedDisk OrSkip(int kibibytes)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Needs a disk mounted in memory, which only Linux has.");
        var path = Directory.CreateTempSubdirectory("small-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={kibibytes}k"), "none", path)) return new(path);
        Directory.Delete(path);
        Assert.Skip("Needs the right to mount a disk in memory.");
        throw new UnreachableException();
    }

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", Path));

    public void MakeWritable() => Assert.True(Run("mount", "-o", "remount,rw", Path));

    public void Dispose()
    {
        Assert.True(Run("umount", "-l", Path));
        Directory.Delete(Path);
    }

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!; // not a shell command: never null
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such command
        }
    }
}
