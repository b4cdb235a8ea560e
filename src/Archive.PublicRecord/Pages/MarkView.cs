using Archive.PublicRecord.Vocabulary;

namespace Archive.PublicRecord.Pages;

/// <summary>A state in a word, and the shape and colour that go with it.</summary>
/// <param name="Word">Always shown: the shape and the colour only repeat it.</param>
/// <param name="Shape">Names the shape in the stylesheet: <c>good</c>, <c>none</c>, <c>minor</c>, <c>major</c>, <c>critical</c>.</param>
public sealed record MarkView(string Word, string Shape)
{
    public static MarkView Of(ComponentState state) => state switch
    {
        ComponentState.Operational => new("Operational", "good"),
        ComponentState.DegradedPerformance => new("Degraded performance", "minor"),
        ComponentState.PartialOutage => new("Partial outage", "major"),
        ComponentState.MajorOutage => new("Major outage", "critical"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static MarkView Of(PublicImpact impact) => impact switch
    {
        PublicImpact.None => new("No impact", "none"),
        PublicImpact.Minor => new("Minor impact", "minor"),
        PublicImpact.Major => new("Major impact", "major"),
        PublicImpact.Critical => new("Critical impact", "critical"),
        _ => throw new ArgumentOutOfRangeException(nameof(impact), impact, null),
    };

    public static string WordOf(UpdateStatus status) => status switch
    {
        UpdateStatus.Investigating => "Investigating",
        UpdateStatus.Identified => "Identified",
        UpdateStatus.Monitoring => "Monitoring",
        UpdateStatus.Resolved => "Resolved",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
