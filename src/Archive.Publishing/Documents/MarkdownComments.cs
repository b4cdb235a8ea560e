using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>
/// Leaves HTML comments out. Other raw HTML is shown as text, so that nobody wonders where it went; a comment is what its
/// author did not want read. One that is never closed is text like the rest; one inside code is code.
/// </summary>
internal sealed class MarkdownComments : IMarkdownExtension
{
    private const string Opening = "<!--";

    private const string Closing = "-->";

    private static readonly object Key = new();

    /// <summary>The comments of a document, without their marks, in order of where they begin.</summary>
    public static IReadOnlyList<(int Source, string Text)> Of(MarkdownDocument document) =>
        document.GetData(Key) is List<(int Source, string Text)> found ? [.. found.OrderBy(c => c.Source)] : [];

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new CommentBlockParser());
        pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new CommentInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Where the comment that begins at the start of a slice ends, in its text; -1 where it never does.</summary>
    /// <param name="found">What was found in this text before.</param>
    private static int EndOf(StringSlice slice, int last, FoundClosing found)
    {
        var from = slice.Start + Opening.Length;
        if (!found.Answers(from)) (found.From, found.At) = (from, slice.Text.IndexOf(Closing, from, last + 1 - from, StringComparison.Ordinal));
        return found.At < 0 ? -1 : found.At + Closing.Length;
    }

    private static void Note(MarkdownDocument document, int source, string text, int start, int end)
    {
        if (document.GetData(Key) is not List<(int, string)> comments) document.SetData(Key, comments = []);
        comments.Add((source, text[(start + Opening.Length)..(end - Closing.Length)]));
    }

    /// <summary>The last closing mark that was looked for, so that many openings before one of them, or before none, are not each followed to it.</summary>
    /// <remarks>Has state: what is found out while one text is read.</remarks>
    private sealed class FoundClosing
    {
        public int From { get; set; } = int.MaxValue;

        /// <summary>The first at or after <see cref="From"/>; -1 where there is none.</summary>
        public int At { get; set; }

        public bool Answers(int from) => from >= From && (At < 0 || from <= At);
    }

    /// <summary>A comment that has its lines to itself; it may hold empty ones.</summary>
    private sealed class CommentBlockParser : BlockParser
    {
        public CommentBlockParser() => OpeningCharacters = ['<'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent) return BlockState.None;
            if (!processor.Line.Match(Opening)) return BlockState.None;
            if (processor.Document.GetData(this) is not FoundClosing found) processor.Document.SetData(this, found = new());
            var end = EndOf(processor.Line, processor.Line.Text.Length - 1, found);
            if (end < 0 || !IsAlone(processor.Line.Text, end)) return BlockState.None;
            Note(processor.Document, processor.Line.Start, processor.Line.Text, processor.Line.Start, end);
            processor.NewBlocks.Push(new CommentBlock(this) { End = end, RemoveAfterProcessInlines = true });
            return StateAt(processor.Line, end);
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block) =>
            StateAt(processor.Line, ((CommentBlock)block).End);

        private static BlockState StateAt(StringSlice line, int end) =>
            line.End + 1 >= end ? BlockState.BreakDiscard : BlockState.ContinueDiscard;

        /// <summary>Whether nothing follows on the line; otherwise it is part of a paragraph.</summary>
        private static bool IsAlone(string text, int end)
        {
            while (end < text.Length && text[end] is (' ' or '\t')) end++;
            return end >= text.Length || text[end] is '\n' or '\r';
        }
    }

    private sealed class CommentBlock(BlockParser parser) : LeafBlock(parser)
    {
        /// <summary>Offset in the text after the comment's last character.</summary>
        public int End { get; init; }
    }

    private sealed class CommentInlineParser : InlineParser
    {
        public CommentInlineParser() => OpeningCharacters = ['<'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (!slice.Match(Opening)) return false;
            var found = (FoundClosing)(processor.ParserStates[Index] ??= new FoundClosing()); // cleared by the processor before each text
            var end = EndOf(slice, slice.End, found);
            if (end < 0) return false;
            Note(processor.Document, processor.GetSourcePosition(slice.Start), slice.Text, slice.Start, end);
            slice.Start = end;
            return true;
        }
    }
}
