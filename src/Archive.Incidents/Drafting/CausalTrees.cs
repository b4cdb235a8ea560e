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
    public static ImmutableArray<CausalStep> Of(SectionedText text)
    {
        foreach (var list in ListsOf(text))
        {
            ImmutableArray<CausalStep> steps = [.. list.Select(StepOf)];
            var isTree = steps.Length >= LeastSteps && steps.Count(s => s.Depth == 0) == 1 && steps.Any(s => s.Gate is not null);
            if (isTree) return steps;
        }
        return [];
    }

    /// <summary>Steps of the longest chain: a numbered or plain list of whys, or the depth of a tree.</summary>
    public static int LongestChain(SectionedText text) => ListsOf(text).Select(l => Math.Max(l.Count(b => b.Depth == 1), l.Max(b => b.Depth))).DefaultIfEmpty(0).Max();

    private static IEnumerable<List<ProseBlock>> ListsOf(SectionedText text) => text.Prose
        .Where(b => b is { Kind: ProseKind.ListItem, IsQuoted: false } && SectionKinds.Of(b.Section) == SectionKind.RootCauseAnalysis)
        .GroupBy(b => b.List)
        .Select(g => g.ToList());

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
