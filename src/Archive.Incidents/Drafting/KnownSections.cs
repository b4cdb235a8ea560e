using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>A postmortem's body, and what each of its sections is: found out once, since a dozen rules ask.</summary>
internal sealed class KnownSections
{
    private readonly ImmutableArray<SectionKind?> _kinds;

    public KnownSections(SectionedText text)
    {
        Text = text;
        _kinds = ImmutableArray.CreateRange(text.Sections, static s => SectionKinds.Of(s.Heading));
        Prose = RunsOf(text.Prose);
    }

    public SectionedText Text { get; }

    /// <summary>Its words in order, by the headings that they stand below.</summary>
    public ImmutableArray<ProseRun> Prose { get; }

    /// <summary>What a section of the text is, by its place in it; null where the archive does not know it.</summary>
    public SectionKind? KindOf(int section) => _kinds[section];

    /// <summary>The first section of a kind.</summary>
    public TextSection? Find(SectionKind kind)
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] == kind) return Text.Sections[i];
        }
        return null;
    }

    /// <summary>All tables that were read as data in the sections of a kind, in order.</summary>
    public ImmutableArray<DocumentTable> TablesOf(SectionKind kind)
    {
        ImmutableArray<DocumentTable> tables = [];
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] == kind) tables = tables.IsEmpty ? Text.Sections[i].Tables : tables.AddRange(Text.Sections[i].Tables);
        }
        return tables;
    }

    private ImmutableArray<ProseRun> RunsOf(ImmutableArray<ProseBlock> blocks)
    {
        var runs = ImmutableArray.CreateBuilder<ProseRun>(Text.Sections.Length + 1);
        var section = 0;
        for (int start = 0, end; start < blocks.Length; start = end)
        {
            var heading = blocks[start].Section;
            for (end = start + 1; end < blocks.Length && blocks[end].Section == heading;) end++;
            while (section < _kinds.Length && Text.Sections[section].Heading != heading) section++; // they come in the same order
            runs.Add(new(section < _kinds.Length ? _kinds[section] : SectionKinds.Of(heading), blocks, start, end));
            if (section == _kinds.Length) section = 0;
        }
        return runs.DrainToImmutable();
    }
}

/// <summary>Words that stand below one heading, with the heading.</summary>
/// <param name="Kind">What the section is; null where the archive does not know it.</param>
/// <param name="All">The words of the whole text.</param>
/// <param name="Start">The first of them.</param>
/// <param name="End">Not included.</param>
internal readonly record struct ProseRun(SectionKind? Kind, ImmutableArray<ProseBlock> All, int Start, int End)
{
    public ReadOnlySpan<ProseBlock> Blocks => All.AsSpan()[Start..End];
}
