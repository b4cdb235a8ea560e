namespace Archive.Benchmarks;

/// <summary>The postmortems of an archive as a site of Hugo's, as plain as can be: a page each, with contents, and lists by service, severity and failure class.</summary>
/// <remarks>No public site, no checks, no search, no timelines: the least that another program does with the same files.</remarks>
public static class HugoSite
{
    private const string Settings =
        """
        baseURL = "https://incidents.example/"
        title = "Archive"
        [taxonomies]
          service = "services"
          severity = "severity"
          failure_class = "failure_class"
        """;

    private const string Page =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
        <h1>{{ .Title }}</h1>
        <p><a href="/severity/{{ .Params.severity | urlize }}/">{{ .Params.severity }}</a> {{ range .Params.services }}<a href="/services/{{ . | urlize }}/">{{ . }}</a> {{ end }}</p>
        {{ .TableOfContents }}
        {{ .Content }}
        </body></html>
        """;

    private const string List =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
        <h1>{{ .Title }}</h1>
        <ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
        </body></html>
        """;

    /// <param name="archive">A folder of input; its public notes are left out.</param>
    /// <param name="folder">Does not exist yet.</param>
    public static void Write(string archive, string folder)
    {
        var templates = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        var content = Directory.CreateDirectory(Path.Combine(folder, "content", "postmortems")).FullName;
        File.WriteAllText(Path.Combine(folder, "config.toml"), Settings);
        File.WriteAllText(Path.Combine(templates, "single.html"), Page);
        File.WriteAllText(Path.Combine(templates, "list.html"), List);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(archive, "postmortems"), "*.md", SearchOption.AllDirectories))
        {
            if (!file.EndsWith(".public.md", StringComparison.Ordinal)) File.Copy(file, Path.Combine(content, Path.GetFileName(file)));
        }
    }
}
