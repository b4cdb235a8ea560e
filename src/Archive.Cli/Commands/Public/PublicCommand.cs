using System.CommandLine;
using Archive.Cli.Writing;

namespace Archive.Cli.Commands.Public;

/// <summary><c>archive public</c>: what the world is told.</summary>
public static class PublicCommand
{
    public static Command Of(Terminal terminal, CommonOptions options) => new("public", "Tell the world, approve what it is told, and see what it would see change.")
    {
        UpdateCommand.Of(terminal, options),
        ApproveCommand.Of(terminal, options),
        DiffCommand.Of(terminal, options),
    };

    internal static Argument<string> IncidentArgument() => new("ID") { HelpName = "ID", Description = "Id of the postmortem, such as INC-042" };

    /// <summary>The note of an incident; null, with the reason, where there is not exactly one.</summary>
    internal static (NoteFile? Note, string Refusal) Find(RunSettings settings, string id)
    {
        var notes = NoteFile.All(settings.InputFolder).Where(n => n.ValueOf("incident")?.Equals(id, StringComparison.OrdinalIgnoreCase) == true).ToList();
        if (notes.Count == 1) return (notes[0], "");
        if (notes.Count > 1) return (null, $"{id} has {notes.Count} public notes; 'archive check' says where. Keep one.");
        return PostmortemIds.In(settings.InputFolder).Contains(id, StringComparer.OrdinalIgnoreCase)
            ? (null, $"{id} has no public note. Put one beside its postmortem, with a name that ends in .public.md; 'archive new --public' writes both at once.")
            : (null, $"There is no postmortem {id}.");
    }
}
