using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>Whether evidence proves an item done, by what its type leaves behind.</summary>
public static class ItemProof
{
    /// <summary>Every type of the item is proved by one of its pieces of evidence; an item without a type by any piece at all.</summary>
    public static bool Holds(ActionItem item)
    {
        if (item.Types.IsEmpty) return IsProved(item, "");
        foreach (var type in item.Types)
        {
            if (!IsProved(item, type)) return false;
        }
        return true;
    }

    private static bool IsProved(ActionItem item, string type)
    {
        foreach (var evidence in item.Evidence)
        {
            if (Proves(evidence, type)) return true;
        }
        return false;
    }

    /// <remarks>A pull request stands for its commit. Types of the site's own vocabulary are proved by anything that can be looked up.</remarks>
    private static bool Proves(Evidence evidence, string type)
    {
        var isMerged = evidence.Commit is not null || evidence.PullRequest is not null;
        return type switch
        {
            "rule" or "memory" => evidence.Path is not null,
            "hook" => evidence.Path is not null && isMerged,
            "test" => evidence.Test is not null && evidence.Path is not null && isMerged,
            "criterion" => evidence.Path is not null && evidence.Contains is not null,
            "code" => isMerged,
            _ => evidence.Path is not null || evidence.Test is not null || isMerged,
        };
    }
}
