using System.Collections.Immutable;

namespace Archive.Publishing.Diagnostics;

/// <summary>Keeps one mistake that was made a thousand times from burying all others.</summary>
public static class FindingLimit
{
    /// <summary>Findings of one rule in one file that are spelled out.</summary>
    public const int MostOfAKind = 20;

    /// <summary>The first of each kind in each file, and behind them one finding that counts the rest. The level is the gravest of those counted.</summary>
    /// <param name="findings">Sorted by place.</param>
    public static ImmutableArray<Diagnostic> Of(ImmutableArray<Diagnostic> findings)
    {
        var kept = ImmutableArray.CreateBuilder<Diagnostic>(findings.Length);
        var kinds = new Dictionary<(string Path, string Code), (int Count, int At)>();
        foreach (var finding in findings)
        {
            var kind = (finding.Location.Path, finding.Code);
            var (count, at) = kinds.GetValueOrDefault(kind);
            if (count == MostOfAKind) at = kept.Count;
            if (count <= MostOfAKind) kept.Add(finding);
            else if (finding.Level > kept[at].Level) kept[at] = kept[at] with { Level = finding.Level };
            kinds[kind] = (count + 1, at);
        }
        foreach (var (count, at) in kinds.Values.Where(k => k.Count > MostOfAKind))
            kept[at] = kept[at] with { Message = $"There are {count - MostOfAKind:#,0} more like the {MostOfAKind} above in this file, the next of them here.", Hint = null };
        return kept.ToImmutable();
    }
}
