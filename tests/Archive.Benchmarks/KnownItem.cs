namespace Archive.Benchmarks;

/// <summary>A query of somebody who looks for one document that they know.</summary>
/// <param name="Text">As typed; a phrase in quotes.</param>
/// <param name="Wanted">The id of the document.</param>
/// <param name="Fits">How many documents it fits, by their text; 1: it identifies its item.</param>
public sealed record KnownItem(string Kind, string Text, string Wanted, int Fits)
{
    public bool IsAlone => Fits == 1;

    public bool IsTyping => Kind == KnownQueries.Prefix;
}
