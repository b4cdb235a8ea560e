using System.Text;
using System.Text.RegularExpressions;
using Archive.Search;
using Xunit;

namespace Archive.Tests.Search;

public sealed partial class BrowserModulesTests
{
    [Fact]
    public void They_are_as_they_are_written() =>
        Assert.All(BrowserModules.Files, file => Assert.StartsWith("/** ", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal));

    [Fact]
    public void Every_imported_module_is_there()
    {
        var names = BrowserModules.Files.Select(file => file.Name).ToHashSet();
        var imported = BrowserModules.Files.SelectMany(file => Import().Matches(Encoding.UTF8.GetString(file.Bytes.Span)).Select(match => match.Groups["name"].Value));

        Assert.Contains("reader.js", names);
        Assert.Subset(names, imported.ToHashSet());
    }

    [GeneratedRegex(@"from '\./(?<name>[a-z0-9]+\.js)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();
}
