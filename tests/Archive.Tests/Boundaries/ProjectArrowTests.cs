using System.Xml.Linq;
using Archive.PublicRecord.Pages;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>Five projects in one straight line: each knows what stands to its right, and nothing to its left.</summary>
public class ProjectArrowTests
{
    private static readonly string[] Line = ["Archive.Cli", "Archive.Incidents", "Archive.PublicRecord", "Archive.Publishing", "Archive.Search"];

    private static string[] Named(string project, string element) =>
    [
        .. XDocument.Load(Repository.ProjectFile(project)).Descendants(element)
            .Select(e => e.Attribute("Include")!.Value)
            .Select(name => element == "ProjectReference" ? Path.GetFileNameWithoutExtension(name.Replace('\\', '/')) : name),
    ];

    [Fact]
    public void There_are_these_five_projects_and_no_other() => Assert.Equal(
        Line.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void A_project_names_only_projects_to_its_right() => Assert.All(Line.Index(), p =>
        Assert.Subset(Line.Skip(p.Index + 1).ToHashSet(), Named(p.Item, "ProjectReference").ToHashSet()));

    [Fact]
    public void A_project_names_the_next_one() => Assert.All(Line.Zip(Line.Skip(1)), pair =>
        Assert.Contains(pair.Second, Named(pair.First, "ProjectReference")));

    [Fact]
    public void The_command_line_does_not_reach_round_the_redactor() =>
        Assert.DoesNotContain("Archive.PublicRecord", Named("Archive.Cli", "ProjectReference"));

    [Fact]
    public void No_arrow_is_drawn_behind_the_projects_backs()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        Assert.Equal("true", properties.Descendants("DisableTransitiveProjectReferences").Single().Value);
        Assert.Empty(properties.Descendants("ProjectReference"));
        Assert.DoesNotContain(Line, project => Named(project, "Reference").Length > 0);
    }

    [Theory]
    [InlineData("Archive.Search")]
    [InlineData("Archive.PublicRecord")]
    [InlineData("Archive.Incidents")]
    public void A_project_that_is_ours_alone_has_no_package(string project) => Assert.Empty(Named(project, "PackageReference"));

    [Fact]
    public void The_public_record_does_not_know_the_incidents()
    {
        var known = typeof(PublicSite).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Archive", StringComparison.OrdinalIgnoreCase));
        Assert.Subset(new HashSet<string> { "Archive.Publishing", "Archive.Search" }, known.ToHashSet());
        Assert.DoesNotContain("Archive.Incidents", File.ReadAllText(Repository.ProjectFile("Archive.PublicRecord")), StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.SourcesOf("Archive.PublicRecord"), f => f.Text.Contains("Archive.Incidents", StringComparison.Ordinal));
    }

    [Fact]
    public void The_public_record_carries_no_template_of_the_internal_site() =>
        Assert.DoesNotContain(typeof(PublicSite).Assembly.GetManifestResourceNames(), n => n.Contains("internal", StringComparison.OrdinalIgnoreCase));
}
