using System.Globalization;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>Moments as programs read them: RFC 3339 in UTC with milliseconds.</summary>
internal static class Moments
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
