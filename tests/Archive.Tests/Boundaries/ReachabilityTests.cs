using System.Collections.Immutable;
using System.Reflection;
using Archive.PublicRecord;
using Archive.PublicRecord.Pages;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>Nothing internal can be reached from what a public template is given.</summary>
public class ReachabilityTests
{
    private static readonly Assembly[] Allowed = [typeof(PublicSite).Assembly, typeof(Page).Assembly, Assembly.Load("Archive.Search")];

    public static TheoryData<Type> Roots => new(ReachableTypes.ViewsOf(typeof(PublicSite).Assembly).Select(v => v.View).Append(typeof(PublicHistory)).Distinct());

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_public_view_reaches_nothing_internal(Type root) => Assert.Empty(ReachableTypes.Strangers(root, Allowed));

    [Fact]
    public void Every_public_page_has_its_template() => Assert.Equal(
        ["public/accessibility", "public/history", "public/home", "public/incident", "public/month", "public/moved", "public/not-found", "public/search"],
        ReachableTypes.ViewsOf(typeof(PublicSite).Assembly).Select(v => v.Template).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(typeof(HoldsAnObject), "HoldsAnObject.Anything: System.Object")]
    [InlineData(typeof(HoldsItDeep), "HoldsAnObject.Anything: System.Object")]
    [InlineData(typeof(HoldsAPostmortem), "HoldsAPostmortem.Inside: Archive.Incidents.Model.Postmortem")]
    public void A_view_that_reaches_further_is_seen(Type view, string stranger) =>
        Assert.Equal([stranger], ReachableTypes.Strangers(view, [.. Allowed, typeof(HoldsAnObject).Assembly]));

    private sealed record HoldsAnObject(object Anything);

    private sealed record HoldsItDeep(ImmutableArray<ImmutableDictionary<string, HoldsAnObject?>> Many);

    private sealed record HoldsAPostmortem(Archive.Incidents.Model.Postmortem? Inside);
}
