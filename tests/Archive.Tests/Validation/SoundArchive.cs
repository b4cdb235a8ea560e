using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Cli;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>The files of an archive in which nothing is to be found. A test varies one thing and looks at what is found then.</summary>
internal sealed partial record SoundArchive(ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>INC-042, the one that tests vary.</summary>
    public const string Incident = "postmortems/2026/2026-04-25-sign-in-slow.md";

    public const string Note = "postmortems/2026/2026-04-25-sign-in-slow.public.md";

    public const string Earlier = "postmortems/2026/2026-01-12-pool-too-small.md";

    public const string Later = "postmortems/2026/2026-06-03-pool-again.md";

    public static readonly DateOnly Today = new(2026, 11, 21);

    private const string Keys = """
        id: INC-042
        title: Sign-in took nine seconds for an hour
        status: final
        severity: sev2
        services: [shop]
        failure_class: pool-exhaustion
        times:
          started: 2026-04-25T14:02:00Z
          detected: 2026-04-25T14:10:00Z
          mitigated: 2026-04-25T14:31:00Z
          resolved: 2026-04-25T15:20:00Z
        detected_by: alert
        published_on: 2026-05-04
        authors: ["@ada"]
        reviewers: ["@bo"]
        causes:
          - { id: C1, kind: root, text: Nothing bounds how many connections one job may hold., layer: code, addressed_by: [AI-1] }
        action_items:
          - { id: AI-1, title: A pool of its own for the monthly job, type: code, purpose: prevent, owner: "@ada", priority: p1, due: 2026-05-20, ticket: OPS-1, status: done, done_on: 2026-05-11, evidence: { commit: 9f31c0a } }
          - { id: AI-2, title: Page when a request waits 300 ms for a connection, type: hook, purpose: detect, owner: "@bo", priority: p2, due: 2026-06-20, ticket: OPS-2, status: open }

        """;

    private const string Body = """
        ## Summary

        Sign-in took nine seconds for 400 customers for an hour because the monthly job held all connections. The job has a pool of its own now.

        ## Impact

        400 customers waited.

        ## Timeline

        | Time (UTC) | Role | Event | Source | Mark |
        | --- | --- | --- | --- | --- |
        | 14:02 | | Sign-in takes 9 seconds | graphs | trigger |
        | 14:10 | on-call | Alert: sign-in above 5 s | alert | detection |
        | 14:31 | on-call | Monthly job paused; waits fall | graphs | mitigation |
        | 14:55 | on-call | Queue empty | graphs | |
        | 15:20 | on-call | Sign-in as before | graphs | resolution |

        ## Detection

        The alert on the duration of sign-in fired after eight minutes.

        ## Response

        The job was paused as soon as its connections were seen.

        ## What went well

        - The alert fired after 8 minutes.
        - Pausing the job was one command.
        - Customers were told within 20 minutes.

        ## What went wrong

        - The monthly job and sign-in share a pool.

        ## Contributing factors

        The job grew with the number of customers, and nobody measures it.

        ## Root cause analysis

        Nothing bounds how many connections one job may hold.

        ## What the earlier postmortem missed

        It enlarged the pool and left the sharing as it was.

        ## Lessons learned

        A pool is a promise to everybody who shares it.

        """;

    public static SoundArchive Whole { get; } = new(ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["archive.yml"] = "title: Example archive\nurl: https://incidents.example.com/\npublic:\n  title: Example Status\n  organization: Example\n  url: https://status.example.com/\n",
        ["services.yml"] = "- id: shop\n  name: Web shop\n  team: sales\n  public_name: Shop\n",
        ["failure-classes.yml"] = "- id: pool-exhaustion\n  name: Connection pool exhaustion\n",
        [Incident] = $"---\n{Keys}---\n\n{Body}",
        [Note] = Signed.Note("---\nincident: INC-042\npublic_id: k3v9x0q2m7ab\nstatus: approved\napproved_by: \"@eve\"\napproved_on: 2026-05-05\ntitle: Sign-in was slow\nimpact: minor\ncomponents: [Shop]\n"
            + "updates:\n  - { at: 2026-04-25T14:20:00Z, status: investigating, text: We are looking into slow sign-in. }\n  - { at: 2026-04-25T15:20:00Z, status: resolved, text: Sign-in is as fast as before. }\n"
            + "---\n\n## Summary\n\nSign-in was slow for an hour.\n\n## What happened\n\nA monthly job took connections that sign-in needed.\n\n## What we are doing about this\n\nThe job has connections of its own now.\n"),
        [Earlier] = Stub("INC-040", "2026-01-12T08:00:00Z"),
        [Later] = Stub("INC-043", "2026-06-03T08:00:00Z"),
    }));

    public string this[string path] => Files[path];

    public static string Stub(string id, string started) =>
        $"---\nid: {id}\ntitle: The pool was too small ({id})\nstatus: stub\nseverity: sev2\nservices: [shop]\ntimes: {{ started: {started} }}\n---\n";

    /// <summary>With a file, new or in place of the one that has its path.</summary>
    public SoundArchive With(string path, string text) => new(Files.SetItem(path, text));

    public SoundArchive Without(string path) => new(Files.Remove(path));

    /// <summary>With a text of a file in place of another.</summary>
    public SoundArchive Replaced(string path, string what, string with)
    {
        Assert.Contains(what, Files[path], StringComparison.Ordinal);
        return With(path, Files[path].Replace(what, with, StringComparison.Ordinal));
    }

    /// <summary>With a text of INC-042 in place of another.</summary>
    public SoundArchive Replace(string what, string with)
    {
        Assert.Contains(what, Files[Incident], StringComparison.Ordinal);
        return With(Incident, Files[Incident].Replace(what, with, StringComparison.Ordinal));
    }

    /// <summary>With keys in the front matter of INC-042, in place of those of the same names.</summary>
    public SoundArchive WithKeys(string yaml)
    {
        var (keys, body) = Halves();
        var written = KeyBlocks(yaml).Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        var kept = KeyBlocks(keys).Where(b => !written.Contains(b.Key)).Select(b => b.Text);
        return With(Incident, $"---\n{string.Concat(kept)}{yaml}---\n{body}");
    }

    public SoundArchive WithoutKey(string key)
    {
        var (keys, body) = Halves();
        return With(Incident, $"---\n{string.Concat(KeyBlocks(keys).Where(b => b.Key != key).Select(b => b.Text))}---\n{body}");
    }

    /// <summary>With a section in place of the one with its heading, or after the last; without it where its only text is REMOVE.</summary>
    public SoundArchive WithSection(string section)
    {
        var (keys, body) = Halves();
        var heading = section[..section.IndexOf('\n', StringComparison.Ordinal)];
        var blocks = SectionStart().Split(body).ToList();
        var at = blocks.FindIndex(b => b.StartsWith(heading + "\n", StringComparison.Ordinal));
        if (at < 0) (at, blocks) = (blocks.Count, [.. blocks, ""]);
        if (section[heading.Length..].Trim() == "REMOVE") blocks.RemoveAt(at);
        else blocks[at] = section.TrimEnd('\n') + "\n\n";
        return With(Incident, $"---\n{keys}---\n{string.Concat(blocks)}");
    }

    public SoundArchive WithSettings(string yaml) => With("archive.yml", Files["archive.yml"] + yaml);

    /// <summary>With an example where it belongs.</summary>
    public SoundArchive With(RuleExample example) => example.Kind switch
    {
        ExampleKind.FrontMatter => WithKeys(example.Text),
        ExampleKind.Body => WithSection(example.Text),
        ExampleKind.Postmortem => With(Incident, example.Text),
        ExampleKind.PublicNote => With(Note, example.Text),
        ExampleKind.Settings => WithSettings(example.Text),
        ExampleKind.Services => With("services.yml", example.Text),
        ExampleKind.FailureClasses => With("failure-classes.yml", example.Text),
        ExampleKind.Words => this,
    };

    /// <summary>In a folder that is gone after the test.</summary>
    public TemporaryFolder OnDisk()
    {
        var folder = new TemporaryFolder();
        foreach (var (path, text) in Files) folder.Write($"input/{path}", text);
        return folder;
    }

    /// <summary>What a check of both sites finds.</summary>
    public ImmutableArray<Diagnostic> Findings()
    {
        using var folder = OnDisk();
        return ArchiveBuild.Check(RequestFor(folder)).Findings;
    }

    /// <summary>What a check would find, had nobody said why it is right as it is.</summary>
    public ImmutableArray<SuppressedFinding> Suppressed()
    {
        using var folder = OnDisk();
        return ArchiveBuild.Check(RequestFor(folder)).Suppressed;
    }

    /// <summary>What is read of it.</summary>
    public (IncidentArchive Archive, ImmutableArray<Diagnostic> Findings) Read()
    {
        using var folder = OnDisk();
        var problems = new DiagnosticBag();
        var archive = ArchiveReader.Read(folder.File("input"), Today, cache: null, problems);
        return (archive, problems.Sorted());
    }

    /// <summary>INC-042 as it was read; it has to be sound.</summary>
    public Postmortem ReadIncident()
    {
        var (archive, findings) = Read();
        Assert.DoesNotContain(findings, f => f.Level == FindingLevel.Error);
        return archive.Postmortems.Single(p => p.Source.Path == Incident);
    }

    public static BuildRequest RequestFor(TemporaryFolder folder) => new()
    {
        InputFolder = folder.File("input"),
        OutputFolder = folder.File("output"),
        AsOf = Today,
    };

    private (string Keys, string Body) Halves()
    {
        var text = Files[Incident];
        var end = text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 1;
        return (text[4..end], text[(end + 4)..]);
    }

    private static IEnumerable<(string Key, string Text)> KeyBlocks(string yaml) =>
        KeyStart().Split(yaml).Where(b => b.Length > 0).Select(b => (b[..b.IndexOf(':', StringComparison.Ordinal)], b));

    [GeneratedRegex("^(?=[a-z_]+:)", RegexOptions.Multiline)]
    private static partial Regex KeyStart();

    [GeneratedRegex("^(?=## )", RegexOptions.Multiline)]
    private static partial Regex SectionStart();
}

/// <summary>Short forms of findings for tests.</summary>
internal static class FindingsInTests
{
    public static IEnumerable<string> Codes(this IEnumerable<Diagnostic> findings) => findings.Select(f => f.Code);

    /// <summary><c>line:column code</c> for each finding about a file.</summary>
    public static IEnumerable<string> Places(this IEnumerable<Diagnostic> findings, string path = SoundArchive.Incident) =>
        findings.Where(f => f.Location.Path == path).Select(f => $"{f.Location.Line}:{f.Location.Column} {f.Code}");
}
