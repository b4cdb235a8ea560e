using System.Globalization;
using System.Text;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Pages;

/// <summary>Values that write themselves on a page write what their words are.</summary>
public sealed class WrittenValuesTests
{
    [Fact]
    public void A_day_writes_itself()
    {
        var view = TimeView.Of(new DateOnly(2026, 4, 5));
        Assert.Equal(("5 Apr 2026", "2026-04-05"), (Written(view.Text), Written(view.Iso)));
        Assert.Equal(("5 Apr 2026", "2026-04-05"), (view.Text.ToString(), view.Iso.ToString()));
    }

    [Fact]
    public void A_moment_writes_itself_in_utc()
    {
        var view = TimeView.Of(new DateTimeOffset(2026, 4, 6, 1, 2, 3, TimeSpan.FromHours(11)));
        Assert.Equal(("5 Apr 2026, 14:02 UTC", "2026-04-05T14:02:03Z"), (Written(view.Text), Written(view.Iso)));
        Assert.Equal(("5 Apr 2026, 14:02 UTC", "2026-04-05T14:02:03Z"), (view.Text.ToString(), view.Iso.ToString()));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12, "12")]
    [InlineData(12.04, "12")]
    [InlineData(834.46, "834.5")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(-0.01, "0")]
    public void A_number_of_a_drawing_writes_itself_to_a_tenth(double value, string written)
    {
        Assert.Equal(written, Written(new SvgTenths(value)));
        Assert.Equal(written, new SvgTenths(value).ToString());
    }

    /// <summary>Into all the room that it needs, and into none that is too small.</summary>
    private static string Written<T>(T value) where T : struct, IPlainHtml
    {
        Span<byte> room = stackalloc byte[64];
        Assert.True(value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture));
        for (var less = 0; less < length; less++) Assert.False(value.TryFormat(new byte[less], out _, default, CultureInfo.InvariantCulture));
        Assert.Equal(-1, HtmlTextEncoder.IndexIn(Encoding.UTF8.GetString(room[..length])));
        return Encoding.UTF8.GetString(room[..length]);
    }
}
