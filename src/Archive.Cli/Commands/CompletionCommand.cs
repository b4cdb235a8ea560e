using System.CommandLine;

namespace Archive.Cli.Commands;

/// <summary><c>archive completion</c>: a script that asks archive itself what could come next.</summary>
public static class CompletionCommand
{
    public static Command Of(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "bash|zsh|fish|pwsh", Description = "Your shell" };
        shell.CompletionSources.Add("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a script that completes commands, options, codes and ids in your shell.") { shell };
        command.SetAction(parsed =>
        {
            if (ScriptOf(parsed.GetRequiredValue(shell)) is not { } script)
                return terminal.CannotRun($"There is no completion for '{parsed.GetValue(shell)}': write bash, zsh, fish or pwsh.");
            terminal.Output.Write(script);
            return ExitCode.Clean;
        });
        return command;
    }

    // Each passes the line up to the cursor and how long it is; answers come back one a line.
    private static string? ScriptOf(string shell) => shell switch
    {
        "bash" =>
            """
            # eval "$(archive completion bash)"
            _archive() {
                local word="${COMP_WORDS[COMP_CWORD]}" line="${COMP_LINE:0:COMP_POINT}" IFS=$'\n'
                COMPREPLY=($(compgen -W "$(archive "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$word"))
            }
            complete -o default -F _archive archive

            """,
        "zsh" =>
            """
            #compdef archive
            # archive completion zsh > "${fpath[1]}/_archive"
            _archive() {
                local line="${BUFFER[1,CURSOR]}"
                local -a words=("${(@f)$(archive "[suggest:${#line}]" "$line" 2>/dev/null)}")
                (( ${#words} )) && [[ -n "$words[1]" ]] && compadd -- "${words[@]}" || _files
            }
            if [[ "${funcstack[1]}" == _archive ]]; then _archive "$@"; else compdef _archive archive; fi

            """,
        "fish" =>
            """
            # archive completion fish > ~/.config/fish/completions/archive.fish
            function __archive_complete
                set -l line (commandline -cp)
                archive "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c archive -a "(__archive_complete)"

            """,
        "pwsh" =>
            """
            # archive completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName archive -ScriptBlock {
                param($word, $ast, $cursor)
                $line = $ast.ToString().PadRight($cursor).Substring(0, $cursor)
                archive "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """,
        _ => null,
    };
}
