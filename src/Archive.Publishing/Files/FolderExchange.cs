using System.Runtime.InteropServices;
using System.Text;

namespace Archive.Publishing.Files;

/// <summary>Two folders trade places in one step that no reader sees half of.</summary>
internal static class FolderExchange
{
    private const int CurrentFolder = -100; // AT_FDCWD, linux/fcntl.h
    private const uint Exchange = 2; // RENAME_EXCHANGE, linux/fs.h; RENAME_SWAP, sys/stdio.h

    /// <returns>False where the system or the file system knows no such step, or refused it; then nothing has changed.</returns>
    public static bool Try(string one, string other)
    {
        try
        {
            return OperatingSystem.IsLinux() ? LinuxRename(CurrentFolder, Name(one), CurrentFolder, Name(other), Exchange) == 0
                : OperatingSystem.IsMacOS() && MacRename(Name(one), Name(other), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library without the call, such as an older musl
        }
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "renameat2", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LinuxRename(int oneFolder, byte[] one, int otherFolder, byte[] other, uint flags);

    [DllImport("libc", EntryPoint = "renamex_np", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MacRename(byte[] one, byte[] other, uint flags);
}
