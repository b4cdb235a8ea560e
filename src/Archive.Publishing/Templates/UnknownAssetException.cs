namespace Archive.Publishing.Templates;

/// <summary>A template asks for an asset that the theme does not have. <see cref="TemplateSet"/> adds where.</summary>
internal sealed class UnknownAssetException(string name) : Exception($"The theme has no asset '{name}'.")
{
    public string Name { get; } = name;
}
