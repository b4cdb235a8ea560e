namespace Archive.Publishing.Files;

/// <summary>The folder of one site, and the siblings that a build of it needs for a while.</summary>
/// <remarks>
/// Beside <c>internal</c> stand, hidden: <c>.internal.lock</c> (stays, empty; held open by the one build that may write),
/// <c>.internal.new-1</c> (a tree being written, or an old tree being removed) and <c>.internal.old</c> (only where two folders
/// cannot trade places in one step). Only what carries the marker is ever removed.
/// </remarks>
internal sealed class OutputFolder
{
    /// <summary>Says that a folder is ours to replace. Its text is the same for every site, so that it tells nobody anything.</summary>
    public const string MarkerName = ".archive-site";

    private const string MarkerText = "archive site 1\nWritten by a build, which replaces this whole folder. Keep nothing of your own here.\n";

    private readonly string _parent;
    private readonly string _name;

    private OutputFolder(string path, string parent)
    {
        Path = path;
        _parent = parent;
        _name = System.IO.Path.GetFileName(path);
    }

    public string Path { get; }

    private string OldPath => System.IO.Path.Combine(_parent, $".{_name}.old");

    /// <exception cref="OutputFolderException">The folder is a root, or lies inside a site.</exception>
    public static OutputFolder Of(string folder)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        if (System.IO.Path.GetDirectoryName(path) is not { } parent) throw OutputFolderException.Of(OutputFolderProblem.IsRoot, path);
        for (var above = parent; above is not null; above = System.IO.Path.GetDirectoryName(above))
        {
            if (IsMarked(above)) throw OutputFolderException.Of(OutputFolderProblem.InsideSite, path);
        }
        return new(path, parent);
    }

    /// <summary>Keeps other builds out until it is disposed. The system lets go of it when the process dies.</summary>
    public FileStream Lock()
    {
        Directory.CreateDirectory(_parent);
        FileStream held;
        try
        {
            held = new(System.IO.Path.Combine(_parent, $".{_name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw OutputFolderException.Of(OutputFolderProblem.Busy, Path, e);
        }
        if (FileLock.TryHold(held.SafeFileHandle)) return held;
        held.Dispose();
        throw OutputFolderException.Of(OutputFolderProblem.Busy, Path);
    }

    /// <summary>Puts back the site that a build was replacing when it died.</summary>
    public void Recover()
    {
        if (!System.IO.Path.Exists(Path) && IsMarked(OldPath)) Directory.Move(OldPath, Path);
    }

    /// <exception cref="OutputFolderException">What stands there is not ours to replace.</exception>
    public void CheckReplaceable()
    {
        var folder = new DirectoryInfo(Path);
        if (folder.LinkTarget is not null) throw OutputFolderException.Of(OutputFolderProblem.IsLink, Path);
        if (File.Exists(Path)) throw OutputFolderException.Of(OutputFolderProblem.IsFile, Path);
        if (folder.Exists && !IsMarked(Path) && folder.EnumerateFileSystemInfos().Any())
            throw OutputFolderException.Of(OutputFolderProblem.Foreign, Path);
    }

    /// <summary>A new folder beside the site, with the marker in it.</summary>
    public string CreateTree()
    {
        var number = 1;
        while (System.IO.Path.Exists(TreePath(number))) number++;
        var tree = TreePath(number);
        Directory.CreateDirectory(tree);
        File.WriteAllText(System.IO.Path.Combine(tree, MarkerName), MarkerText);
        return tree;
    }

    /// <summary>Puts a tree where the site stands. Readers see the old site or the new one.</summary>
    public void Replace(string tree)
    {
        if (!Directory.Exists(Path))
        {
            Directory.Move(tree, Path);
            return;
        }
        // a site that only some may read stays so
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tree, File.GetUnixFileMode(Path));
        if (!FolderExchange.Try(tree, Path)) ReplaceInTwoSteps(tree);
    }

    /// <summary>Removes the old tree, and what builds that died have left. What cannot be removed now is left to the next build.</summary>
    public void RemoveLeftOvers()
    {
        try
        {
            foreach (var tree in Directory.EnumerateDirectories(_parent, $".{_name}.new-*")) RemovedTree.Remove(tree);
            if (Directory.Exists(Path)) RemovedTree.Remove(OldPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the site is whole either way, and this runs where a more telling exception may be on its way
        }
    }

    public static bool IsMarked(string folder) => File.Exists(System.IO.Path.Combine(folder, MarkerName));

    /// <summary>Between the steps the site is missing, not half; <see cref="Recover"/> puts it back if we die there.</summary>
    internal void ReplaceInTwoSteps(string tree)
    {
        RemovedTree.Remove(OldPath);
        Directory.Move(Path, OldPath);
        try
        {
            Directory.Move(tree, Path);
        }
        catch
        {
            Directory.Move(OldPath, Path);
            throw;
        }
    }

    private string TreePath(int number) => System.IO.Path.Combine(_parent, $".{_name}.new-{number}");

    /// <summary>Where the runtime has locked it, or the system: ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsHeldByAnother(IOException e) => OperatingSystem.IsWindows()
        ? e.HResult == unchecked((int)0x80070020)
        : e.HResult == FileLock.WouldBlock;
}
