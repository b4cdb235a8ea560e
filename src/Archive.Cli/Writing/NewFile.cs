using System.Text;

namespace Archive.Cli.Writing;

/// <summary>Puts a text where nothing stands yet.</summary>
public static class NewFile
{
    /// <exception cref="IOException">Something stands there already, or the disk refuses.</exception>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a path to a file has a folder
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(text));
    }
}
