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
        var (settingsText, servicesText, classesText) = (Text(input.SettingsFile, problems), Text(input.ServicesFile, problems), Text(input.FailureClassesFile, problems));
        // looking for secrets takes as long as all the rest, since it is the first time for both
        var secrets = Task.Run(() => new[] { settingsText, servicesText, classesText }.OfType<SourceFile>().Select(SecretRules.Of).ToList());
        var settings = SettingsValidator.Validate(ReadYaml(settingsText, SettingsShape.File.Read, problems), problems);
        var services = CatalogueValidator.Services(Entries(ReadYaml(servicesText, (node, bag) => CatalogueShapes.Services.Read(node, bag), problems)), problems);
        var classes = CatalogueValidator.FailureClasses(Entries(ReadYaml(classesText, (node, bag) => CatalogueShapes.FailureClasses.Read(node, bag), problems)), problems);
        var levelled = new DiagnosticBag(settings.Policy.RuleLevels);
        foreach (var found in secrets.Result) found.Check(settings.Policy, levelled);
        problems.AddRange(levelled);
        return new(settings, services, classes, problems.Sorted());
    }

    /// <summary>Differs whenever one of the three files does.</summary>
    public static string Stamp(InputFiles input) => $"{input.SettingsFile?.Stamp}|{input.ServicesFile?.Stamp}|{input.FailureClassesFile?.Stamp}";

    private static SourceFile? Text(InputFile? file, DiagnosticBag problems) => file is null ? null : SourceText.Read(file, problems);

    private static T? ReadYaml<T>(SourceFile? source, Func<YamlNode, DiagnosticBag, T?> read, DiagnosticBag problems) =>
        source is not null && YamlReader.Read(source.Text, source.Path, lineOffset: 0, problems) is { } node ? read(node, problems) : default;

    private static ImmutableArray<Located<T>> Entries<T>(Located<ImmutableArray<Located<T>>>? list) => list?.Value ?? [];
}
