namespace Archive.Publishing.Diagnostics;

/// <summary>A finding that does not count, since a person said why it is right as it is.</summary>
/// <param name="Reason">In that person's words.</param>
/// <param name="By">Where they say so; null where that place is not known.</param>
public sealed record SuppressedFinding(Diagnostic Finding, string Reason, SourceLocation? By);
