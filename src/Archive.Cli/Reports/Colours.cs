using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>Colour on a terminal that wants it; plain text elsewhere.</summary>
/// <remarks>Only the eight colours that every theme of every terminal defines, so that contrast is the person's own choice.</remarks>
public readonly record struct Colours(bool AreOn)
{
    public string Strong(string text) => Paint("1", text);

    public string Quiet(string text) => Paint("2", text);

    public string Good(string text) => Paint("32", text);

    public string Help(string text) => Paint("36", text);

    /// <summary>A word that was looked for.</summary>
    public string Match(string text) => Paint("1;33", text);

    public string Level(FindingLevel level, string text) => level switch
    {
        FindingLevel.Error => Paint("1;31", text),
        FindingLevel.Warning => Paint("1;33", text),
        FindingLevel.Advice => Paint("1;34", text),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    private string Paint(string code, string text) => AreOn ? $"\e[{code}m{text}\e[0m" : text;
}
