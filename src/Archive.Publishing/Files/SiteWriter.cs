using System.Collections.Concurrent;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Publishing.Files;

/// <summary>What a written site holds.</summary>
/// <param name="Files">Its files.</param>
/// <param name="Bytes">Their size in all.</param>
public sealed record SiteSize(int Files, long Bytes);

/// <summary>Makes a folder hold exactly the files of a site.</summary>
public static class SiteWriter
{
    /// <summary>
    /// Renders a site and puts it where a folder stands. The folder is the old site or the new one at any moment, also when the
    /// process is killed, the disk is full or the folder is read-only. (Nothing is synced: after a loss of power, files of the new site may be empty until the next build.)
    /// </summary>
    /// <param name="folder">Missing, empty, or a site that was written before.</param>
    /// <exception cref="OutputFolderException">The folder is not ours, is held by another build, or cannot be written. It is as it was.</exception>
    /// <exception cref="TemplateException">A page cannot be rendered. The folder is as it was.</exception>
    public static SiteSize Write(string folder, Site site, TemplateSet templates)
    {
        using var staged = Stage(folder, site, templates, static (_, _) => { });
        staged.Publish();
        return staged.Size;
    }

    /// <summary>Renders a site beside the folder in which it is to stand, which stays as it is until the site is published.</summary>
    /// <param name="folder">As for <see cref="Write"/>.</param>
    /// <param name="look">Sees every page that is written. Called from several threads; the bytes are valid until it returns.</param>
    /// <exception cref="OutputFolderException">As for <see cref="Write"/>.</exception>
    /// <exception cref="TemplateException">As for <see cref="Write"/>.</exception>
    public static StagedSite Stage(string folder, Site site, TemplateSet templates, Action<Page, ReadOnlyMemory<byte>> look)
    {
        if (site.ByFile.ContainsKey(OutputFolder.MarkerName)) throw new ArgumentException($"A page wants to be {OutputFolder.MarkerName}.", nameof(site));
        var output = OutputFolder.Of(folder);
        OnDisk(output, output.CheckReplaceable); // before anything is put beside a folder that is not ours
        var held = OnDisk(output, output.Lock);
        try
        {
            var tree = OnDisk(output, () =>
            {
                output.Recover();
                output.CheckReplaceable();
                return output.CreateTree();
            });
            return new(output, held, tree, WriteTree(output, tree, site, templates, look));
        }
        catch
        {
            output.RemoveLeftOvers();
            held.Dispose();
            throw;
        }
    }

    private static SiteSize WriteTree(OutputFolder output, string tree, Site site, TemplateSet templates, Action<Page, ReadOnlyMemory<byte>> look)
    {
        // a folder is in it once it is on the disk, so that it is asked for only once or twice
        var folders = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var old = Directory.Exists(output.Path) ? output.Path : null;
        long bytes = 0;
        SiteRenderer.RenderAll(site, templates, (page, rendered) =>
        {
            OnDisk(output, () => WriteFile(old, tree, page.Path, rendered.Span, folders));
            Interlocked.Add(ref bytes, rendered.Length);
            look(page, rendered);
        });
        return new(site.Pages.Length, bytes);
    }

    /// <param name="old">The site that stands there; null where none does.</param>
    private static void WriteFile(string? old, string tree, SitePath path, ReadOnlySpan<byte> bytes, ConcurrentDictionary<string, bool> folders)
    {
        var file = Path.Combine(tree, path.File);
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        var folder = Path.GetDirectoryName(file.AsSpan());
        if (!known.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder.ToString());
            known.TryAdd(folder, true);
        }
        if (old is not null && KeptFile.Try(Path.Combine(old, path.File), file, bytes)) return;
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write, FileShare.None); // where the runtime locks files, it asks for other shares what file system it is
        RandomAccess.Write(handle, bytes, fileOffset: 0);
    }

    internal static void OnDisk(OutputFolder output, Action act) => OnDisk(output, () =>
    {
        act();
        return 0;
    });

    private static T OnDisk<T>(OutputFolder output, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFolderException.Of(output.Path, e);
        }
    }
}
