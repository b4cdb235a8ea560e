using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Archive.Publishing.Documents;

/// <summary>Reads YAML into nodes that know their place. Anchors, aliases, tags, repeated keys and deep nesting are findings.</summary>
public static class YamlReader
{
    private const int DeepestNesting = 16;

    /// <param name="yaml">The text alone, without fences.</param>
    /// <param name="path">The file it stands in.</param>
    /// <param name="lineOffset">Lines of that file before the text.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="words">Makes strings of keys and values; null where there is no other text to share them with.</param>
    /// <returns>The first document; null where the text is broken or holds nothing but comments.</returns>
    public static YamlNode? Read(ReadOnlySpan<char> yaml, string path, int lineOffset, DiagnosticBag problems, RecentWords? words = null) =>
        PlainYaml.Read(yaml, path, lineOffset, words) ?? Parse(yaml.ToString(), path, lineOffset, problems);

    /// <summary>Reads by the parser's events, which understand all of YAML.</summary>
    internal static YamlNode? Parse(string yaml, string path, int lineOffset, DiagnosticBag problems)
    {
        var reading = new Reading(new Parser(new Scanner(new StringReader(yaml), skipComments: true)), path, lineOffset, problems);
        try
        {
            return reading.Document();
        }
        catch (YamlException broken)
        {
            problems.Add(DocumentProblems.BrokenYaml(InText(reading.Place(broken.Start), yaml, lineOffset), broken.Message));
            return null;
        }
        catch (InvalidOperationException)
        {
            // the parser loses its way in some broken texts and says so in this manner, without a place
            problems.Add(DocumentProblems.BrokenYaml(InText(reading.Reached, yaml, lineOffset), "what follows fits nowhere"));
            return null;
        }
    }

    /// <summary>The parser finds what is never closed on the line after the last one: that line need not be there.</summary>
    private static SourceLocation InText(SourceLocation place, string yaml, int lineOffset)
    {
        var last = yaml.AsSpan().Count('\n') + 1;
        return place.Line - lineOffset <= last ? place : place with { Line = last + lineOffset, Column = yaml.Length - yaml.LastIndexOf('\n') };
    }

    /// <summary>One pass over the parser's events. Has state because the parser has.</summary>
    private sealed class Reading(Parser parser, string path, int lineOffset, DiagnosticBag problems)
    {
        private bool _gaveUp;

        public YamlNode? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return null;
            parser.Consume<DocumentStart>();
            var node = Node(depth: 0);
            if (_gaveUp) return null;
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second)) problems.Add(DocumentProblems.SecondYamlDocument(Place(second.Start)));
            return node is { IsNull: true } ? null : node;
        }

        /// <summary>The end of what was understood.</summary>
        public SourceLocation Reached => Place(parser.Current?.End ?? Mark.Empty);

        public SourceLocation Place(Mark mark, int length = 0) =>
            new(path, (int)mark.Line + lineOffset, (int)mark.Column, length);

        /// <returns>Null where the node may not stand there; its events are read all the same.</returns>
        private YamlNode? Node(int depth)
        {
            if (parser.TryConsume<AnchorAlias>(out var alias))
            {
                problems.Add(DocumentProblems.YamlAnchor(Place(alias.Start), $"*{alias.Value.Value}"));
                return null;
            }
            if (parser.Accept<NodeEvent>(out var node)) CheckPlain(node);
            if (parser.TryConsume<Scalar>(out var scalar)) return ScalarOf(scalar);
            if (depth >= DeepestNesting) return GiveUp();
            return parser.TryConsume<SequenceStart>(out var list) ? ListOf(list, depth) : MapOf(parser.Consume<MappingStart>(), depth);
        }

        private void CheckPlain(NodeEvent node)
        {
            if (!node.Anchor.IsEmpty) problems.Add(DocumentProblems.YamlAnchor(Place(node.Start), $"&{node.Anchor.Value}"));
            if (!node.Tag.IsEmpty) problems.Add(DocumentProblems.YamlTag(Place(node.Start), node.Tag.IsNonSpecific ? "!" : node.Tag.Value));
        }

        private YamlNode ScalarOf(Scalar scalar)
        {
            var length = scalar.Start.Line == scalar.End.Line ? (int)(scalar.End.Column - scalar.Start.Column) : 0;
            var place = Place(scalar.Start, length);
            if (ControlCharacters.IndexIn(scalar.Value) is >= 0 and var unseen) problems.Add(DocumentProblems.ControlCharacter(place, scalar.Value[unseen])); // written as an escape
            return YamlNode.Scalar(ControlCharacters.Show(scalar.Value), scalar.Style == ScalarStyle.Plain, place);
        }

        private YamlNode? GiveUp()
        {
            if (!_gaveUp) problems.Add(DocumentProblems.YamlTooDeep(Place(parser.Current!.Start), DeepestNesting)); // Accept has just moved to an event
            _gaveUp = true;
            return null;
        }

        private YamlNode ListOf(SequenceStart start, int depth)
        {
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!_gaveUp && !parser.TryConsume<SequenceEnd>(out _))
            {
                if (Node(depth + 1) is { } item) items.Add(item);
            }
            return YamlNode.List(items.DrainToImmutable(), Place(start.Start));
        }

        private YamlNode MapOf(MappingStart start, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            HashSet<string>? seen = null;
            while (!_gaveUp && !parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                if (_gaveUp) break;
                var value = Node(depth + 1);
                if (key is null || value is null) continue;
                if (key.Kind != YamlKind.Scalar) problems.Add(DocumentProblems.WrongType(key.Location, "a word as key", key));
                else if (IsNew(key.Text, entries, ref seen)) entries.Add(new(key.Text, key.Location, value));
                else problems.Add(DocumentProblems.DuplicateKey(key.Location, key.Text));
            }
            return YamlNode.Map(entries.DrainToImmutable(), Place(start.Start));
        }

        /// <summary>Most maps have a handful of keys, for which looking beats a set; a set keeps thousands from taking for ever.</summary>
        private static bool IsNew(string key, ImmutableArray<YamlEntry>.Builder entries, ref HashSet<string>? seen)
        {
            if (entries.Count >= 16) return (seen ??= [.. entries.Select(e => e.Key)]).Add(key);
            foreach (var entry in entries)
            {
                if (entry.Key == key) return false;
            }
            return true;
        }
    }
}
