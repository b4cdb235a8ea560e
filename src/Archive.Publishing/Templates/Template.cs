namespace Archive.Publishing.Templates;

/// <summary>The name of a template and the view it shows.</summary>
/// <param name="Name">Area and file without <c>.hbs</c>: <c>internal/postmortem</c>.</param>
public readonly record struct Template<TView>(string Name) where TView : class;
