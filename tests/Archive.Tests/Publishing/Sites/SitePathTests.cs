using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class SitePathTests
{
    private static readonly SiteAddress Address = new(new("https://archive.example.org/records/"));

    [Theory]
    [InlineData("Köln am Rhein", "koln-am-rhein")]
    [InlineData("Ko\u0308ln", "koln")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ångström, Ñandú & Čeština", "angstrom-nandu-cestina")]
    [InlineData("Łódź, Ærø, Þór, œuvre", "lodz-aero-thor-oeuvre")]
    [InlineData("Việt Nam", "viet-nam")]
    [InlineData("ﬁle №5", "file-5")]
    [InlineData("Ｆｕｌｌ２", "full2")]
    [InlineData("Ёлка й", "ёлка-й")]
    [InlineData("ガード", "ガード")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("co\u00adop", "coop")]
    [InlineData("Очередь", "очередь")]
    [InlineData("障害報告", "障害報告")]
    [InlineData("한국어", "한국어")]
    [InlineData("  --INC-031--  ", "inc-031")]
    [InlineData("a/b\\c..d", "a-b-c-d")]
    [InlineData("💥", "-")]
    [InlineData("", "-")]
    public void A_slug_keeps_letters_and_loses_marks(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("con", "con-1")]
    [InlineData("AUX", "aux-1")]
    [InlineData("nul", "nul-1")]
    [InlineData("prn", "prn-1")]
    [InlineData("COM1", "com1-1")]
    [InlineData("lpt9", "lpt9-1")]
    [InlineData("com10", "com10")]
    [InlineData("console", "console")]
    public void A_name_that_Windows_keeps_for_itself_gets_a_suffix(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData(79)]
    [InlineData(80)]
    [InlineData(81)]
    [InlineData(2000)]
    public void A_long_text_makes_a_slug_of_80_characters_at_most(int length) =>
        Assert.Equal(Math.Min(80, length), Slug.Of(new string('x', length)).Length);

    [Fact]
    public void A_slug_is_not_cut_inside_a_character_nor_at_a_hyphen()
    {
        Assert.Equal(new string('x', 79), Slug.Of(new string('x', 79) + "𐐨𐐨"));
        Assert.Equal(new string('x', 79), Slug.Of(new string('x', 79) + " yz"));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_hyphen() => Assert.Equal("a-b", Slug.Of("a\ud800b"));

    [Fact]
    public void A_slug_of_a_slug_is_itself() =>
        Assert.All(["con", "Köln", "障害 報告", "💥", "İstanbul", "ΑΣ", new string('x', 90)], text => Assert.Equal(Slug.Of(text), Slug.Of(Slug.Of(text))));

    [Fact]
    public void Letters_of_other_scripts_are_percent_encoded_in_addresses_only()
    {
        var path = SitePath.Page("Dienste", "Очередь");
        Assert.Equal("dienste/очередь/index.html", path.File);
        Assert.Equal("/dienste/очередь/", path.Url);
        Assert.Equal("/records/dienste/%D0%BE%D1%87%D0%B5%D1%80%D0%B5%D0%B4%D1%8C/", Address.Href(path));
        Assert.Equal("https://archive.example.org/records/dienste/%D0%BE%D1%87%D0%B5%D1%80%D0%B5%D0%B4%D1%8C/", Address.Absolute(path));
    }

    [Fact]
    public void A_browser_finds_the_file_behind_an_encoded_address()
    {
        var path = SitePath.OfFile("assets/100% größe #1?.png");
        Assert.Equal("assets/100% größe #1?.png", Uri.UnescapeDataString(new Uri(Address.Absolute(path)).AbsolutePath)["/records/".Length..]);
    }

    [Fact]
    public void A_base_address_without_a_slash_gets_one() =>
        Assert.Equal("/records/a/", new SiteAddress(new("https://example.org/records")).Href(SitePath.Page("a")));

    [Fact]
    public void An_anchor_is_encoded_as_well() =>
        Assert.Equal("/records/a/#%C3%BCber-%22x%22", Address.Href(SitePath.Page("a"), "über-\"x\""));

    [Fact]
    public void The_address_of_a_page_has_no_file_name()
    {
        Assert.Equal("/records/", Address.Href(SitePath.Root));
        Assert.Equal("/records/a/", Address.Href(SitePath.Page("a")));
        Assert.Equal("/records/index.html.txt", Address.Href(SitePath.OfFile("index.html.txt")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/./b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void A_path_that_leaves_the_site_is_refused(string file) => Assert.Throws<ArgumentException>(() => SitePath.OfFile(file));
}
