using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Incidents.Pages;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Pages;

public sealed partial class StylesheetTests
{
    private static readonly Theme Theme = Theme.Read(typeof(InternalSite).Assembly, "internal", null);

    private static readonly string Base = Theme.Files.Single(f => f.Name == "shared/base.css").Text;

    /// <summary>The tokens of light, then of dark.</summary>
    private static readonly Dictionary<string, string>[] Schemes =
    [
        .. ColourBlock().Matches(Base).Select(b => Token().Matches(b.Value).ToDictionary(t => t.Groups["name"].Value, t => t.Groups["colour"].Value, StringComparer.Ordinal)),
    ];

    public static TheoryData<int, string, string> TextOnGround
    {
        get
        {
            var pairs = new TheoryData<int, string, string>();
            string[] texts = ["ink", "quiet", "accent", "bad", "warn", "good"];
            string[] grounds = ["paper", "sunken", "wash", "bad-wash", "warn-wash", "good-wash"];
            for (var scheme = 0; scheme < 2; scheme++)
            {
                foreach (var text in texts)
                    foreach (var ground in grounds) pairs.Add(scheme, text, ground);
                for (var rank = 0; rank < 5; rank++) pairs.Add(scheme, $"on-sev{rank}", $"sev{rank}");
                for (var step = 1; step < 5; step++) pairs.Add(scheme, $"on-heat{step}", $"heat{step}");
            }
            return pairs;
        }
    }

    [Fact]
    public void There_are_a_light_and_a_dark_scheme_with_the_same_colours()
    {
        Assert.Equal(2, Schemes.Length);
        Assert.Equal(Schemes[0].Keys.Order(StringComparer.Ordinal), Schemes[1].Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TextOnGround))]
    public void Text_stands_out_from_its_ground(int scheme, string text, string ground) =>
        Assert.True(Contrast(scheme, text, ground) >= 4.5, $"{text} on {ground}: {Contrast(scheme, text, ground):0.00}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Borders_that_mean_something_stand_out(int scheme) => Assert.True(Contrast(scheme, "edge", "paper") >= 3);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_severity_ramp_survives_greyscale(int scheme)
    {
        var fromPaper = Enumerable.Range(0, 5).Select(r => Contrast(scheme, $"sev{r}", "paper")).ToList();
        Assert.All(fromPaper.Zip(fromPaper.Skip(1)), step => Assert.True(step.First > step.Second * 1.2, $"{step.First:0.00} {step.Second:0.00}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_deeper_step_of_a_heat_map_survives_greyscale(int scheme)
    {
        var fromPaper = Enumerable.Range(1, 4).Select(s => Contrast(scheme, $"heat{s}", "paper")).ToList();
        Assert.All(fromPaper.Zip(fromPaper.Skip(1)), step => Assert.True(step.Second > step.First * 1.4, $"{step.First:0.00} {step.Second:0.00}"));
    }

    [Fact]
    public void Colours_stand_in_the_tokens_only()
    {
        var rules = string.Concat(Theme.Files.Where(f => f.Name.EndsWith(".css", StringComparison.Ordinal)).Select(f => ColourBlock().Replace(f.Text, "")));
        Assert.Empty(Literal().Matches(rules).Select(m => m.Value));
    }

    [Fact]
    public void The_stylesheet_is_served_with_at_most_19_and_a_half_kilobytes()
    {
        var templates = new TemplateSet(Theme, new SiteAddress(new Uri("https://archive.example/")));
        using var buffer = new PageBuffer();
        var style = Assert.Single(templates.Assets.Pages, p => p.Path.File.EndsWith(".css", StringComparison.Ordinal));
        Assert.InRange(buffer.Rendered(style, templates).Length, 1, 19 * 1024 + 512);
    }

    [Fact]
    public void No_template_has_inline_styles_or_scripts()
    {
        // a mail has no stylesheet beside it, and no page of the site shows it
        var templates = Theme.Files.Where(f => f.Name.EndsWith(".hbs", StringComparison.Ordinal) && f.Name != "internal/digest-mail.hbs").ToList();
        Assert.NotEmpty(templates);
        Assert.All(templates, t => Assert.DoesNotMatch(@"\sstyle=|<style|<script(?! type=""module"" src=""[^""]*""></script>)|\son[a-z]+=", t.Text));
    }

    /// <summary>The formula of WCAG 2.</summary>
    private static double Contrast(int scheme, string one, string other)
    {
        var (a, b) = (Luminance(Schemes[scheme][one]), Luminance(Schemes[scheme][other]));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    [GeneratedRegex(@":root\{[^}]*--paper[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex ColourBlock();

    [GeneratedRegex("--(?<name>[a-z0-9-]+):(?<colour>#[0-9a-f]{6})", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
