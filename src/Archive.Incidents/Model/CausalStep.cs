namespace Archive.Incidents.Model;

/// <summary>A step of a causal tree: what was so, and how it came together with its siblings.</summary>
/// <param name="Depth">0 for what happened in the end; a step's causes follow it, one deeper.</param>
/// <param name="Text">Plain text, without the word that joins it.</param>
/// <param name="Gate">How it joins its siblings; null for the first step and where nothing is said.</param>
public sealed record CausalStep(int Depth, string Text, CausalGate? Gate);

/// <summary>How the causes of a step come together.</summary>
public enum CausalGate
{
    /// <summary>All of them were needed.</summary>
    And,

    /// <summary>Any of them sufficed.</summary>
    Or,

    /// <summary>It is the one cause.</summary>
    Because,
}
