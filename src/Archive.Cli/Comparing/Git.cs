using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;

namespace Archive.Cli.Comparing;

/// <summary>Asks the program git, in the folder of a repository.</summary>
public static class Git
{
    /// <summary>Puts a folder as it is in a commit into another one. The repository is only read.</summary>
    /// <param name="folder">A folder of a working tree; it need not be in that commit.</param>
    /// <param name="commit">Anything that git understands as one.</param>
    /// <returns>Whether the commit has that folder.</returns>
    /// <exception cref="GitException">There is no git, no repository, or no such commit.</exception>
    public static bool Extract(string folder, string commit, string into)
    {
        var existing = folder;
        while (!Directory.Exists(existing)) existing = Path.GetDirectoryName(existing) ?? throw new GitException($"There is no folder {folder}.");
        var top = TopOf(existing);
        var prefix = Path.GetRelativePath(top, folder).Replace('\\', '/');
        Ask(existing, $"There is no commit '{commit}' in this repository; 'git fetch' may bring it.", "rev-parse", "--verify", "--quiet", $"{commit}^{{commit}}");
        if (prefix != "." && Run(existing, _ => { }, "cat-file", "-e", $"{commit}:{prefix}").ExitCode != 0) return false;
        Directory.CreateDirectory(into);
        var (exitCode, error) = Run(top, output => TarFile.ExtractToDirectory(output, into, overwriteFiles: false), "-c", "core.autocrlf=false", "archive", "--format=tar", prefix == "." ? commit : $"{commit}:{prefix}");
        return exitCode == 0 ? true : throw new GitException($"git could not read {prefix} of {commit}: {error.Trim()}");
    }

    private static string TopOf(string folder)
    {
        var top = Ask(folder, $"{folder} is in no git repository, so there is nothing to compare with. Name a built site with --base-site instead.", "rev-parse", "--show-toplevel").Trim();
        // where the folder is reached by a link, git says where it really is
        return Path.GetFullPath(Path.Combine(folder, Ask(folder, top, "rev-parse", "--show-cdup").Trim()));
    }

    private static string Ask(string folder, string whenRefused, params IReadOnlyList<string> arguments)
    {
        var answer = "";
        var (exitCode, _) = Run(folder, output => answer = new StreamReader(output).ReadToEnd(), arguments);
        return exitCode == 0 ? answer : throw new GitException(whenRefused);
    }

    private static (int ExitCode, string Error) Run(string folder, Action<Stream> read, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var git = Process.Start(start) ?? throw new GitException("git could not be started.");
            var error = git.StandardError.ReadToEndAsync();
            using (var whole = new MemoryStream())
            {
                git.StandardOutput.BaseStream.CopyTo(whole);
                git.WaitForExit();
                whole.Position = 0;
                if (git.ExitCode == 0) read(whole);
            }
            return (git.ExitCode, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            throw new GitException("There is no git on this machine, so there is nothing to compare with. Install it, or name a built site with --base-site.");
        }
    }
}

/// <summary>What a person is told when git cannot say what was.</summary>
public sealed class GitException(string message) : Exception(message);
