using Archive.Cli;

return ArchiveCommandLine.Run(args, OfProcess());

// The environment is read here and nowhere else.
static Terminal OfProcess()
{
    var quietPlace = IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb";
    return new()
    {
        Output = Console.Out,
        Error = Console.Error,
        CurrentFolder = Directory.GetCurrentDirectory(),
        Now = DateTimeOffset.UtcNow,
        HasColour = !Console.IsOutputRedirected && !quietPlace && !IsSet("NO_COLOR"),
        CanAsk = !Console.IsInputRedirected && !Console.IsOutputRedirected && !quietPlace,
        ShowsProgress = !Console.IsErrorRedirected && !quietPlace,
        Width = Console.IsOutputRedirected ? Terminal.FullWidth : WidthOfWindow(),
        StepSummaryFile = IsSet("GITHUB_STEP_SUMMARY") ? Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") : null,
    };
}

static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

static int WidthOfWindow()
{
    // A window that says 0, as some do, is not known; one narrower than 40 would break every line.
    var width = Console.WindowWidth;
    return width <= 0 ? Terminal.FullWidth : Math.Clamp(width, 40, Terminal.FullWidth);
}
