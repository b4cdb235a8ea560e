using System.Buffers;
using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Fixing;

/// <summary>The edits of one front matter whose meaning is beyond doubt: spelling of keys, lists, ids for aliases, forms of dates, missing ids.</summary>
internal sealed class ValueFixes(RawText raw, ValidationContext context)
{
    private static readonly string[] Lists = ["services", "authors", "reviewers", "signed_off_by", "error_signatures", "related", "trigger_paths", "aliases", "components"];

    /// <summary>Characters that mean something inside brackets, where they meant nothing outside.</summary>
    private static readonly SearchValues<char> FlowSigns = SearchValues.Create("[]{}#:\"'");

    private readonly List<TextEdit> _edits = [];

    public static IReadOnlyList<TextEdit> OfPostmortem(RawText raw, ValidationContext context)
    {
        var fixes = new ValueFixes(raw, context);
        fixes.FixPostmortem();
        return fixes._edits;
    }

    /// <param name="newPublicId">Draws one; asked only where it is missing.</param>
    public static IReadOnlyList<TextEdit> OfNote(RawText raw, ValidationContext context, Func<string> newPublicId)
    {
        var fixes = new ValueFixes(raw, context);
        fixes.FixNote(newPublicId);
        return fixes._edits;
    }

    private void FixPostmortem()
    {
        FixKeys(raw.Keys, PostmortemShape.FrontMatter.Keys);
        foreach (var (key, node) in raw.Keys.Entries.Select(e => (e.Key, e.Value)))
        {
            FixList(key, node);
            if (key == "severity") FixWord(node, context.Policy.FindSeverity(node.Text)?.Id);
            if (key == "failure_class") FixWord(node, context.ClassByWord.GetValueOrDefault(node.Text)?.Id);
            if (key == "services") foreach (var each in ItemsOf(node)) FixWord(each, context.ServiceByWord.GetValueOrDefault(each.Text)?.Id);
            if (key == "published_on") FixDay(node);
            if (key == "times") FixMap(node, PostmortemShape.Times.Keys, moments: PostmortemShape.Times.Keys);
            if (key == "impact") FixMap(node, PostmortemShape.Impact.Keys);
            if (key == "causes") foreach (var each in ItemsOf(node)) FixMap(each, PostmortemShape.Cause.Keys);
            if (key == "occurrences") foreach (var each in ItemsOf(node)) FixMap(each, PostmortemShape.Occurrence.Keys, days: ["on"]);
            if (key == "links") foreach (var each in ItemsOf(node)) FixMap(each, PostmortemShape.Link.Keys);
            if (key == "action_items") FixItems(node);
        }
    }

    private void FixNote(Func<string> newPublicId)
    {
        FixKeys(raw.Keys, PublicNoteShape.FrontMatter.Keys);
        foreach (var (key, node) in raw.Keys.Entries.Select(e => (e.Key, e.Value)))
        {
            FixList(key, node);
            if (key is "approved_on" or "publish_after" or "published_on" or "released_on") FixDay(node);
            if (key == "updates") foreach (var each in ItemsOf(node)) FixMap(each, PublicNoteShape.Update.Keys, moments: ["at"]);
            if (key == "corrected") foreach (var each in ItemsOf(node)) FixMap(each, PublicNoteShape.Correction.Keys, days: ["on"]);
        }
        if (raw.Keys.Find("public_id") is null && raw.Keys.Find("incident") is { KeyLocation.Column: 1 } incident && incident.Value.Location.Length > 0)
            _edits.Add(new(raw.LineStarts[incident.KeyLocation.Line], 0, $"public_id: {newPublicId()}{raw.LineEnd}"));
    }

    private void FixItems(YamlNode node)
    {
        var taken = ItemsOf(node).Select(i => i.Find("id")?.Value.Text).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = 1;
        foreach (var item in ItemsOf(node))
        {
            FixMap(item, PostmortemShape.ActionItem.Keys, days: ["due", "done_on"]);
            foreach (var evidence in item.Find("evidence") is { } proof ? ItemsOf(proof.Value) : []) FixMap(evidence, PostmortemShape.Evidence.Keys);
            if (item.Kind != YamlKind.Map || item.Entries.IsEmpty || item.Entries.Any(e => Meant(e.Key, PostmortemShape.ActionItem.Keys, item) == "id" || e.Key == "id")) continue;
            while (!taken.Add($"AI-{next}")) next++;
            AddId(item, $"AI-{next}");
        }
    }

    /// <summary>As the first key: <c>{ title: … }</c> becomes <c>{ id: AI-1, title: … }</c>, and a block its first line.</summary>
    private void AddId(YamlNode item, string id)
    {
        var first = item.Entries[0].KeyLocation;
        var at = raw.IndexOf(first);
        var isFlow = raw.Text[raw.IndexOf(item.Location)] == '{';
        _edits.Add(new(at, 0, isFlow ? $"id: {id}, " : $"id: {id}{raw.LineEnd}{new string(' ', first.Column - 1)}"));
    }

    private void FixMap(YamlNode map, ImmutableArray<string> keys, ImmutableArray<string> days = default, ImmutableArray<string> moments = default)
    {
        if (map.Kind != YamlKind.Map) return;
        FixKeys(map, keys);
        foreach (var entry in map.Entries)
        {
            if (!days.IsDefault && days.Contains(entry.Key)) FixDay(entry.Value);
            if (!moments.IsDefault && moments.Contains(entry.Key)) FixWord(entry.Value, WrittenDates.Moment(entry.Value.Text.Trim()));
        }
    }

    private void FixKeys(YamlNode map, ImmutableArray<string> keys)
    {
        foreach (var entry in map.Entries)
        {
            if (Meant(entry.Key, keys, map) is { } meant && raw.ReplaceKey(entry, meant) is { } edit) _edits.Add(edit);
        }
    }

    /// <summary>The key that a wrong one means, where it is not there already and no other means it too.</summary>
    private static string? Meant(string key, ImmutableArray<string> keys, YamlNode map)
    {
        if (keys.Contains(key) || DidYouMean.Of(key, keys) is not { } meant || map.Find(meant) is not null) return null;
        return map.Entries.Count(e => !keys.Contains(e.Key) && DidYouMean.Of(e.Key, keys) == meant) == 1 ? meant : null;
    }

    private void FixDay(YamlNode node) => FixWord(node, WrittenDates.Day(node.Text.Trim()));

    private void FixWord(YamlNode node, string? right)
    {
        if (right is not null && node.Kind == YamlKind.Scalar && right != node.Text && raw.Replace(node, right) is { } edit) _edits.Add(edit);
    }

    /// <summary>One value, or several with commas between them, where a list stands: <c>[a, b]</c>. Values that YAML would read otherwise inside brackets are left.</summary>
    private void FixList(string key, YamlNode node)
    {
        if (!Lists.Contains(key) || node.Kind != YamlKind.Scalar || node.IsNull || node.Location.Length == 0) return;
        var at = raw.IndexOf(node.Location);
        var isQuoted = raw.Text[at] is '"' or '\'';
        if (!isQuoted && node.Text.AsSpan().ContainsAny(FlowSigns)) return;
        if (key == "error_signatures" && !isQuoted && node.Text.Contains(',', StringComparison.Ordinal)) return; // the comma may be part of it
        _edits.Add(new(at, 0, "["));
        _edits.Add(new(at + node.Location.Length, 0, "]"));
    }

    private static ImmutableArray<YamlNode> ItemsOf(YamlNode node) => node.Kind == YamlKind.List ? node.Items : node.IsNull ? [] : [node];
}
