namespace Archive.Publishing.Files;

/// <summary>Why a site cannot be written where it was to be written.</summary>
public enum OutputFolderProblem
{
    /// <summary>It holds files and no marker of ours.</summary>
    Foreign,

    /// <summary>A file stands there.</summary>
    IsFile,

    /// <summary>It is a symbolic link.</summary>
    IsLink,

    /// <summary>It is the root of a disk.</summary>
    IsRoot,

    /// <summary>It lies inside another site, whose next build would remove it.</summary>
    InsideSite,

    /// <summary>Another build holds it.</summary>
    Busy,

    DiskFull,

    /// <summary>It is read-only, belongs to somebody else, or the disk failed.</summary>
    NotWritable,
}

/// <summary>A site could not be written. The message is a plain sentence: what, where, and what to do. The folder is as it was.</summary>
public sealed class OutputFolderException : Exception
{
    private OutputFolderException(OutputFolderProblem problem, string folder, string message, Exception? cause)
        : base(message, cause)
    {
        Problem = problem;
        Folder = folder;
    }

    public OutputFolderProblem Problem { get; }

    public string Folder { get; }

    internal static OutputFolderException Of(OutputFolderProblem problem, string folder, Exception? cause = null) => new(problem, folder, problem switch
    {
        OutputFolderProblem.Foreign => $"The folder '{folder}' holds files that are not a site of ours (it has no file '{OutputFolder.MarkerName}'), so it is left alone. Choose another folder, or empty this one.",
        OutputFolderProblem.IsFile => $"'{folder}' is a file, not a folder. Choose another folder, or remove the file.",
        OutputFolderProblem.IsLink => $"'{folder}' is a symbolic link, and replacing it would leave what it points to behind. Name the folder that it points to.",
        OutputFolderProblem.IsRoot => $"'{folder}' is the root of a disk. Choose a folder below it.",
        OutputFolderProblem.InsideSite => $"The folder '{folder}' lies inside another site, whose next build would remove it. Choose a folder beside that site.",
        OutputFolderProblem.Busy => $"Another build is writing '{folder}' at this moment. Wait until it is done, then build again.",
        OutputFolderProblem.DiskFull => $"The disk is full: the site did not fit beside '{folder}', which is as it was. Make room for a second copy of the site, then build again.",
        OutputFolderProblem.NotWritable => $"The folder '{folder}' cannot be written: {cause?.Message ?? "the disk refused"} Check its permissions and those of the folder around it, then build again.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    }, cause);

    internal static OutputFolderException Of(string folder, Exception cause) =>
        Of(IsDiskFull(cause) ? OutputFolderProblem.DiskFull : OutputFolderProblem.NotWritable, folder, cause);

    /// <summary>ENOSPC and EDQUOT (Linux 122, macOS 69) stand in HResult as they are; Windows says ERROR_DISK_FULL or ERROR_HANDLE_DISK_FULL.</summary>
    private static bool IsDiskFull(Exception cause) => cause is IOException && (OperatingSystem.IsWindows()
        ? cause.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027)
        : cause.HResult == 28 || cause.HResult == (OperatingSystem.IsMacOS() ? 69 : 122));
}
