namespace Archive.BrowserTests;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No Archive.sln above {AppContext.BaseDirectory}");
    }

    /// <summary>The sample's input copied below a folder, to be changed.</summary>
    /// <returns>Where it lies.</returns>
    public static string CopyOfInput(string folder)
    {
        var input = Path.Combine(folder, "input");
        foreach (var file in Directory.EnumerateFiles(PathOf("input"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(input, Path.GetRelativePath(PathOf("input"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // a file lies in a folder
            File.Copy(file, copy);
        }
        return input;
    }
}
