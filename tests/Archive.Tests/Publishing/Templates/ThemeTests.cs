using System.Text;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Publishing.Templates;

public sealed class ThemeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_folder_stands_for_the_built_in_one()
    {
        var builtIn = Theme.Read(typeof(ThemeTests).Assembly, "internal", null);
        Write("shared/extra.hbs", "mine");
        var theme = Theme.Read(typeof(ThemeTests).Assembly, "internal", _folder);
        Assert.Equal(builtIn.Files.Length + 1, theme.Files.Length);
        Assert.Equal(Path.Combine(_folder, "shared", "extra.hbs"), theme.Files.Single(f => f.Name == "shared/extra.hbs").Origin);
    }

    [Fact]
    public void Files_of_another_area_are_not_read()
    {
        Write("internal/secret.hbs", "x");
        Assert.Empty(Theme.Read(typeof(ThemeTests).Assembly, "public", _folder).Files);
    }

    [Fact]
    public void A_text_is_the_same_with_any_line_ends_and_with_a_byte_order_mark()
    {
        var text = new ThemeFile("a.hbs", "a.hbs", Encoding.UTF8.GetPreamble().Concat("a\r\nb\nc"u8.ToArray()).ToArray()).Text;
        Assert.Equal("a\nb\nc", text);
    }

    [Fact]
    public void A_stylesheet_is_shared_rules_then_own_ones_without_comments_and_line_ends()
    {
        var assets = ThemeAssets.Of(new("public", [File("public/a.css", "/* own */\na{}"), File("shared/z.css", "z{} /* a\nb */ y{}\n")]));
        Assert.Equal("z{} y{}a{}", Text(assets, "style.css"));
    }

    [Fact]
    public void An_own_picture_stands_for_the_shared_one()
    {
        var assets = ThemeAssets.Of(new("public", [File("public/icon.svg", "own"), File("shared/icon.svg", "shared")]));
        Assert.Equal("own", Text(assets, "icon.svg"));
    }

    [Fact]
    public void The_name_of_an_asset_changes_with_its_bytes_alone()
    {
        string Named(string css) => ThemeAssets.Of(new("public", [File("public/a.css", css)])).PathOf("style.css").File;
        Assert.Equal(Named("a{}"), Named("a{}"));
        Assert.NotEqual(Named("a{}"), Named("b{}"));
        Assert.Matches(@"^assets/style\.[0-9a-f]{10}\.css$", Named("a{}"));
    }

    private static string Text(ThemeAssets assets, string name)
    {
        var page = assets.Pages.Single(p => p.Path == assets.PathOf(name));
        return Encoding.UTF8.GetString(Archive.Publishing.Sites.SiteRenderer.Render(page, new(new("public", []), new(new("https://x.org/")))));
    }

    private static ThemeFile File(string name, string text) => TemplateSetTests.File(name, text);

    private void Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // below the folder
        System.IO.File.WriteAllText(file, text);
    }
}
