namespace Archive.Tests.Boundaries;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string ProjectFile(string project) => Path.Combine(Root, "src", project, $"{project}.csproj");

    /// <summary>The source files of a project by their path below it, with forward slashes; nothing that a build made.</summary>
    public static IEnumerable<(string Path, string Text)> SourcesOf(string project)
    {
        var folder = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(f => !f.Path.StartsWith("obj/", StringComparison.Ordinal) && !f.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(f => (f.Path, File.ReadAllText(f.File)));
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Archive.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests has Archive.sln."));
}
