namespace Archive.Incidents.Model;

/// <summary>What is told.</summary>
public enum PostmortemKind
{
    Incident,
    NearMiss,
    MissedLaunch,
    FailedExperiment,
    Escalation,
}

/// <summary>How far the document is. Ordered; rules grow stricter with it. A stub is an owed postmortem, and a valid record.</summary>
public enum DocumentStatus
{
    Stub,
    Draft,
    Review,
    Final,
}

/// <summary>Who or what noticed first.</summary>
public enum Detector
{
    Alert,
    Employee,
    Customer,
    Chance,
}

public enum CauseKind
{
    Root,
    Contributing,
}

public enum ItemStatus
{
    /// <summary>Worth keeping, promised by nobody; never counted.</summary>
    Idea,

    /// <summary>Promised and not done.</summary>
    Open,
    Done,

    /// <summary>Decided against, with a reason.</summary>
    Declined,
}

public enum ItemPurpose
{
    Prevent,
    Detect,
    Mitigate,
    Respond,
    Process,
}

/// <summary>Ordered: P0 first.</summary>
public enum ItemPriority
{
    P0,
    P1,
    P2,
    P3,
}

/// <summary>What a row of the timeline marks.</summary>
public enum MomentMark
{
    Trigger,
    Detection,
    Escalation,
    Decision,
    Mitigation,
    Resolution,
}

/// <summary>Whether a public note may be published.</summary>
public enum NoteStatus
{
    Draft,

    /// <summary>Its updates are published, each by being merged; an account waits for its approval.</summary>
    Ongoing,
    Approved,
}

/// <summary>What makes two incidents the same kind of failure, besides that one says so.</summary>
public enum RecurrenceKey
{
    /// <summary>The same failure class, and at least one service in common.</summary>
    ClassAndService,

    /// <summary>The same failure class, whatever service it hit.</summary>
    Class,
}
