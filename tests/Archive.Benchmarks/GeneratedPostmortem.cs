using System.Text;
using Archive.Incidents.Drafting;

namespace Archive.Benchmarks;

/// <summary>One postmortem of about 1,200 words, and for a third of the finished ones its public note. The same seed and index give the same text.</summary>
public sealed class GeneratedPostmortem
{
    private static readonly DateTime FirstDay = new(2016, 1, 4, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Span = new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc) - FirstDay;
    private static readonly (string Type, string Evidence)[] ItemTypes =
    [
        ("rule", "{ path: rules/berth.md }"), ("hook", "{ path: hooks/check-berth.sh, commit: 4be11f0 }"),
        ("test", "{ test: holds_the_berth, path: tests/berth.cs, commit: 77c0d1e }"), ("code", "{ commit: 9a3d52b }"), ("config", "{ commit: 0cc41d7 }"), ("docs", "{ path: docs/berth.md }"),
    ];

    private readonly StringBuilder _text = new(12_000);
    private readonly Dice _dice;
    private readonly int _index;
    private readonly bool _isFinal;
    private readonly DateTime _started;
    private readonly DateTime _detected;
    private readonly DateTime _declared;
    private readonly DateTime _mitigated;
    private readonly DateTime _resolved;
    private readonly string[] _services;
    private readonly int? _earlier;

    /// <summary>The public note is being written: it names no other incident.</summary>
    private bool _isPublic;

    private GeneratedPostmortem(int index, int count, int seed)
    {
        _index = index;
        _dice = new(((ulong)seed << 32) ^ (ulong)index);
        _isFinal = _dice.Happens(85);
        _started = FirstDay + new TimeSpan(0, (int)(Span.TotalMinutes * (index + 0.5) / count), 0);
        _detected = _started.AddMinutes(_dice.Between(2, 45));
        _declared = _detected.AddMinutes(_dice.Between(1, 15));
        _mitigated = _declared.AddMinutes(_dice.Between(8, 160));
        _resolved = _mitigated.AddMinutes(_dice.Between(5, 120));
        _services = [.. Enumerable.Range(0, _dice.Between(1, 3)).Select(_ => _dice.Lean(GeneratedWords.Services)).Distinct(StringComparer.Ordinal)];
        _earlier = index > 5 && _dice.Happens(4) ? index - _dice.Between(1, 5) : null;
    }

    public static string IdOf(int index) => $"INC-{index + 1:D5}";

    /// <param name="count">How many postmortems the archive has: they spread over the same ten years.</param>
    /// <returns>The path below the folder of postmortems, without its ending, and the texts; no note where it is not public.</returns>
    public static (string Path, string Postmortem, string? PublicNote) Of(int index, int count, int seed)
    {
        var writer = new GeneratedPostmortem(index, count, seed);
        var postmortem = writer.Postmortem();
        var note = writer._isFinal && index % 3 == 0 ? writer.PublicNote() : null;
        return ($"{writer._started:yyyy}/{writer._started:yyyy-MM-dd}-{IdOf(index).ToLowerInvariant()}", postmortem, note);
    }

    private string Postmortem()
    {
        FrontMatter();
        Section("Summary", 3);
        Section("Impact", 5);
        Timeline();
        Section("Detection", 7);
        Log();
        Section("Response", 9);
        Bullets("What went well", 3);
        Bullets("What went wrong", 3);
        Section("Contributing factors", 8);
        Section("Root cause analysis", 12);
        if (_earlier is not null) Section("What the earlier postmortem missed", 3);
        Section("Lessons learned", 5);
        return _text.ToString();
    }

    private void FrontMatter()
    {
        Line("---");
        Line($"id: {IdOf(_index)}");
        Line($"title: {Quoted(Say(GeneratedWords.Titles))}");
        Line($"status: {(_isFinal ? "final" : "review")}");
        Line($"severity: sev{_dice.Between(0, 4)}");
        Line($"services: [{string.Join(", ", _services)}]");
        Line($"failure_class: {_dice.Lean(GeneratedWords.FailureClasses)}");
        Line("times:");
        foreach (var (key, at) in Times()) Line($"  {key}: {at:yyyy-MM-ddTHH:mm:ssZ}");
        Line($"detected_by: {_dice.Pick(["alert", "employee", "customer", "chance"])}");
        if (_isFinal) Line($"published_on: {_resolved.AddDays(4):yyyy-MM-dd}");
        Line($"authors: [\"@{_dice.Pick(GeneratedWords.People)}\"]");
        Line("impact:");
        Line($"  customers: {_dice.Between(1, 9000)}");
        Line($"  requests_failed: {_dice.Between(100, 900_000)}");
        Line("error_signatures:");
        Line($"  - {Quoted(ErrorText())}");
        Causes();
        Items();
        if (_earlier is { } earlier) Line($"recurrence_of: {IdOf(earlier)}");
        Line("---");
    }

    private IEnumerable<(string Key, DateTime At)> Times() =>
        [("started", _started), ("detected", _detected), ("declared", _declared), ("mitigated", _mitigated), ("resolved", _resolved)];

