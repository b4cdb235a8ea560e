using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Publishing.Searching;

/// <summary>Puts the modules that every search needs into one file: asked for once, and an eighth smaller when a host packs it.</summary>
/// <remarks>
/// No parser of JavaScript: our own modules keep to what is read here. An import stands on a line of its own and changes no names; comments
/// have lines of their own; no text goes over several lines; and no two modules of the core have a name at their top in common.
/// </remarks>
internal static partial class SearchBundle
{
    public const string Name = "search.js";

    /// <summary>Each behind those that it imports from.</summary>
    private static readonly string[] Core = ["analysis.js", "porter2.js", "files.js", "terms.js", "ranking.js", "reader.js", "parts.js"];

    /// <param name="modules">Texts by name.</param>
    /// <returns>The core as one, and all others, which import from it.</returns>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> modules)
    {
        var files = modules.Where(m => !Core.Contains(m.Key)).ToDictionary(m => m.Key, m => Lines(m.Value, isCore: false), StringComparer.Ordinal);
        files.Add(Name, string.Concat(Core.Select(name => Lines(modules[name], isCore: true))));
        return files.ToDictionary(f => f.Key, f => f.Key.EndsWith(".js", StringComparison.Ordinal) ? ScriptSqueeze.Of(f.Value) : f.Value, StringComparer.Ordinal);
    }

    /// <summary>Without comments and indentation: a fifth of what goes over the wire.</summary>
    private static string Lines(string module, bool isCore)
    {
        var kept = new StringBuilder(module.Length);
        var isComment = false;
        foreach (var line in module.Split('\n'))
        {
            var code = line.Trim();
            isComment |= code.StartsWith("/*", StringComparison.Ordinal);
            if (!isComment && code.Length > 0 && !code.StartsWith("//", StringComparison.Ordinal)) kept.Append(Bundled(code, isCore));
            isComment &= !code.EndsWith("*/", StringComparison.Ordinal);
        }
        return kept.ToString();
    }

    private static string Bundled(string line, bool isCore)
    {
        var import = Import().Match(line);
        if (!import.Success || !Core.Contains(import.Groups["name"].Value)) return line + "\n";
        return isCore ? "" : $"{import.Groups["what"].Value} from \"./{Name}\";\n";
    }

    [GeneratedRegex("""^(?<what>(import|export) \{[^}]*\}) from ["']\./(?<name>[a-z0-9]+\.js)["'];$""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Import();
}
