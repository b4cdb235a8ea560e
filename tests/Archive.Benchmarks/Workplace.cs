namespace Archive.Benchmarks;

/// <summary>A folder for inputs and outputs that goes away at the end.</summary>
/// <remarks>Has state because the folder stands on disk, and its outputs are counted.</remarks>
public sealed class Workplace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-benchmarks-").FullName;
    private int _outputs;

    /// <summary>Writes a generated archive.</summary>
    public string Input(int docs)
    {
        var folder = Path.Combine(_folder, $"input-{docs}");
        GeneratedArchive.Write(folder, docs);
        return folder;
    }

    /// <summary>A folder that does not exist yet. The ones before it stay until the end: where many files have just been deleted, ext4 takes three times as long to make new ones.</summary>
    public string ColdOutput() => Path.Combine(_folder, $"output-{++_outputs}");

    public string Folder(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
