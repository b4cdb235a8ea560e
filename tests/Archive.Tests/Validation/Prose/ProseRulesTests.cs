using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation.Prose;

public sealed class ProseRulesTests
{
    [Theory]
    [InlineData("We should have used a larger id.", "should-have")]
    [InlineData("The reviewers really should've asked.", "should-have")]
    [InlineData("Should have tested on staging first.", "should-have")]
    [InlineData("The change shouldn't have been rushed to production.", "should-have")]
    [InlineData("This should have been caught in review.", "should-have")]
    [InlineData("If only somebody had looked at the graph.", "counterfactual")]
    [InlineData("The cause was human error.", "human-error")]
    [InlineData("User error was made by taking the wrong cluster.", "human-error")]
    [InlineData("We had forgotten to add the field.", "personal-failure")]
    [InlineData("The head was moved, and the tag crucially forgot to be; nobody remembered, and the lead forgot to update it.", "personal-failure")]
    [InlineData("Unfortunately we also failed to verify the fix.", "personal-failure")]
    [InlineData("They neglected to take the new image.", "personal-failure")]
    [InlineData("The on-call engineer missed the alert.", "personal-failure")]
    [InlineData("One engineer didn't check the diff.", "personal-failure")]
    [InlineData("It was our fault.", "fault-finding")]
    [InlineData("A developer messed up the migration.", "fault-finding")]
    [InlineData("It was a careless change.", "fault-finding")]
    [InlineData("We must be more careful with restores.", "try-harder")]
    [InlineData("Engineers should remember to pause the job.", "try-harder")]
    [InlineData("Pay more attention to warnings.", "try-harder")]
    [InlineData("The mapping was obviously wrong.", "hindsight")]
    [InlineData("The deployer simply forgot it.", "hindsight")]
    [InlineData("Whoever wrote the cron job clearly did not think about daylight saving time.", "personal-failure")]
    [InlineData("Ops failed to follow the rollback procedure.", "personal-failure")]
    [InlineData("The team did not bother to read the vendor's migration guide.", "personal-failure")]
    [InlineData("A junior developer pushed directly to main, which should never have been done.", "should-have")]
    [InlineData("We should've load tested this before the launch.", "should-have")]
    [InlineData("The outage was the fault of the networking team.", "fault-finding")]
    [InlineData("The operator made a mistake when typing the zone name.", "personal-failure")]
    [InlineData("Support should have escalated this much sooner.", "should-have")]
    [InlineData("This was an avoidable error by the infrastructure team.", "human-error")]
    [InlineData("They should have known that the queue was not durable.", "should-have")]
    [InlineData("He misread the runbook and restarted the primary instead of the replica.", "personal-failure")]
    [InlineData("Nobody bothered to update the runbook after the last incident.", "personal-failure")]
    [InlineData("One of our colleagues accidentally ran the script against production and failed to tell anyone.", "personal-failure")]
    [InlineData("The reviewers rubber-stamped the change without reading it.", "fault-finding")]
    [InlineData("The intern was not supposed to have access, and should not have touched the router.", "should-have")]
    [InlineData("We must never again let this happen; staff will be reminded to follow procedure.", "try-harder")]
    [InlineData("Poor judgement by the incident commander delayed the rollback.", "fault-finding")]
    [InlineData("The data scientist overlooked the unit of the column.", "personal-failure")]
    [InlineData("The product team insisted on shipping on a Friday against all advice, and they were warned.", "fault-finding")]
    public void A_turn_of_phrase_that_judges_is_found_anywhere(string sentence, string code) =>
        Assert.Contains(code, Found("400 customers waited.", $"400 customers waited. {sentence}"));

    [Theory]
    [InlineData("A check would have prevented this.", "counterfactual")]
    [InlineData("It could have easily been caught by a test.", "counterfactual")]
    [InlineData("Had the author read the manual, the job would be smaller.", "counterfactual")]
    [InlineData("Had we known the limit, the job would be smaller.", "counterfactual")]
    [InlineData("Testing was insufficient.", "insufficient-testing")]
    [InlineData("The root cause is a lack of communication.", "insufficient-testing")]
    public void A_cause_that_is_none_is_found_where_causes_are_told(string sentence, string code)
    {
        Assert.Equal([code], Found("Nothing bounds how many connections one job may hold.\n", sentence + "\n"));
        Assert.Empty(Found("400 customers waited.", $"400 customers waited. {sentence}"));
    }

