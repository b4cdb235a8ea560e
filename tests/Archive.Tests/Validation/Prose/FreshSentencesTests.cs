using Xunit;

namespace Archive.Tests.Validation.Prose;

/// <summary>Sentences in the manner of postmortems, written before anybody looked at what the rules find in them: they stand for texts that nobody has seen.</summary>
/// <remarks>A sentence that a rule is mended for moves to <see cref="ProseRulesTests"/>, and another takes its place.</remarks>
public sealed class FreshSentencesTests
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "should-have", "counterfactual", "human-error", "personal-failure", "fault-finding", "try-harder", "hindsight" };

    /// <summary>A reviewer would ask to reword these.</summary>
    private static readonly string[] Blameful =
    [
        "The deploying engineer should have noticed the red dashboard before moving on.",
        "In the end this came down to human error during the maintenance window.",
        "The release manager forgot to bump the schema version.",
        "The reviewer ought to have caught the missing index.",
        "We were careless with the production credentials.",
        "If only we had kept the old cluster running for another day.",
        "The contractor neglected to tell anybody about the new firewall rule.",
        "Our mistake was trusting the replica lag metric.",
        "The on-call person ignored three pages in a row.",
        "Going forward, everyone needs to be more careful when editing Terraform state.",
        "Engineers must remember to drain the node before rebooting it.",
        "It was obvious that the certificate would expire, and yet nobody renewed it.",
        "The DBA fat-fingered the hostname and dropped the wrong database.",
        "Somebody on the platform team messed up the DNS cutover.",
        "The developer did not test the migration against a copy of production.",
        "Due to an oversight by the author the feature flag was left on.",
        "The incident was caused by negligence in the change process.",
        "We simply forgot that the token was shared with billing.",
        "People need to pay closer attention to deprecation warnings.",
        "The on-call should have paged the database team right away.",
        "The vendor engineer made a careless change to the peering session.",
        "The previous maintainer left the password in the repository out of laziness.",
        "Clearly the migration should have been tested on real data.",
        "The network team was negligent in leaving the old route in place.",
        "We all should have seen this coming.",
        "The author of the change skipped the checklist because he was in a hurry.",
        "It is embarrassing that we did not have an alert on this.",
        "The security team should have been consulted before the rule was changed.",
        "We dropped the ball on renewing the support contract.",
        "An engineer wrongly assumed that the snapshot was consistent.",
        "The bad deploy was the result of a mistake by the release engineer.",
        "Developers keep ignoring the linter, and this is the outcome.",
        "In hindsight it was clear that the quota would not last.",
        "The team had been told twice and still forgot to rotate the key.",
        "Next time whoever is on call must pay more attention to disk usage.",
    ];

    /// <summary>A reviewer would leave these as they are.</summary>
    private static readonly string[] Fair =
    [
        "The alert should have fired at 80 percent, but its threshold was set in bytes and compared with kilobytes.",
        "The health check failed to detect that the process was deadlocked.",
        "Each service should have an owner listed in the catalogue.",
        "A customer wrote: \"you should have told us about this yesterday\".",
        "The failover should have taken thirty seconds; it took eleven minutes because the standby was replaying logs.",
        "The retry loop failed to back off and multiplied the load by nine.",
        "Requests that should have been cached went to the origin.",
        "The job failed to start because the image had been garbage collected.",
        "We failed to reach the vendor for forty minutes.",
        "The on-call engineer paused the consumer at 14:20 and the backlog stopped growing.",
        "The engineer who ran the command saw the same prompt in staging and in production.",
        "It was not obvious from the dashboard which region was serving traffic.",
        "The controller ignored the annotation because the CRD had no such field.",
        "The default timeout is too short by mistake of unit: seconds were read as milliseconds.",
        "Fault injection was enabled in the canary only.",
        "The load balancer could have sent traffic to either zone; it chose the one without capacity.",
        "We were lucky that the backup had run an hour before.",
        "The disk is monitored, but the alert is routed to a channel that nobody reads at night.",
        "No one was paged because the rotation had no member that week.",
        "The team decided to wait for the nightly job rather than to fail over.",
        "The page now says what the command will delete, and asks for the name of the cluster.",
        "Users should have been signed out after thirty minutes, but the refresh token never expired.",
        "The message should have been delivered once and was delivered four times.",
        "The tool takes the last argument as the target, so a forgotten flag changes what is deleted.",
        "The memory limit was reached because the parser keeps every row of the file.",
        "The validator did not notice that two fields had swapped places.",
        "The error budget for the month was spent within two hours.",
        "Careful reading of the trace showed that the lock was taken twice.",
        "The cache is expected to forget an entry after ten minutes, and kept it for a day.",
        "The script should have exited with an error, but the pipe hid its status.",
        "They should have arrived by 09:00; the broker delivered them at 14:00.",
        "The agent failed to register, so the dashboard showed one host less.",
        "A mistake in the Helm chart gave all pods the same name.",
        "The vendor says that the switch should have been able to carry twice the load.",
        "The engineer asked for a second pair of eyes before the failover.",
        "If only one replica is left, the cluster refuses writes.",
        "The team did not know that the flag was read at start-up only, since no page says so.",
        "No test would have caught this, as the fixture has a single tenant.",
        "The operator applied the change in the order that the runbook gives.",
        "Pay attention to the sign: the offset is negative west of Greenwich.",
        "The parser did not notice the second byte order mark.",
        "Error budgets were reset by mistake when the month changed in UTC.",
        "Staff at two sites worked from paper lists for three hours.",
        "The proxy should not have retried a POST, and its default is to do so.",
        "The operator did not reconcile the resource because the webhook was down.",
        "The importer was never told that the schema had changed.",
        "The rollout was paused by the on-call engineer, who had seen the latency rise.",
        "The template of the review has no question about time zones.",
        "A missing index made the query read the whole table.",
        "The log said \"operator error: no such resource\".",
        "Two people looked at the same graph and saw different things, since one was in local time.",
        "It took nine minutes until somebody with access could be reached.",
        "The primary failed to hand over its leases before it stopped.",
    ];

    [Fact]
    public void Of_what_is_found_four_of_five_are_rightly_found_and_so_is_what_blames()
    {
        var (hits, falseAlarms) = (Found(Blameful), Found(Fair));
        Assert.True(hits.Count >= 0.8 * (hits.Count + falseAlarms.Count), $"left alone would be better: {string.Join(" | ", falseAlarms)}");
        Assert.True(hits.Count >= 0.8 * Blameful.Length, $"missed: {string.Join(" | ", Blameful.Except(hits))}");
    }

    /// <summary>Each is a paragraph of its own; ten in a file, so that no finding is counted instead of told.</summary>
    private static List<string> Found(string[] sentences) => [.. sentences.Chunk(10).SelectMany(FoundInOneFile)];

    private static IEnumerable<string> FoundInOneFile(string[] sentences)
    {
        var archive = SoundArchive.Whole.WithSection($"## Response\n\n{string.Join("\n\n", sentences)}\n");
        var lines = archive[SoundArchive.Incident].Split('\n');
        return archive.Findings().Where(f => Codes.Contains(f.Code)).Select(f => lines[f.Location.Line - 1]).Distinct(StringComparer.Ordinal);
    }
}
