using Archive.PublicRecord.Vocabulary;

namespace Archive.PublicRecord;

/// <summary>How a component does. Ordered: the worst last.</summary>
public enum ComponentState
{
    Operational,
    DegradedPerformance,
    PartialOutage,
    MajorOutage,
}

public static class ComponentStates
{
    /// <summary>What an open incident of an impact does to the components that it names.</summary>
    public static ComponentState During(PublicImpact impact) => impact switch
    {
        PublicImpact.None => ComponentState.Operational,
        PublicImpact.Minor => ComponentState.DegradedPerformance,
        PublicImpact.Major => ComponentState.PartialOutage,
        PublicImpact.Critical => ComponentState.MajorOutage,
        _ => throw new ArgumentOutOfRangeException(nameof(impact), impact, null),
    };
}
