namespace Archive.Incidents.Pages.Parts;

/// <summary>Words, and where they lead; a null address is no link.</summary>
public sealed record LinkView(string Text, string? Href);

/// <summary>A link with how many stand behind it.</summary>
/// <param name="Note">Something to know beside the count, or null.</param>
public sealed record CountedLink(string Text, string Href, string Count, string? Note = null);
