using System.Globalization;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Numbers as drawings write them.</summary>
public static class SvgNumber
{
    /// <summary>To a tenth, without needless zeros.</summary>
    public static string Of(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
