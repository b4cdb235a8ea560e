namespace Archive.Cli.Commands;

/// <summary>What the end of each help page shows: lines that can be typed as they stand.</summary>
public static class CommandExamples
{
    /// <param name="command">A command's name; any other word means archive itself.</param>
    public static string Of(string command)
    {
        var examples = command switch
        {
            "build" =>
                """
                  archive build                                   both sites, into output/internal and output/public
                  archive build --audience public --base-url https://status.example.com/
                  archive build --keep-going                      publish what is sound, and fail all the same
                """,
            "check" =>
                """
                  archive check                                   every finding with its line
                  archive check --fail-on warning                 warnings fail the run too
                  archive check --format github                   as annotations of a pull request
                  archive check --format sarif > archive.sarif    for code scanning
                  archive check --changed origin/main             only what the branch touches
                  archive check --diff                            what --fix would change
                  archive check --fix                             key order and spelling, lists, aliases, dates, ids
                """,
            "serve" =>
                """
                  archive serve                                   http://127.0.0.1:4040/ and the public record beside it
                  archive serve --port 8080
                """,
            "new" =>
                """
                  archive new                                     asks for everything
                  archive new --stub --title "Lost leader" --severity sev2 --service message-bus --started 2026-04-25T14:02:00Z
                  archive new --title "Lost leader" --severity sev2 --service message-bus --class coordination \
                      --started 2026-04-25T14:02:00Z --author @ines.oduya --public
                """,
            "public" or "update" or "approve" or "diff" =>
                """
                  archive public update INC-042 --status identified --text "We know the cause and are going back."
                  archive public approve INC-042 --by @nadia.ferro
                  archive public diff                             what the world would see change since the last commit
                  archive public diff --base origin/main --format markdown
                """,
            "init" =>
                """
                  archive init incidents                          a new archive in the folder incidents
                """,
            "search" =>
                """
                  archive search lost leader                      any of the words, the best first
                  archive search "$(pbpaste)"                     an error or a stack trace as it was logged
                  archive search 'service:settlement severity:>=sev2 started:2026-Q1' --sort newest
                  archive search certificate --format json --limit 3
                """,
            "show" =>
                """
                  archive show INC-031
                  archive show INC-031 --format json
                """,
            "stats" =>
                """
                  archive stats
                  archive stats --format json | jq .latencies.all.detection
                """,
            "digest" =>
                """
                  archive digest                                  the last quarter that is over, as Markdown
                  archive digest --period 2026-Q3 --format eml > q3.eml
                  archive digest --period 2026-09 --format html > september.html
                """,
            "explain" =>
                """
                  archive explain unknown-severity
                  archive explain --list
                """,
            "schema" =>
                """
                  archive schema postmortem
                  archive schema --write input/schema             for the yaml-language-server line in each file
                """,
            "completion" =>
                """
                  eval "$(archive completion bash)"
                  archive completion fish > ~/.config/fish/completions/archive.fish
                """,
            _ =>
                """
                  archive init incidents && cd incidents          begin an archive
                  archive serve                                   read it in a browser while writing
                  archive search "connection reset"               has it happened before?
                  archive new                                     write a postmortem
                  archive check                                   what is missing, and where
                  archive build                                   the internal archive and the public record
                """,
        };
        return $"Examples:\n{examples}\n\n";
    }
}
