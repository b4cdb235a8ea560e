namespace Archive.Cli.Reports;

/// <summary>How findings are written.</summary>
public enum ReportFormat
{
    /// <summary>For a person at a terminal.</summary>
    Text,

    /// <summary>One JSON object, see <see cref="JsonReport"/>.</summary>
    Json,

    /// <summary>Workflow commands that GitHub turns into annotations.</summary>
    GitHub,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,
}