    [Theory]
    [InlineData("Each repository should have clear rules.")]
    [InlineData("We should have alerting on this, and we should have automated tests for it.")]
    [InlineData("30 sequences that should have failed the check were published.")]
    [InlineData("The endpoint should not have allowed the change.")]
    [InlineData("I believe we should have seen these, or should we?")]
    [InlineData("The restart shouldn't have mattered.")]
    [InlineData("Discuss whether the windows of the teams should have been communicated.")]
    [InlineData("The pod failed to start and the probe failed to notice.")]
    [InlineData("We failed to reproduce it at first.")]
    [InlineData("Rows are skipped if only the index is updated.")]
    [InlineData("The form is prone to human error; two steps reduce the risk of human error.")]
    [InlineData("At first we assumed user error.")]
    [InlineData("The issue must not be forgotten.")]
    [InlineData("It was not careless, and nobody was to blame.")]
    [InlineData("The images are lazy loaded.")]
    [InlineData("It was not obvious which of the two was active.")]
    [InlineData("Simply restarting the pod brings it back.")]
    [InlineData("Namespaces were accidentally deleted by the controller.")]
    [InlineData("The operator failed to reconcile.")]
    [InlineData("Users were told at 14:20; we're sorry for the wait.")]
    [InlineData("The scheduler forgot the lease after the restart because it is kept in memory.")]
    [InlineData("An operator error page was shown to 212 visitors.")]
    [InlineData("Errors from the developer portal rose.")]
    public void What_only_looks_like_a_judgement_is_left_alone(string sentence) =>
        Assert.Empty(Found("400 customers waited.", $"400 customers waited. {sentence}"));

    [Theory]
    [InlineData("A customer wrote \"you should have told us\".")]
    [InlineData("A customer wrote “you should have told us”.")]
    [InlineData("> We should have told them.")]
    [InlineData("The log says `we should have told them`.")]
    [InlineData("```\nwe should have told them\n```")]
    [InlineData("    we should have told them")]
    [InlineData("See [the thread](https://example.com/we-should-have-told-them).")]
    [InlineData("![we should have told them](https://example.com/a.png)")]
    [InlineData("<!-- we should have told them -->")]
    [InlineData("| a | b |\n| --- | --- |\n| 14:02 | level=error msg=\"we should have told them\" |")]
    public void Quotations_code_addresses_and_logs_are_left_alone(string markdown) =>
        Assert.Empty(Found("400 customers waited.", $"400 customers waited.\n\n{markdown}"));

    [Fact]
    public void People_may_speak_for_themselves() =>
        Assert.Empty(SoundArchive.Whole.WithSection("## Owner sentiment\n\nWe should have stopped on Thursday.\n").Findings());

    [Fact]
    public void A_finding_stands_at_its_words_across_lines_marks_and_escapes()
    {
        var archive = SoundArchive.Whole.Replace("400 customers waited.", "400 customers waited.\nA \\* and **we *should have* told** them &amp; more.");
        var finding = Assert.Single(archive.Findings());
        var line = archive[SoundArchive.Incident].Split('\n')[finding.Location.Line - 1];
        Assert.Equal("we *should have*", line.Substring(finding.Location.Column - 1, 16));
    }

    [Fact]
    public void Keys_are_prose_too()
    {
        var archive = SoundArchive.Whole.WithKeys("causes:\n  - { id: C1, kind: root, text: \"It was human error.\", layer: code, addressed_by: [AI-1] }\n");
        var finding = Assert.Single(archive.Findings());
        var line = archive[SoundArchive.Incident].Split('\n')[finding.Location.Line - 1];
        Assert.Equal("human error", line.Substring(finding.Location.Column - 1, finding.Location.Length));
    }

    [Theory]
    [InlineData("draft", 0)]
    [InlineData("review", 1)]
    [InlineData("final", 1)]
    public void A_draft_is_left_in_peace(string status, int findings) =>
        Assert.Equal(findings, SoundArchive.Whole.Replace("status: final", $"status: {status}").Replace("400 customers waited.", "We should have tested it.").Findings().Codes().Count(c => c == "should-have"));

    [Fact]
    public void Each_level_can_be_set() =>
        Assert.Equal([FindingLevel.Error], SoundArchive.Whole.WithSettings("rules: { should-have: error }\n").Replace("400 customers waited.", "We should have tested it.").Findings().Select(f => f.Level).Distinct());

    [Theory]
    [InlineData("@jo.fields restarted it.", "'@jo.fields' is a person.")]
    [InlineData("@ada restarted it, and @ada looked.", "'@ada' is a person, named 2 times.")]
    [InlineData("Ines Oduya restarted it.", "'Ines Oduya' is a person.")]
    [InlineData("Mr Fields wrote first.", "'Mr Fields' is a person.")]
    public void A_persons_name_is_found_once(string sentence, string message)
    {
        var archive = SoundArchive.Whole.WithSettings("policy: { people: [Mr Fields] }\n").WithKeys("reviewers: [\"@ines.oduya\"]\n");
        Assert.Equal([message], archive.Replace("400 customers waited.", $"400 customers waited. {sentence}").Findings().Select(f => f.Message));
    }

    [Theory]
    [InlineData("It needs @types/node and user@1000.service.")]
    [InlineData("`@ada` is the handle.")]
    [InlineData("The Adam and the Ines Oduyas of this world.")]
    public void What_is_no_name_is_left_alone(string sentence) =>
        Assert.Empty(SoundArchive.Whole.WithKeys("reviewers: [\"@ines.oduya\"]\n").Replace("400 customers waited.", $"400 customers waited. {sentence}").Findings());

    private static IEnumerable<string> Found(string what, string with) => SoundArchive.Whole.Replace(what, with).Findings().Codes();
}
