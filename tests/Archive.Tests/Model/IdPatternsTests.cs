using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Model;

public sealed class IdPatternsTests
{
    private static readonly Policy Usual = Presets.Sre;

    /// <summary>The same pattern, as somebody would write it who does not know that it is the usual one.</summary>
    private static readonly Policy Written = Presets.Sre with { IdPattern = $"(?:{IdPatterns.Usual})" };

    [Theory]
    [InlineData("INC-031")]
    [InlineData("INC-2026-031")]
    [InlineData("INC-2026-03")]
    [InlineData("XINC-031")]
    [InlineData("inc-031")]
    [InlineData("INC-031\n")]
    [InlineData("")]
    public void The_usual_pattern_matches_what_it_would_match_as_a_written_one(string id) => Assert.Equal(IdPatterns.Whole(Written).IsMatch(id), IdPatterns.Whole(Usual).IsMatch(id));

    [Fact]
    public void The_usual_pattern_finds_what_it_would_find_as_a_written_one()
    {
        const string prose = "As in INC-031, INC-2026-031x, INC-2026-03 and aINC-12345, not in INC-1.";
        Assert.Equal(Found(IdPatterns.InProse(Written), prose), Found(IdPatterns.InProse(Usual), prose));
    }

    private static IEnumerable<string> Found(Regex ids, string prose) => ids.Matches(prose).Select(m => m.Value);
}
