namespace Archive.Tests.Boundaries;

/// <summary>An input folder as people write it, with a nonsense word of its own in every place that is not for the public.</summary>
/// <remarks>Has state because every word differs from all before it, and because it is a folder on disk, gone when disposed.</remarks>
internal sealed class CanaryFolder : IDisposable
{
    private readonly ModelFiller _words;
    private readonly string _root;

    /// <param name="variant">Another number gives other words of other lengths and more hidden incidents; what is public stays.</param>
    public CanaryFolder(int variant = 0)
    {
        _words = new(variant, varies: variant > 0);
        _root = Path.Combine(Path.GetTempPath(), $"canary-{Guid.NewGuid():N}", W("name of a folder above the input"));
        WriteCatalogues();
        WritePublished();
        for (var i = 0; i <= variant; i++) WriteHidden();
        WriteOthers();
    }

    /// <summary>Every word, and the place that it stands in.</summary>
    public IReadOnlyDictionary<string, string> Canaries => _words.Made;

    public string Input => Path.Combine(_root, "input");

    public string Output => Path.Combine(_root, "output");

    public string Theme => Path.Combine(_root, "theme");

    public string Id { get; private set; } = "";

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_root)!, recursive: true);

    private string W(string where) => _words.Word(where);

    /// <summary>The first twelve letters of a word, which are as much its own as the whole.</summary>
    private string TwelveOf(string where)
    {
        var twelve = W(where)[..12];
        _words.Made[twelve] = where;
        return twelve;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void WriteCatalogues()
    {
        Write("input/archive.yml", $"""
            # {W("comment in archive.yml")}
            title: {W("title")}
            description: {W("description")}
            url: https://{W("host of the internal site")}.example/{W("path of the internal site")}/
            source_url: https://{W("host of the forge")}.example/{W("path on the forge")}/
            time_zone: Africa/Ouagadougou
            public:
              title: publicsitecypress
              organization: publicorganizationjuniper
              description: publicdescriptionyew
              url: https://publichostspruce.example/
            policy:
              id_pattern: "[A-Za-z]+-[0-9]+|{W("id pattern")}"
              item_types: [{Type}]
              layers: [{Layer}]
              chain_levels: [{Level}]
              chain_labels: [{Label}]
              required_sections: [summary]
              allowed_addresses: ["@{W("allowed domain")}.example"]
              people: [{W("person")}]
              severities:
                - id: {Severity}
                  name: {W("severity name")}
                  rank: 1
                  aliases: [{W("severity alias")}]
                  description: {W("severity description")}
                  requirement: mandatory
                  public_impact: critical
            """);
        Write("input/services.yml", $"""
            # {W("comment in services.yml")}
            - id: {Service}
              name: {W("service name")}
              team: {W("team")}
              public_name: publiccomponentlarch
              public_id: publicidelm1
              public_group: publicgroupoak
              public_description: publicwordsash
              public_since: 2025-01-01
              repo: https://{W("host of a repository")}.example/{W("path of a repository")}
              paths: [{W("path of a service")}/**]
              aliases: [{W("alias of a service")}]
              description: {W("description of a service")}
            - id: {PrivateService}
              name: {W("name of a service without public name")}
              team: {W("team of a service without public name")}
            """);
        Write("input/failure-classes.yml", $"""
            - id: {Class}
              name: {W("failure class")}
              description: {W("description of a failure class")}
              aliases: [{W("alias of a failure class")}]
            """);
    }

    private string Service => field ??= W("service id");

    private string PrivateService => field ??= W("service id without public name");

    private string Class => field ??= W("failure class id");

    private string Severity => field ??= W("severity id");

    private string Type => field ??= W("item type");

    private string Layer => field ??= W("layer");

    private string Level => field ??= W("chain level");

    private string Label => field ??= W("chain label");

    private string FileName => field ??= W("file name");

    private string Picture => field ??= W("name of a picture");

    private string PublicPicture => field ??= W("name of a picture of a note");

    private string EarlierFile => field ??= W("name of the earlier file");

    private string Earlier => field ??= $"{W("id of an earlier incident").ToUpperInvariant()}-7";

    private void WritePublished()
    {
        Id = $"{W("id of the published incident")}-1";
        Write($"input/postmortems/2026/{FileName}.md", $"""
            ---
            # {W("comment in front matter")}
            id: {Id}
            title: {W("title of a postmortem")}
            status: final
            severity: {Severity}
            services: [{Service}, {PrivateService}]
            failure_class: {Class}
            chain_level: {Level}
            chain_label: {Label}
            times:
              introduced: 2026-01-03T03:11:00Z
              started: 2026-02-14T05:43:00Z
              detected: 2026-02-14T05:47:00Z
              declared: 2026-02-14T05:53:00Z
              mitigated: 2026-02-14T08:17:00Z
              resolved: 2026-02-14T08:59:00Z
              communicated: 2026-02-14T06:51:00Z
            detected_by: alert
            published_on: 2026-02-19
            authors: ["@{W("author")}"]
            reviewers: ["@{W("reviewer")}"]
            signed_off_by: ["@{W("who signed off")}"]
            summary: The {W("summary")} stopped.
            impact:
              customers: 730111222
              segments: [{W("segment")}]
              requests_failed: 730111333
              revenue: 730111444 EUR
              error_budget: 73%
              data_loss: {W("data loss")}
              teams_blocked: [{W("blocked team")}]
              hours_lost: 730111555
            error_signatures: ["{W("error signature")}"]
            causes:
              - {'{'} id: {W("id of a cause")}, kind: root, text: "{W("cause")}", layer: {Layer}, addressed_by: [{Item}] {'}'}
              - {'{'} id: C2, kind: contributing, text: "{W("accepted cause")}", accepted: "{W("why it is accepted")}" {'}'}
            action_items:
              - id: {Item}
                title: {W("action item")}
                type: {Type}
                purpose: prevent
                owner: "@{W("owner")}"
                priority: p1
                due: 2026-03-13
                ticket: {W("ticket")}-412
                status: done
                done_on: 2026-03-11
                evidence:
                  path: {W("path of evidence")}.sh
                  test: {W("test of evidence")}
                  contains: {W("text of evidence")}
                  commit: {W("commit of evidence")}
                  pull_request: {W("pull request of evidence")}
              - id: AI-9
                title: {W("declined item")}
                priority: p2
                status: declined
                reason: {W("why it is declined")}
            recurrence_of: {Earlier}
            related: [{Earlier}]
            occurrences:
              - {'{'} on: 2026-03-02, note: "{W("occurrence")}" {'}'}
            trigger_paths: [{W("trigger path")}/**]
            links:
              - {'{'} title: "{W("title of a link")}", url: "https://{W("host of a link")}.example/{W("path of a link")}" {'}'}
            ---

            {W("preamble")}

            ## Summary

            The {W("section")} stopped, see [{W("label")}](../2025/{EarlierFile}.md "{W("title of a link in prose")}") and {Earlier}.

            <!-- {W("comment in a postmortem")} -->

            ## Timeline

            | Time | Role | Event | Source | Mark |
            | --- | --- | --- | --- | --- |
            | 2026-02-14 05:43 | {W("role")} | {W("event")} | {W("source")} | trigger |
            | 05:47 | | {W("second event")} | | detection |
            | 08:59 | | {W("third event")} | | resolution |

            ## {W("heading of a section of their own")}

            ### {W("subheading")}

            ```
            {W("code")}
            ```

            ![{W("text of a picture")}](../../assets/{Picture}.svg)

            ## What the earlier postmortem missed

            The {W("what the earlier one missed")}.

            ## Root cause analysis

            - {W("what happened in a causal tree")}
              - AND {W("step of a causal tree")}
              - AND {W("other step of a causal tree")}

            ## What went well

            * {W("what went well")}
            * two
            * three

            [{W("definition")}]: https://{W("host of a definition")}.example
            """);
        Write($"input/assets/{PublicPicture}.svg", $"""
            <?xml version="1.0"?><!-- {W("comment in a picture of a note")} --><?{W("instruction in a picture of a note")}?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://example.com/{W("namespace in a picture of a note")}" viewBox="0 0 9 9" data-by="{W("attribute of a picture of a note")}" i:by="{W("foreign attribute of a picture of a note")}">
            <title>{W("title of a picture of a note")}</title><desc>{W("description in a picture of a note")}</desc><metadata>{W("metadata of a picture of a note")}</metadata>
            <script>{W("script in a picture of a note")}</script><style>/* {W("style in a picture of a note")} */</style>
            <a href="https://{W("link in a picture of a note")}.example"><text>{W("linked text in a picture of a note")}</text></a>
            <rect width="9" height="9" onclick="{W("handler in a picture of a note")}" style="x:{W("inline style in a picture of a note")}" class="{W("class in a picture of a note")}"/><text>publicpicturetextfig</text></svg>
            """.Trim());
        Write($"input/postmortems/2026/{FileName}.public.md", Signed.Note($"""
            ---
            # {W("comment in a public note")}
            incident: {Id}
            public_id: publicidcedr
            status: approved
            approved_by: "@{W("who approved")}"
            approved_on: 2026-02-21
            title: publictitlemarigold
            slug: publicslugalder
            aliases: [publicaliaslinden]
            impact: major
            components: [publiccomponentlarch]
            updates:
              - {'{'} at: "2026-02-14T06:52:00Z", status: investigating, text: publicupdatebirch {'}'}
              - {'{'} at: "2026-02-14T09:05:00Z", status: resolved, text: publicupdaterowan {'}'}
            corrected:
              - {'{'} on: 2026-03-05, text: publiccorrectionhazel {'}'}
            allow:
              - {'{'} text: "{W("allowed text")}", reason: "{W("reason of an allowed text")}" {'}'}
            ---

            {W("what stands before the first section of a note")}

            ## Summary

            publicsummaryelder <!-- {W("comment in a line of a note")} -->

            <!--
            {W("comment of several lines in a note")}

            ## {W("heading in a comment in a note")}
            -->

            ## What happened

            publicprosewillow, see [publiclabelaspen]({FileName}.md) and ![publicpicturefir](../../assets/{PublicPicture}.svg).

            ## What we are doing about this

            publicworkhawthorn

            [{W("definition in a note")}]: https://{W("host of a definition in a note")}.example
            """, $"postmortems/2026/{FileName}.public.md", Input));
    }

    private string Item => field ??= $"{W("id of an item")}-1";

    private void WriteHidden()
    {
        WriteHidden("a draft", "status: draft", resolved: true);
        WriteHidden("an embargo", "status: approved\napproved_on: 2026-02-21\npublish_after: 2999-01-01", resolved: true);
        WriteHidden("a security note", "status: approved\napproved_on: 2026-02-21\nsecurity: true", resolved: true);
        WriteHidden("a security note that is released later", "status: approved\napproved_on: 2026-02-21\nsecurity: true\nreleased_on: 2999-01-01", resolved: true);
        WriteHidden("a draft of an open incident", "status: draft", resolved: false);
        WriteHidden("an embargoed open incident", "status: ongoing\npublish_after: 2999-01-01", resolved: false);
        WriteHidden("an open incident of security", "status: ongoing\nsecurity: true", resolved: false);
    }

    private void WriteHidden(string what, string state, bool resolved)
    {
        var id = $"{W($"id of {what}").ToUpperInvariant()}-9";
        var file = W($"file name of {what}");
        Write($"input/postmortems/2025/{file}.md", Postmortem(id, resolved));
        Write($"input/postmortems/2025/{file}.public.md", Signed.Note($"""
            ---
            incident: {id}
            public_id: {TwelveOf($"public id of {what}")}
            {state}
            approved_by: "@{W($"who approved {what}")}"
            title: {W($"public title of {what}")}
            slug: {W($"slug of {what}")}
            aliases: [{W($"former slug of {what}")}]
            impact: critical
            components: [publiccomponentlarch]
            updates:
              - {'{'} at: "2025-06-14T06:52:00Z", status: investigating, text: {W($"update of {what}")} {'}'}
              - {'{'} at: "2025-06-14T09:05:00Z", status: resolved, text: {W($"last update of {what}")} {'}'}
            corrected:
              - {'{'} on: 2025-07-05, text: {W($"correction of {what}")} {'}'}
            ---

            ## Summary

            {W($"public summary of {what}")}

            ## What happened

            {W($"public account of {what}")}

            ## What we are doing about this

            {W($"public work of {what}")}
            """));
    }

    private string Postmortem(string id, bool resolved) => $"""
        ---
        id: {id}
        title: {W("title of another postmortem")}
        status: draft
        severity: {Severity}
        services: [{PrivateService}]
        authors: ["@{W("author of another postmortem")}"]
        times: {'{'} started: "2025-06-14T05:43:00Z"{(resolved ? ", resolved: \"2025-06-14T08:59:00Z\"" : "")} {'}'}
        ---

        ## Summary

        The {W("summary of another postmortem")} stopped.
        """;

    private void WriteOthers()
    {
        Write($"input/postmortems/2025/{EarlierFile}.md", Postmortem(Earlier, resolved: true));
        Write($"input/pages/{W("name of a page")}.md", $"""
            ---
            title: {W("title of a page")}
            ---

            {W("text of a page")}

            ## {W("heading of a page")}

            {W("section of a page")}
            """);
        Write($"input/assets/{Picture}.svg", $"""<svg xmlns="http://www.w3.org/2000/svg"><text>{W("text in a picture")}</text></svg>""");
        Write($"input/assets/{W("name of a picture that nothing shows")}.svg", $"<svg><desc>{W("text in a picture that nothing shows")}</desc></svg>");
        Write($"input/postmortems/_{W("name of a template")}.md", W("text of a template"));
        Write("theme/internal/not-found.hbs", $"<!doctype html><title>{W("internal template")}</title><main>{W("text of an internal template")}</main>");
        Write("theme/internal/internal.css", $".{W("class in an internal style sheet")}{'{'}color:red{'}'}");
        Write("theme/public/own.css", $"/* {W("comment in a public style sheet")} */");
    }
}
