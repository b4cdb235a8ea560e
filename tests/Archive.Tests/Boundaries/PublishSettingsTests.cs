using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Archive.Tests.Boundaries;

public sealed class PublishSettingsTests
{
    [Theory]
    [InlineData("UseCurrentRuntimeIdentifier=True")] // as dotnet publish hands on --use-current-runtime
    [InlineData("RuntimeIdentifier=linux-x64")]
    public async Task What_is_published_for_a_machine_is_compiled_with_its_runtime(string forMachine)
    {
        var settings = await SettingsAsync($"-p:{forMachine}");

        Assert.Equal(("true", "true", "false"), (settings["PublishReadyToRunComposite"], settings["SelfContained"], settings["TieredCompilation"]));
    }

    [Fact]
    public async Task What_is_published_for_any_machine_is_not_compiled_ahead()
    {
        var settings = await SettingsAsync();

        Assert.Equal(("false", ""), (settings["PublishReadyToRunComposite"], settings["TieredCompilation"]));
    }

    [Theory]
    [InlineData("linux-x64", "--instruction-set:x86-64-v3")]
    [InlineData("linux-arm64", "")]
    public async Task Only_a_program_for_x64_wants_its_vectors(string runtime, string arguments)
    {
        var settings = await SettingsAsync($"-p:RuntimeIdentifier={runtime}");

        Assert.Equal(arguments, settings["PublishReadyToRunCrossgen2ExtraArgs"]);
    }

    /// <summary>What MSBuild would publish with, without building anything.</summary>
    private static async Task<Dictionary<string, string>> SettingsAsync(params string[] given)
    {
        string[] asked = ["PublishReadyToRunComposite", "SelfContained", "TieredCompilation", "PublishReadyToRunCrossgen2ExtraArgs"];
        string[] words = ["msbuild", Path.Combine(Repository.Root, "src", "Archive.Cli"), "-nologo", .. given, .. asked.Select(name => $"-getProperty:{name}")];
        using var msbuild = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, UseShellExecute = false })!; // who runs the tests has dotnet
        var printed = await msbuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await msbuild.WaitForExitAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(printed).RootElement.GetProperty("Properties").Deserialize<Dictionary<string, string>>()!; // never null: an object
    }
}
