using Archive.Incidents;

namespace Archive.Cli.Reports;

public static class AudienceName
{
    public static string Of(Audience audience) => audience switch
    {
        Audience.Internal => "internal",
        Audience.Public => "public",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };
}
