using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Incidents.Drafting;

/// <summary>The text of an input file, where the system lets us have it.</summary>
internal static class SourceText
{
    /// <summary>Null, with a finding, where the file is refused by the system, too large, or not UTF-8.</summary>
    public static SourceFile? Read(InputFile file, DiagnosticBag problems)
    {
        try
        {
            return file.IsEmpty ? SourceFile.OfBytes([], file.Path, problems) : SourceFile.Read(file.FullPath, file.Path, problems);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(StructureProblems.UnreadableFile(file.Path, refused.Message));
            return null;
        }
    }
}
