using Archive.Publishing.Files;
using Archive.Publishing.Templates;
using Archive.Search;

namespace Archive.Cli;

/// <summary>What a person is told when something was thrown.</summary>
public static class Failure
{
    /// <summary>A plain sentence for a machine or a theme that is broken; for anything else one that says it is a bug, with its type.</summary>
    public static string SentenceOf(Exception thrown) => thrown switch
    {
        AggregateException { InnerException: { } first } => SentenceOf(first), // what is done on several cores at once wraps it
        IOException or UnauthorizedAccessException or OutputFolderException or TemplateException => thrown.Message,
        SearchIndexException => $"{thrown.Message} 'archive build' makes the search index anew.",
        _ => $"This is a bug in archive, not in your files. {thrown.GetType().Name}: {thrown.Message}",
    };
}
