using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Files;

namespace Archive.Incidents.Validation;

/// <summary>The three YAML files that postmortems are judged by. Each may be absent.</summary>
internal sealed record SiteFiles(ArchiveSettings Settings, ImmutableArray<Service> Services, ImmutableArray<FailureClass> FailureClasses, ImmutableArray<Diagnostic> Findings)
{
    public static SiteFiles Read(InputFiles input)
    {
        var problems = new DiagnosticBag();
        var settings = SettingsValidator.Validate(ReadYaml(input.SettingsFile, SettingsShape.File.Read, problems), problems);
        var services = CatalogueValidator.Services(Entries(ReadYaml(input.ServicesFile, (node, bag) => CatalogueShapes.Services.Read(node, bag), problems)), problems);
        var classes = CatalogueValidator.FailureClasses(Entries(ReadYaml(input.FailureClassesFile, (node, bag) => CatalogueShapes.FailureClasses.Read(node, bag), problems)), problems);
        return new(settings, services, classes, problems.Sorted());
    }

    /// <summary>Differs whenever one of the three files does.</summary>
    public static string Stamp(InputFiles input) => $"{input.SettingsFile?.Stamp}|{input.ServicesFile?.Stamp}|{input.FailureClassesFile?.Stamp}";

    private static T? ReadYaml<T>(InputFile? file, Func<YamlNode, DiagnosticBag, T?> read, DiagnosticBag problems)
    {
        if (file is null || SourceText.Read(file, problems) is not { } source) return default;
        return YamlReader.Read(source.Text, file.Path, lineOffset: 0, problems) is { } node ? read(node, problems) : default;
    }

    private static ImmutableArray<Located<T>> Entries<T>(Located<ImmutableArray<Located<T>>>? list) => list?.Value ?? [];
}
