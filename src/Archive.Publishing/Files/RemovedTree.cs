namespace Archive.Publishing.Files;

/// <summary>Removes a tree of ours from the disk.</summary>
internal static class RemovedTree
{
    /// <summary>Removes a folder that carries the marker or is empty; any other, and a link, is left alone.</summary>
    /// <remarks>The marker goes last, so that a removal which is interrupted can be taken up again.</remarks>
    public static void Remove(string tree)
    {
        var folder = new DirectoryInfo(tree);
        if (!folder.Exists || folder.LinkTarget is not null) return;
        var children = folder.GetFileSystemInfos();
        if (children.Length > 0 && !OutputFolder.IsMarked(tree)) return;
        foreach (var child in children)
        {
            if (child.Name == OutputFolder.MarkerName) continue;
            if (child is DirectoryInfo { LinkTarget: null } inner) inner.Delete(recursive: true);
            else child.Delete();
        }
        folder.Delete(recursive: true);
    }
}