    private void Causes()
    {
        Line("causes:");
        Line("  - id: C1");
        Line("    kind: root");
        Line($"    text: {Quoted(Say(GeneratedWords.Sentences))}");
        Line("    addressed_by: [AI-1]");
        Line("  - id: C2");
        Line("    kind: contributing");
        Line($"    text: {Quoted(Say(GeneratedWords.Sentences))}");
        Line(_dice.Happens(70) ? "    addressed_by: [AI-2]" : "    accepted: It costs more to change than it ever cost.");
    }

    private void Items()
    {
        Line("action_items:");
        var count = _dice.Between(3, 5);
        for (var item = 1; item <= count; item++)
        {
            var (type, evidence) = _dice.Pick(ItemTypes);
            Line($"  - id: AI-{item}");
            Line($"    title: {Quoted(Say(GeneratedWords.Deeds))}");
            Line($"    type: {type}");
            Line($"    purpose: {_dice.Pick(["prevent", "detect", "mitigate", "respond", "process"])}");
            Line($"    owner: \"@{_dice.Pick(GeneratedWords.People)}\"");
            Line($"    priority: p{item % 4}");
            Line($"    due: {_resolved.AddDays(_dice.Between(10, 60)):yyyy-MM-dd}");
            Line($"    ticket: PORT-{(_index * 5) + item}");
            if (_dice.Happens(65)) Line($"    status: done\n    done_on: {_resolved.AddDays(_dice.Between(2, 70)):yyyy-MM-dd}\n    evidence: {evidence}");
            else Line("    status: open");
            if (item == 1) Line("    structural_fix: true");
        }
    }

    private void Timeline()
    {
        Line("\n## Timeline\n");
        Line("| Time (UTC) | Role | Event | Source | Mark |");
        Line("| --- | --- | --- | --- | --- |");
        Row(_started, "trigger");
        for (var part = 1; part <= 2; part++) Row(_started + ((_detected - _started) * part / 3), "");
        Row(_detected, "detection");
        Row(_declared, "escalation");
        for (var part = 1; part <= 5; part++) Row(_declared + ((_mitigated - _declared) * part / 6), part == 4 ? "decision" : "");
        Row(_mitigated, "mitigation");
        for (var part = 1; part <= 3; part++) Row(_mitigated + ((_resolved - _mitigated) * part / 4), "");
        Row(_resolved, "resolution");
    }

    private void Row(DateTime at, string mark) => Line($"| {at:yyyy-MM-dd HH:mm} | {_dice.Pick(GeneratedWords.Teams)} | {Say(GeneratedWords.Events)} | log | {mark} |");

    private void Section(string heading, int sentences)
    {
        Line($"\n## {heading}\n");
        for (var i = 1; i <= sentences; i++) _text.Append(Say(GeneratedWords.Sentences)).Append(i % 4 == 0 && i < sentences ? "\n\n" : i < sentences ? " " : "\n");
    }

    private void Bullets(string heading, int count)
    {
        Line($"\n## {heading}\n");
        for (var i = 0; i < count; i++) Line($"- {Say(GeneratedWords.Sentences)}");
    }

    private void Log()
    {
        Line("\n```text");
        for (var i = 0; i < 6; i++) Line($"{_started.AddSeconds(_dice.Between(5, 900)):yyyy-MM-ddTHH:mm:ss}Z WARN [{_services[0]}] {ErrorText()}");
        Line("```");
    }

    private string ErrorText() => $"{_dice.Lean(GeneratedWords.Tools).ToUpperInvariant()}-{_dice.Between(100, 999)}: {GeneratedWords.Fill("{adjective} {noun} after {number} ms <{noun}>", _dice, 0).ToLowerInvariant()}";

    private string PublicNote()
    {
        _text.Clear();
        _isPublic = true;
        Line("---");
        Line($"incident: {IdOf(_index)}");
        Line($"public_id: {_dice.Text(12, "abcdefghijklmnopqrstuvwxyz0123456789")}");
        Line("status: approved\napproved_by: \"@aino.berg\"");
        Line($"approved_on: {_resolved.AddDays(3):yyyy-MM-dd}");
        Line($"title: Delays at the terminal {_dice.Text(5, "abcdefghijklmnopqrstuvwxyz")}");
        Line($"impact: {_dice.Pick(["minor", "major", "critical"])}");
        Line($"components: [{GeneratedArchive.PublicNameOf(_services[0])}]");
        Line("updates:");
        Update(_declared, "investigating", "Some containers wait longer than planned. We are looking for the reason.");
        Update(_mitigated, "monitoring", "Containers move again. We keep watching.");
        Update(_resolved, "resolved", "All is as usual.");
        Line("---");
        Section("Summary", 2);
        Section("What happened", 6);
        Section("What we are doing about this", 4);
        var note = _text.ToString();
        return note.Replace("\ntitle: ", $"\napproved_digest: {NoteDigest.Of(note, "", "")}\ntitle: ", StringComparison.Ordinal);
    }

    private void Update(DateTime at, string status, string text) => Line($"  - at: {at:yyyy-MM-ddTHH:mm:ssZ}\n    status: {status}\n    text: {text}");

    private string Say(string[] patterns) => GeneratedWords.Fill(_dice.Pick(patterns), _dice, _isPublic ? 0 : _index);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void Line(string text) => _text.Append(text).Append('\n');
}
