using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>Reads the causal tree of a root cause analysis: an indented list whose items begin with <c>AND</c>, <c>OR</c> or <c>because</c>.</summary>
internal static partial class CausalTrees
{
    private const int LeastSteps = 3;

    /// <summary>The first list of the section that is a tree: items inside items, one of which says how it joins. Empty where there is none.</summary>
    public static ImmutableArray<CausalStep> Of(KnownSections text)
    {
        foreach (var list in ListsOf(text))
        {
            if (list.Count < LeastSteps || list.Count(b => b.Depth == 1) != 1) continue;
            ImmutableArray<CausalStep> steps = [.. list.Select(StepOf)];
            if (steps.Any(s => s.Gate is not null)) return steps;
        }
        return [];
    }

    /// <summary>Steps of the longest chain: a numbered or plain list of whys, or the depth of a tree.</summary>
    public static int LongestChain(KnownSections text) => ListsOf(text).Select(l => Math.Max(l.Count(b => b.Depth == 1), l.Max(b => b.Depth))).DefaultIfEmpty(0).Max();

    private static IEnumerable<List<ProseBlock>> ListsOf(KnownSections text)
    {
        var items = new List<ProseBlock>();
        foreach (var run in text.Prose)
        {
            if (run.Kind != SectionKind.RootCauseAnalysis) continue;
            foreach (var block in run.Blocks)
            {
                if (block is { Kind: ProseKind.ListItem, IsQuoted: false }) items.Add(block);
            }
        }
        return items.Count == 0 ? [] : items.GroupBy(b => b.List).Select(g => g.ToList());
    }

    private static CausalStep StepOf(ProseBlock block)
    {
        var words = block.PlainText.Trim();
        return Joined().Match(words) is { Success: true } joined
            ? new(block.Depth - 1, joined.Groups["text"].Value, joined.Groups["gate"].Value switch { "AND" => CausalGate.And, "OR" => CausalGate.Or, _ => CausalGate.Because })
            : new(block.Depth - 1, words, null);
    }

    [GeneratedRegex(@"^(?<gate>AND|OR|because|Because|BECAUSE)[ :]+(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Joined();
}
