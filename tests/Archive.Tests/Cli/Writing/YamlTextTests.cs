using Archive.Cli.Writing;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Archive.Tests.Cli.Writing;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("Lost leader")]
    [InlineData("a: b # c")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("- list")]
    [InlineData("no")]
    [InlineData("12")]
    [InlineData("2026-04-25")]
    [InlineData("@handle")]
    [InlineData("über\u0001alles")]
    [InlineData("{{x}} [y] *z &a !b %c")]
    public void A_text_is_read_back_as_it_was(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader($"title: {YamlText.Of(text)}\nlist: {YamlText.List([text, text])}\n"));
        var map = (YamlMappingNode)yaml.Documents[0].RootNode;
        Assert.Equal(text, ((YamlScalarNode)map["title"]).Value);
        Assert.Equal([text, text], ((YamlSequenceNode)map["list"]).Children.Select(c => ((YamlScalarNode)c).Value));
    }

    [Fact]
    public void A_number_or_a_word_of_yaml_is_quoted()
    {
        Assert.Equal("\"12\"", YamlText.Of("12"));
        Assert.Equal("\"No\"", YamlText.Of("No"));
    }
}
