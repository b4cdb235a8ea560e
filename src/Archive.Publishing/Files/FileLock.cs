using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Archive.Publishing.Files;

/// <summary>An open file that is held against all others, until it is closed or the process dies.</summary>
/// <remarks>
/// Asked of the system here, since the program turns the runtime's own locks off (<c>System.IO.DisableFileLocking</c>): it would lock and unlock each file
/// that is read or written, which for tens of thousands of them is a tenth of the time spent in the kernel.
/// </remarks>
internal static class FileLock
{
    private const int ExclusiveAtOnce = 2 | 4; // LOCK_EX | LOCK_NB, sys/file.h

    /// <returns>False where another holds it. True also where the file system knows no locks, as the runtime has it; on Windows whoever opens a file for himself alone holds it.</returns>
    public static bool TryHold(SafeFileHandle file) =>
        OperatingSystem.IsWindows() || Lock(file, ExclusiveAtOnce) == 0 || Marshal.GetLastPInvokeError() != WouldBlock;

    /// <summary>EWOULDBLOCK, errno.h.</summary>
    public static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    [DllImport("libc", EntryPoint = "flock", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Lock(SafeFileHandle file, int operation);
}
