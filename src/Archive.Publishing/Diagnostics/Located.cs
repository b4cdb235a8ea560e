namespace Archive.Publishing.Diagnostics;

/// <summary>A value and the place it was read from.</summary>
public readonly record struct Located<T>(T Value, SourceLocation Location)
{
    public Located<TOther> Map<TOther>(Func<T, TOther> map) => new(map(Value), Location);
}
