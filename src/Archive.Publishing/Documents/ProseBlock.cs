using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Publishing.Documents;

/// <summary>What a run of words is in its document.</summary>
public enum ProseKind
{
    Paragraph,
    ListItem,
    Heading,
    TableCell,
}

/// <summary>The words of one paragraph, list item, heading or cell, as a reader hears them, and where each stands.</summary>
public sealed record ProseBlock
{
    /// <summary>Stands for a part that is no prose: code, a bare address, a picture.</summary>
    public const char Opaque = '\uFFFC';

    /// <summary>The heading of its section, plain text; empty before the first.</summary>
    public required string Section { get; init; }

    public required ProseKind Kind { get; init; }

    /// <summary>Whether it stands in a block quotation.</summary>
    public required bool IsQuoted { get; init; }

    /// <summary>How many lists it stands in; 0 outside of them.</summary>
    public required int Depth { get; init; }

    /// <summary>Which of the section's lists, counted from 1 over the document; 0 outside of them.</summary>
    public required int List { get; init; }

    /// <summary>Whether the nearest list counts its items.</summary>
    public required bool IsNumbered { get; init; }

    /// <summary>In one line, without marks; <see cref="Opaque"/> for each part that is no prose.</summary>
    public string Text => field ??= Written ?? Lines.Text.Substring(Start, Length);

    /// <summary>The text, where it does not stand in the source as it is.</summary>
    internal string? Written { get; init; }

    /// <summary>Index in the source of the text's first character, where it stands there as it is.</summary>
    internal int Start { get; init; }

    internal int Length { get; init; }

    /// <summary>What stands for each <see cref="Opaque"/> of <see cref="Text"/>, in order.</summary>
    public ImmutableArray<string> Hidden { get; init; } = [];

    /// <summary>Whether a part of it leads somewhere.</summary>
    public bool HasLink { get; init; }

    /// <summary>The words with code and addresses in their places.</summary>
    public string PlainText
    {
        get
        {
            if (Hidden.IsEmpty) return Text;
            var parts = Text.Split(Opaque);
            return parts.Length - 1 == Hidden.Length ? string.Concat(parts.Zip(Hidden.Append(""), (words, code) => words + code)) : Text.Replace(Opaque, ' ');
        }
    }

    /// <summary>Where runs of <see cref="Text"/> begin, in it and in the source, in order; empty where it stands there as it is.</summary>
    internal ImmutableArray<(int Offset, int Source)> Runs { get; init; } = [];

    public required TextPlaces Lines { get; init; }

    /// <summary>The place of a part of <see cref="Text"/>.</summary>
    public SourceLocation PlaceOf(int start, int length = 0)
    {
        var (at, after) = (0, Runs.Length);
        while (after - at > 1)
        {
            var middle = (at + after) / 2;
            if (Runs[middle].Offset > start) after = middle;
            else at = middle;
        }
        return Runs.IsEmpty ? Lines.Of(Start + start, length) : Lines.Of(Runs[at].Source + start - Runs[at].Offset, length);
    }
}
