namespace Archive.Benchmarks;

/// <summary>A folder for inputs and outputs that goes away at the end.</summary>
/// <remarks>Has state because the folder stands on disk.</remarks>
public sealed class Workplace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-benchmarks-").FullName;

    /// <summary>Writes a generated archive.</summary>
    public string Input(int docs)
    {
        var folder = Path.Combine(_folder, $"input-{docs}");
        GeneratedArchive.Write(folder, docs);
        return folder;
    }

    /// <summary>A folder that does not exist yet.</summary>
    public string ColdOutput()
    {
        var folder = Path.Combine(_folder, "output");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return folder;
    }

    public string Folder(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
