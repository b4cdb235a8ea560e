using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;

namespace Archive.Incidents.Validation;

/// <summary>What a postmortem is judged against: the policy, the catalogues, and the day. What it says of others is judged later, by <see cref="ReferenceRules"/>.</summary>
internal sealed class ValidationContext
{
    public ValidationContext(Policy policy, ImmutableArray<Service> services, ImmutableArray<FailureClass> classes, DateOnly today)
    {
        (Policy, Services, Today) = (policy, services, today);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZone);
        IdPattern = IdPatterns.Whole(policy);
        ServiceByWord = ByWord(services, s => s.Id, s => s.Aliases);
        ClassByWord = ByWord(classes, c => c.Id, c => c.Aliases);
    }

    public Policy Policy { get; }

    public ImmutableArray<Service> Services { get; }

    public DateOnly Today { get; }

    public TimeZoneInfo Zone { get; }

    public Regex IdPattern { get; }

    /// <summary>Services by id and alias, without regard to case.</summary>
    public Dictionary<string, Service> ServiceByWord { get; }

    /// <summary>Failure classes by id and alias, without regard to case.</summary>
    public Dictionary<string, FailureClass> ClassByWord { get; }

    private static Dictionary<string, T> ByWord<T>(ImmutableArray<T> entries, Func<T, string> id, Func<T, ImmutableArray<string>> aliases)
    {
        var byWord = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries) byWord.TryAdd(id(entry), entry);
        foreach (var entry in entries)
        {
            foreach (var alias in aliases(entry)) byWord.TryAdd(alias, entry);
        }
        return byWord.ToDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
