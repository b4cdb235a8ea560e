using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads words up to the next sign that may mean something, in one step: what is left to Markdig stops at each letter that may begin an address.</summary>
/// <remarks>
/// The tree is the same. Markdig asks for a parser at every letter with which <c>http</c>, <c>www</c>, <c>ftp</c>, <c>mailto</c> or <c>tel</c> begins, which is one in six, and
/// puts the pieces together again. This one has no letters of its own, so that it is asked last, where Markdig's own reader of words would be.
/// </remarks>
internal sealed class PlainWords : InlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var next = NextSign(processor, slice);
        var end = next <= slice.End && slice.Text[next] == '\n' ? EndOfLine(slice, next) : next - 1;
        if (end >= slice.Start) Add(processor, slice, end);
        slice.Start = next;
        return true;
    }

    private static int NextSign(InlineProcessor processor, StringSlice slice)
    {
        var next = slice.Start;
        do next = processor.Parsers.IndexOfOpeningCharacter(slice.Text, next + 1, slice.End);
        while (next >= 0 && BoundedAddresses.IsBeginning(slice.Text[next]) && !BoundedAddresses.IsAddress(slice with { Start = next }));
        return next < 0 ? slice.End + 1 : next;
    }

    /// <summary>The last character of a line that is no space.</summary>
    private static int EndOfLine(StringSlice slice, int lineBreak)
    {
        var end = lineBreak - 1;
        while (end >= slice.Start && slice.Text[end].IsSpace()) end--;
        return end;
    }

    private static void Add(InlineProcessor processor, StringSlice slice, int end)
    {
        if (processor.Inline is LiteralInline before && ReferenceEquals(before.Content.Text, slice.Text) && before.Content.End + 1 == slice.Start)
        {
            before.Content.End = end;
            before.Span.End = processor.GetSourcePosition(end);
            return;
        }
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new(slice.Text, slice.Start, end),
            Span = new(start, processor.GetSourcePosition(end)),
            Line = line,
            Column = column,
        };
    }
}
