namespace Archive.BrowserTests;

/// <summary>A page of the sample.</summary>
/// <param name="Name">How test results name it.</param>
public sealed record SamplePage(string Name, string Path, bool IsPublic = false, int Status = 200)
{
    public override string ToString() => Name;
}

/// <summary>A page of each kind.</summary>
public static class SamplePages
{
    public static readonly SamplePage Postmortem = new("postmortem", "/postmortems/inc-030/");
    public static readonly SamplePage Search = new("search", "/search/?q=timeout");
    public static readonly SamplePage PublicHome = new("public home", "/", IsPublic: true);
    public static readonly SamplePage PublicIncident = new("public incident", "/incidents/2026-02-14-wrong-lane-grades/", IsPublic: true);

    private static readonly SamplePage[] Known =
    [
        new("home", "/"),
        new("postmortems", "/postmortems/"),
        Postmortem,
        new("service", "/services/message-bus/"),
        new("recurrence", "/recurrence/"),
        new("recurrences", "/recurrence/all/"),
        new("family", "/recurrence/families/inc-005/"),
        new("causes", "/causes/"),
        new("action items", "/action-items/"),
        new("deadlines", "/deadlines/"),
        new("latencies", "/latencies/"),
        new("digests", "/digests/"),
        new("digest", "/digests/2026-q1/"),
        new("services", "/services/"),
        new("check", "/checks/unknown-severity/"),
        Search,
        new("not found", "/no-such-page/", Status: 404),
        PublicHome,
        PublicIncident,
        new("public open incident", "/incidents/2026-11-20-late-webhooks/", IsPublic: true),
        new("public history", "/history/", IsPublic: true),
        new("public month", "/history/2026-02/", IsPublic: true),
        new("public accessibility", "/accessibility/", IsPublic: true),
        new("public not found", "/no-such-page/", IsPublic: true, Status: 404),
    ];

    /// <summary>Names for theories: a name shows in test results as it is.</summary>
    public static IEnumerable<Xunit.TheoryDataRow<string>> Names => Known.Select(p => new Xunit.TheoryDataRow<string>(p.Name));

    public static SamplePage Of(string name) => Known.Single(p => p.Name == name);
}
