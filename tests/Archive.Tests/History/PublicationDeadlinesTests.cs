using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class PublicationDeadlinesTests
{
    private static Postmortem Resolved(string at, Deadline? deadline) => Sample.Stub() with
    {
        Severity = Sample.Severity("sev1") with { Deadline = deadline },
        Times = new() { StartedAt = Sample.Utc("2026-01-01T00:00:00Z"), ResolvedAt = Sample.Utc(at) },
    };

    [Fact]
    public void Hours_are_counted_to_the_minute()
    {
        var due = PublicationDeadlines.Of(Resolved("2026-03-06T22:30:00Z", new(48, DeadlineUnit.Hours)), Sample.Policy);
        Assert.Equal(new DueDate(new(2026, 3, 8), Sample.Utc("2026-03-08T22:30:00Z")), due);
    }

    [Fact]
    public void Days_count_weekends()
    {
        var due = PublicationDeadlines.Of(Resolved("2026-03-06T22:30:00Z", new(7, DeadlineUnit.Days)), Sample.Policy);
        Assert.Equal(new DueDate(new(2026, 3, 13), null), due);
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", 5, "2026-03-09")] // Monday to Monday
    [InlineData("2026-03-06T10:00:00Z", 1, "2026-03-09")] // Friday to Monday
    [InlineData("2026-03-07T10:00:00Z", 1, "2026-03-09")] // Saturday to Monday
    [InlineData("2026-03-08T10:00:00Z", 5, "2026-03-13")] // Sunday to Friday
    public void Business_days_leave_weekends_out(string resolved, int amount, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), PublicationDeadlines.Of(Resolved(resolved, new(amount, DeadlineUnit.BusinessDays)), Sample.Policy)!.Value.On);

    [Fact]
    public void Business_days_leave_holidays_out()
    {
        var policy = Sample.Policy with { Holidays = [new(2026, 4, 3), new(2026, 4, 6)] };
        var due = PublicationDeadlines.Of(Resolved("2026-04-02T10:00:00Z", new(2, DeadlineUnit.BusinessDays)), policy);
        Assert.Equal(new DateOnly(2026, 4, 8), due!.Value.On);
    }

    [Fact]
    public void The_day_of_resolution_is_that_of_the_policys_time_zone()
    {
        var policy = Sample.Policy with { TimeZone = "Pacific/Auckland" };
        var due = PublicationDeadlines.Of(Resolved("2026-03-05T20:00:00Z", new(1, DeadlineUnit.Days)), policy);
        Assert.Equal(new DateOnly(2026, 3, 7), due!.Value.On);
    }

    [Fact]
    public void Without_a_deadline_nothing_is_due() => Assert.Null(PublicationDeadlines.Of(Resolved("2026-03-05T20:00:00Z", null), Sample.Policy));

    [Fact]
    public void While_an_incident_lasts_nothing_is_due() => Assert.Null(PublicationDeadlines.Of(Sample.Stub(), Sample.Policy));

    [Fact]
    public void On_the_due_day_it_is_not_overdue_and_on_the_next_it_is()
    {
        var postmortem = Resolved("2026-11-12T10:00:00Z", new(5, DeadlineUnit.BusinessDays));
        var archive = Sample.ArchiveOf(postmortem);
        Assert.Equal(0, PublicationDeadlines.Owed(postmortem, archive with { AsOf = new(2026, 11, 19) }).DaysOverdue);
        Assert.Equal(1, PublicationDeadlines.Owed(postmortem, archive with { AsOf = new(2026, 11, 20) }).DaysOverdue);
    }

    [Fact]
    public void What_is_final_is_not_owed()
    {
        var archive = Sample.ArchiveOf(Sample.Final(), Sample.Stub());
        Assert.Equal(["INC-044"], PublicationDeadlines.Owed(archive).Select(o => o.Postmortem.Id));
    }

    [Fact]
    public void The_longest_overdue_comes_first_and_what_has_no_deadline_last()
    {
        var late = Resolved("2026-03-05T20:00:00Z", new(1, DeadlineUnit.Days)) with { Id = "INC-003" };
        var later = Resolved("2026-02-05T20:00:00Z", new(1, DeadlineUnit.Days)) with { Id = "INC-002" };
        var none = Resolved("2026-01-05T20:00:00Z", null) with { Id = "INC-001" };
        Assert.Equal(["INC-002", "INC-003", "INC-001"], PublicationDeadlines.Owed(Sample.ArchiveOf(none, late, later)).Select(o => o.Postmortem.Id));
    }

    [Fact]
    public void Lateness_is_counted_from_the_due_day()
    {
        var postmortem = Resolved("2026-03-05T20:00:00Z", new(2, DeadlineUnit.Days)) with { PublishedOn = new(2026, 3, 10) };
        Assert.Equal(3, PublicationDeadlines.DaysLate(postmortem, Sample.Policy));
    }
}
