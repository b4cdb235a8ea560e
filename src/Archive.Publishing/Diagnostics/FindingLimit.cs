using System.Collections.Immutable;
using System.Runtime.InteropServices;

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
        var kinds = new Dictionary<string, (int Count, int At)>(StringComparer.Ordinal); // of one file
        var path = "";
        foreach (var finding in findings)
        {
            if (finding.Location.Path != path) Close();
            path = finding.Location.Path;
            ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(kinds, finding.Code, out _);
            if (kind.Count == MostOfAKind) kind.At = kept.Count;
            if (kind.Count <= MostOfAKind) kept.Add(finding);
            else if (finding.Level > kept[kind.At].Level) kept[kind.At] = kept[kind.At] with { Level = finding.Level };
            kind.Count++;
        }
        Close();
        return kept.ToImmutable();

        void Close()
        {
            foreach (var (count, at) in kinds.Values)
            {
                if (count > MostOfAKind)
                    kept[at] = kept[at] with { Message = $"There are {count - MostOfAKind:#,0} more like the {MostOfAKind} above in this file, the next of them here.", Hint = null };
            }
            kinds.Clear();
        }
    }
}
