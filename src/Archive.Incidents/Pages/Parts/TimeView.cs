using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A day or a moment for people, and the same for machines.</summary>
public sealed record TimeView(string Text, string Iso)
{
    public static TimeView Of(DateOnly day) => new(Wording.Day(day), Wording.Iso(day));

    public static TimeView Of(DateTimeOffset at) => new(Wording.Moment(at), Wording.Iso(at));

    /// <summary>The day of a moment, in the policy's time zone.</summary>
    public static TimeView DayOf(DateTimeOffset at, Policy policy) => Of(policy.DayOf(at));

    public static TimeView? OfOptional(DateOnly? day) => day is { } known ? Of(known) : null;
}
