namespace Archive.Search.Analysis;

/// <summary>How text is read. In code no word that belongs to an identifier is taken for English.</summary>
public enum TextKind
{
    Prose,
    Code,
}
