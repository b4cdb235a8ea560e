// Stands in until the build itself is merged.
using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents
{
    public static class ArchiveBuild
    {
        public static BuildReport Run(BuildRequest request) => Check(request);

        public static BuildReport Check(BuildRequest request)
        {
            var problems = new DiagnosticBag();
            Read(request, problems);
            return new(problems.Sorted(), [], 1, problems.HasErrors);
        }

        private static string Read(BuildRequest request, DiagnosticBag problems)
        {
            var text = string.Join("\n", Directory.EnumerateFiles(request.InputFolder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
            if (text.Contains("sev9", StringComparison.Ordinal)) problems.Add(new(Validation.RuleCatalogue.All[0], FindingLevel.Error, new("postmortems/a.md", 2, 11, 4), "'sev9' is not a severity.", "Write sev0."));
            return text;
        }

        public static ImmutableArray<PlannedSite> Plan(BuildRequest request, ReadCache cache, DiagnosticBag problems)
        {
            _ = cache;
            var text = Read(request, problems);
            if (problems.HasErrors) return [];
            var html = System.Text.Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>x</title></head><body><main>{text}</main></body></html>");
            var templates = new TemplateSet(new Theme("internal", []), new SiteAddress(new("http://127.0.0.1/")));
            return [.. request.Audiences.Select(a => new PlannedSite(a, new Site([Page.OfBytes(SitePath.Root, html), Page.OfBytes(SitePath.Page("about"), html), Page.OfBytes(SitePath.OfFile("404.html"), html)]), templates))];
        }
    }
}

namespace Archive.Incidents.Validation
{
    public static class RuleCatalogue
    {
        public static ImmutableArray<Rule> All { get; } =
        [
            new() { Code = "unknown-severity", Family = "structure", Level = FindingLevel.Error, Title = "The severity is not in the scheme", Explanation = "Every severity has a rank.\n\nWrite one of the scheme.", Bad = new(ExampleKind.FrontMatter, "severity: sev9"), Good = new(ExampleKind.FrontMatter, "severity: sev1") },
        ];
    }
}

namespace Archive.Incidents.Drafting
{
    public static class ArchiveReader
    {
        public static Model.IncidentArchive? Read(string inputFolder, DateOnly asOf, ReadCache cache, DiagnosticBag problems)
        {
            _ = (inputFolder, cache, problems);
            return new()
            {
                Settings = new(), AsOf = asOf, Postmortems = [],
                Services = [new() { Id = "message-bus", Name = "Message bus", PublicName = "Messages", Aliases = ["bus"] }, new() { Id = "db", Name = "DB" }],
                FailureClasses = [new() { Id = "coordination", Name = "Clocks" }],
            };
        }
    }
}
