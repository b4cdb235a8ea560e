using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What can be wrong between postmortems that do not name each other.</summary>
public static class DuplicateProblems
{
    public static readonly Rule PossibleDuplicateRule = Rule.Define(ConsistencyProblems.Family, FindingLevel.Advice, "possible-duplicate", "Two postmortems that seem to tell of one incident",
        """
        Two people may begin to write about the same night. Then the archive counts one incident as two, and each page holds half of what is known. Two postmortems are named here when they
        began within a day of each other, hit the same service, and say the same in their titles and summaries or give the same error text, while neither names the other.

        Where it is one incident, keep one file and move what the other one knows into it. Where it came back, name the first with `recurrence_of`; where both are right, name it under `related`, in either of the two: that is also how
        this finding is silenced. A comment cannot, since it stands in one file and the finding is about two.
        """,
        new(ExampleKind.Words, "Two stubs, written by two people, both titled \"Sign-in slow\", both for the service sign-in, one started at 14:02 and one at 14:10 of the same day."),
        new(ExampleKind.Words, "The second of them says `related: [INC-042]`, or is gone."));

    public static ImmutableArray<Rule> All { get; } = [PossibleDuplicateRule];

    /// <param name="later">The one that is named; its file is where the finding stands.</param>
    public static Diagnostic PossibleDuplicate(Postmortem later, Postmortem earlier, string because) => new(
        PossibleDuplicateRule,
        PossibleDuplicateRule.Level,
        later.Source,
        $"{later.Id} may be the same incident as {earlier.Id}: {because}.",
        $"Keep one of the two ({earlier.Source.Path} is the other). Where both are right, write related: [{earlier.Id}], and this finding is gone.");
}
