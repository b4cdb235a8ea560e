using System.Reflection;

namespace Archive.Cli;

public static class ArchiveVersion
{
    /// <summary><c>0.1.0</c></summary>
    public static string Number { get; } =
        typeof(ArchiveVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
