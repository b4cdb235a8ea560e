using System.Buffers;
using System.Runtime.CompilerServices;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>Reads Markdown into the tree that Markdig makes of it: what is plain by itself, the rest by Markdig's parsers.</summary>
/// <param name="blocks">Those of a pipeline, in its order.</param>
/// <param name="inlines">Likewise.</param>
internal sealed class MarkdownTrees(BlockParserList blocks, InlineParserList inlines)
{
    /// <summary>No renderer goes as deep.</summary>
    private const int MostNested = 1000;

    private readonly SearchValues<char> _signs = PlainWords.SignsOf(inlines);

    /// <param name="text">Lines end in <c>\n</c>; without NUL.</param>
    /// <param name="start">Where the Markdown begins in it: a line's first character.</param>
    /// <param name="line">Lines before that.</param>
    /// <exception cref="ArgumentException">It is nested deeper than any renderer goes: a "depth limit".</exception>
    public MarkdownDocument Of(string text, int start, int line)
    {
        var document = new MarkdownDocument();
        var plain = new PlainBlocks(text, start, line, _signs, document);
        while (!plain.IsAtEnd)
        {
            if (plain.IsAtBlank) plain.TakeLine();
            else if (!plain.TryRead()) ReadOther(document, ref plain);
        }
        ReadInlines(document, new(document, inlines, preciseSourcelocation: true, context: null), text, 0);
        return document;
    }

    /// <summary>Has Markdig read lines up to one that is surely a block of its own.</summary>
    private void ReadOther(MarkdownDocument document, ref PlainBlocks lines)
    {
        var processor = new BlockProcessor(document, blocks, context: null) { LineIndex = lines.Line };
        bool isBlank;
        do
        {
            isBlank = lines.IsAtBlank;
            processor.ProcessLine(lines.TakeLine());
        }
        while (!lines.IsAtEnd && !(isBlank && lines.IsApart && !HasOpenLeaf(document)));
        processor.Close(document); // with all that is open in it
    }

    /// <summary>Whether a block goes on over blank lines, as code does.</summary>
    private static bool HasOpenLeaf(MarkdownDocument document)
    {
        Block? last = document;
        while (last is ContainerBlock container) last = container.LastChild;
        return last is LeafBlock { IsOpen: true };
    }

    private void ReadInlines(ContainerBlock container, InlineProcessor processor, string text, int depth)
    {
        if (depth > MostNested) throw new ArgumentException("A depth limit was exceeded: blocks stand in more blocks than can be read.", nameof(container));
        var mayAwaitTables = false;
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ContainerBlock inner) ReadInlines(inner, processor, text, depth + 1);
            if (container[i] is not LeafBlock { ProcessInlines: true } leaf || TryReadLine(leaf, text)) continue;
            mayAwaitTables |= leaf.Lines.Count > 1;
            processor.ProcessInlineLeaf(leaf);
            if (processor.BlockNew is { } table) container[i] = table;
        }
        if (mayAwaitTables) OnProcessInlinesEnd(container, processor);
    }

    private bool TryReadLine(LeafBlock leaf, string text)
    {
        if (leaf.Lines.Count != 1) return false;
        var line = leaf.Lines.Lines[0];
        if (line.Slice.IsEmpty || !ReferenceEquals(line.Slice.Text, text)) return false;
        if (PlainInlines.Read(text, line.Slice.Start, line.Slice.Length, leaf.Line, line.Column, _signs) is not { } inline) return false;
        (leaf.Inline, leaf.Lines) = (inline, default);
        return true;
    }

    /// <summary>Puts tables behind the words that stand above them in the same paragraph: Markdig's parser of tables waits for it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void OnProcessInlinesEnd(Block block, InlineProcessor processor);
}
