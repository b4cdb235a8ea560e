namespace Archive.Publishing.Templates;

/// <summary>A template does not parse, or asks for something that is not there.</summary>
/// <remarks>The message is <c>file:line: sentence</c>, or <c>file: sentence</c> where the line is not known.</remarks>
public sealed class TemplateException : Exception
{
    internal TemplateException(string file, int line, string sentence, Exception? cause = null)
        : base(line > 0 ? $"{file}:{line}: {sentence}" : $"{file}: {sentence}", cause)
    {
        File = file;
        Line = line;
        Sentence = sentence;
    }

    /// <summary>The built-in name, or the path of the file that overrides it.</summary>
    public string File { get; }

    /// <summary>1-based; 0 where it is not known.</summary>
    public int Line { get; }

    /// <summary>What is wrong, and what to do.</summary>
    public string Sentence { get; }
}
