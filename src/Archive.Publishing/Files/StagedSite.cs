namespace Archive.Publishing.Files;

/// <summary>A site that is written beside the folder in which it is to stand. Disposing it without publishing leaves everything as it was.</summary>
/// <remarks>Has state because it keeps other builds out until it is disposed.</remarks>
public sealed class StagedSite : IDisposable
{
    private readonly OutputFolder _output;
    private readonly FileStream _held;
    private readonly string _tree;

    internal StagedSite(OutputFolder output, FileStream held, string tree, SiteSize size) => (_output, _held, _tree, Size) = (output, held, tree, size);

    public SiteSize Size { get; }

    /// <summary>Puts the site where the folder stands. Readers see the old site or this one.</summary>
    /// <exception cref="OutputFolderException">The folder cannot be replaced. It is as it was.</exception>
    public void Publish() => SiteWriter.OnDisk(_output, () => _output.Replace(_tree));

    public void Dispose()
    {
        _output.RemoveLeftOvers();
        _held.Dispose();
    }
}
