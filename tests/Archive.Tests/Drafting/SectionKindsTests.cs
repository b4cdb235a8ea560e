using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Drafting;

public sealed class SectionKindsTests
{
    public static TheoryData<SectionKind> Kinds => [.. Enum.GetValues<SectionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_heading_that_a_template_writes_is_understood(SectionKind kind) =>
        Assert.Equal(kind, SectionKinds.Of(SectionKinds.HeadingOf(kind)));

    [Theory]
    [InlineData("Root Cause(s)", SectionKind.RootCauseAnalysis)]
    [InlineData("5 Whys", SectionKind.RootCauseAnalysis)]
    [InlineData("6. 5 Whys", SectionKind.RootCauseAnalysis)]
    [InlineData("Five whys:", SectionKind.RootCauseAnalysis)]
    [InlineData("1. Summary", SectionKind.Summary)]
    [InlineData("5. Impact", SectionKind.Impact)]
    [InlineData("5 Impact", SectionKind.Impact)]
    [InlineData("12) Lessons Learned", SectionKind.LessonsLearned)]
    [InlineData("TL;DR", SectionKind.Summary)]
    [InlineData("What didn’t go so well?", SectionKind.WentWrong)]
    [InlineData("  WHAT WENT   WELL  ", SectionKind.WentWell)]
    [InlineData("Follow-ups", SectionKind.ActionItems)]
    [InlineData("🔥 Timeline 🔥", SectionKind.Timeline)]
    public void Words_that_people_use_are_understood(string heading, SectionKind kind) => Assert.Equal(kind, SectionKinds.Of(heading));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("Impactful things")]
    [InlineData("Appendix")]
    public void Other_headings_are_nothing(string heading) => Assert.Null(SectionKinds.Of(heading));

    [Fact]
    public void A_heading_of_any_length_is_read() => Assert.Null(SectionKinds.Of(new string('x', 100_000)));
}
