using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Commands;

/// <summary><c>archive build</c>: checks everything and writes the sites.</summary>
public static class BuildCommand
{
    private static readonly ImmutableArray<Audience> Both = [Audience.Internal, Audience.Public];

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var audience = CommonOptions.Choice("--audience", "Which site [default: both]", "an audience",
            ("internal", ImmutableArray.Create(Audience.Internal)), ("public", ImmutableArray.Create(Audience.Public)), ("both", Both));
        var baseUrl = new Option<Uri?>("--base-url") { HelpName = "URL", Description = "Where the site will stand, instead of what archive.yml says", CustomParser = ReadUrl };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Leave out what is broken, publish the rest, and still fail" };
        var command = new Command("build", "Check everything and write the sites.")
        {
            audience, baseUrl, keepGoing,
            options.Input, options.Output, options.Theme, options.AsOf, options.Format, options.FailOn, options.Quiet,
        };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            var audiences = parsed.GetResult(audience) is null ? Both : parsed.GetValue(audience);
            if (parsed.GetValue(baseUrl) is not null && audiences.Length > 1)
                return terminal.CannotRun("--base-url says where one site stands: add --audience internal or --audience public.");
            var request = settings.Request(audiences) with { BaseUrl = parsed.GetValue(baseUrl), KeepGoing = parsed.GetValue(keepGoing) };
            return Run(terminal, settings, request);
        });
        return command;
    }

    private static int Run(Terminal terminal, RunSettings settings, BuildRequest request)
    {
        BuildReport report;
        using (Progress.Start(terminal, settings.IsQuiet, $"Building {terminal.ShortPath(settings.InputFolder)}"))
            report = ArchiveBuild.Run(request);
        // advice is for authors, who ask for it with check; a build of an old archive would print pages of it
        var shown = request.FailOn < FindingLevel.Warning ? request.FailOn : FindingLevel.Warning;
        return ConsoleReport.Write(terminal, settings, report, shown, "Nothing was written; --keep-going publishes what is sound.");
    }

    private static Uri? ReadUrl(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Uri.TryCreate(written.EndsWith('/') ? written : written + "/", UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "" }) return url;
        result.AddError($"'{written}' is not the address of a site: write it like https://status.example.com/");
        return null;
    }
}
