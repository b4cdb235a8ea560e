namespace Archive.PublicRecord.Vocabulary;

/// <summary>What an incident meant for customers. Ordered.</summary>
public enum PublicImpact
{
    None,
    Minor,
    Major,
    Critical,
}
