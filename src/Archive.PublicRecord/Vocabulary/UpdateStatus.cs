namespace Archive.PublicRecord.Vocabulary;

/// <summary>What a public update says of the incident's state. Ordered.</summary>
public enum UpdateStatus
{
    Investigating,
    Identified,
    Monitoring,
    Resolved,
}
