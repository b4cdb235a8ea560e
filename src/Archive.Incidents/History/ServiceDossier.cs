using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>A way in which a service failed.</summary>
/// <param name="Postmortems">In order of time; at least one.</param>
public sealed record FailureOfService(FailureClass FailureClass, ImmutableArray<Postmortem> Postmortems);

/// <summary>A text that people saw, and where.</summary>
/// <param name="Postmortems">In order of time; at least one.</param>
public sealed record ErrorText(string Text, ImmutableArray<Postmortem> Postmortems);

/// <summary>A cause that no item addresses and nobody accepted.</summary>
public sealed record UnansweredCause(Postmortem Postmortem, Cause Cause);

/// <summary>What someone new to a service has to know in five minutes.</summary>
public sealed record ServiceDossier
{
    /// <summary>At most <see cref="History.ReadFirst.AtMost"/>.</summary>
    public required ImmutableArray<Recommendation> ReadFirst { get; init; }

    /// <summary>The most frequent first, of equal ones the latest.</summary>
    public required ImmutableArray<FailureOfService> Failures { get; init; }

    /// <summary>The latest first; a text that several postmortems name stands once.</summary>
    public required ImmutableArray<ErrorText> ErrorTexts { get; init; }

    /// <summary>The latest postmortem's first.</summary>
    public required ImmutableArray<UnansweredCause> UnansweredCauses { get; init; }

    /// <summary>How often each noticed first; the most frequent first, of equal ones in the order of the vocabulary.</summary>
    public required ImmutableArray<(Detector Detector, int Times)> NoticedBy { get; init; }

    /// <param name="postmortems">Those of a service, in order of time.</param>
    public static ServiceDossier Of(ImmutableArray<Postmortem> postmortems, IncidentHistory history) => new()
    {
        ReadFirst = History.ReadFirst.Of(postmortems, history),
        Failures =
        [
            .. postmortems.Where(p => p.FailureClass is not null)
                .GroupBy(p => p.FailureClass!.Id, StringComparer.Ordinal) // filtered in the line above
                .Select(g => new FailureOfService(g.First().FailureClass!, [.. g])) // the same
                .OrderByDescending(f => f.Postmortems.Length)
                .ThenByDescending(f => f.Postmortems[^1].Times.StartedAt)
                .ThenBy(f => f.FailureClass.Id, StringComparer.Ordinal),
        ],
        ErrorTexts =
        [
            .. postmortems.SelectMany(p => p.ErrorSignatures.Distinct(StringComparer.Ordinal), (p, text) => (Postmortem: p, Text: text))
                .GroupBy(s => s.Text, s => s.Postmortem, StringComparer.Ordinal)
                .Select(g => new ErrorText(g.Key, [.. g]))
                .OrderByDescending(t => t.Postmortems[^1].Times.StartedAt)
                .ThenBy(t => t.Text, StringComparer.Ordinal),
        ],
        UnansweredCauses = [.. postmortems.Reverse().SelectMany(p => p.Causes.Where(History.ReadFirst.IsUnanswered), (p, c) => new UnansweredCause(p, c))],
        NoticedBy =
        [
            .. postmortems.Where(p => p.DetectedBy is not null)
                .GroupBy(p => p.DetectedBy.GetValueOrDefault())
                .Select(g => (g.Key, g.Count()))
                .OrderByDescending(d => d.Item2)
                .ThenBy(d => d.Key),
        ],
    };
}
