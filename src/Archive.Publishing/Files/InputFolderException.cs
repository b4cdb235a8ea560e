namespace Archive.Publishing.Files;

/// <summary>The input folder cannot be read at all. Its message is a sentence for the person who named it.</summary>
public sealed class InputFolderException(string message) : IOException(message);
