using Archive.Incidents.Model;

namespace Archive.Tests.History.Digests;

/// <summary>Five postmortems, as of 21 November 2026, whose digests can be worked out by hand.</summary>
/// <remarks>
/// Q2: A (sev1) began Fri 10 Apr, was due Fri 17 Apr, published 20 Apr: 3 days late. Its structural fix, due 1 May, was done on 5 Oct.
///     B (sev2) began Sat 2 May, was due Tue 12 May, published 8 May. B1, due 1 Jun, is open; B2, structural, was done on 10 May,
///     so that its window of 90 days was over on 8 Aug.
/// Q3: C (sev1) began Sun 5 Jul, repeats A, whose fix was open then. Still a draft; due Fri 10 Jul. One of its causes is not answered.
///     D (sev3, no deadline) began 1 Aug, was noticed by a customer, published 10 Aug.
///     N, a near miss, began 9 Sep and is final, published 12 Sep.
/// </remarks>
internal static class WorkedArchive
{
    public static IncidentArchive Archive => Sample.ArchiveOf(A, B, C, D, N);

    private static Postmortem A => Of("INC-A", "sev1", "2026-04-10T08:00:00Z", 10, 60, "2026-04-20") with
    {
        ActionItems = [Sample.Item("A1", ItemStatus.Done, "2026-05-01", "2026-10-05") with { IsStructuralFix = true }],
    };

    private static Postmortem B => Of("INC-B", "sev2", "2026-05-02T08:00:00Z", 30, 120, "2026-05-08") with
    {
        Services = [Sample.Settlement],
        FailureClass = Sample.PoolExhaustion,
        ActionItems = [Sample.Item("B1", ItemStatus.Open, "2026-06-01"), Sample.Item("B2", ItemStatus.Done, "2026-05-20", "2026-05-10") with { IsStructuralFix = true }],
    };

    private static Postmortem C => Of("INC-C", "sev1", "2026-07-05T08:00:00Z", 51, 205, null) with
    {
        Title = "Lanes graded by the wrong camera again",
        RecurrenceOf = "INC-A",
        DetectedBy = Detector.Alert,
        Impact = new() { Customers = 4200 },
        Causes =
        [
            new() { Id = "C1", Kind = CauseKind.Root, Text = "The registry accepts any mapping.", AddressedBy = ["AI-1"] },
            new() { Id = "C2", Kind = CauseKind.Contributing, Text = "The backup held the bad file." },
            new() { Id = "C3", Kind = CauseKind.Contributing, Text = "Nobody compares lanes.", AcceptedBecause = "Rare" },
            new() { Id = "C4", Kind = CauseKind.Contributing, Text = "The fourth factor.", AcceptedBecause = "Rare" },
        ],
        ActionItems = [Sample.Item("AI-1", ItemStatus.Open, "2026-12-01")],
    };

    private static Postmortem D => Of("INC-D", "sev3", "2026-08-01T08:00:00Z", 20, 40, "2026-08-10") with
    {
        Services = [Sample.Gateway],
        FailureClass = Sample.PoolExhaustion,
        DetectedBy = Detector.Customer,
    };

    private static Postmortem N => Of("INC-N", "sev3", "2026-09-09T08:00:00Z", 1, 2, "2026-09-12") with { Kind = PostmortemKind.NearMiss, Services = [Sample.Gateway], FailureClass = null };

    private static Postmortem Of(string id, string severity, string start, int detected, int resolved, string? published) => Sample.Final(id, start) with
    {
        Severity = Sample.Severity(severity),
        Status = published is null ? DocumentStatus.Draft : DocumentStatus.Final,
        Times = new() { StartedAt = Sample.Utc(start), DetectedAt = Sample.Utc(start).AddMinutes(detected), ResolvedAt = Sample.Utc(start).AddMinutes(resolved) },
        DetectedBy = Detector.Alert,
        PublishedOn = published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
    };
}
