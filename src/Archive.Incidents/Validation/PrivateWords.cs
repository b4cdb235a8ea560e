using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What the archive knows and the world should not read: people, tickets, incidents, hosts, services without a public name.</summary>
internal sealed partial class PrivateWords
{
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private PrivateWords(ImmutableArray<PrivateWord> words, IReadOnlySet<string> ticketSeries, IReadOnlySet<string> incidentSeries) =>
        (All, TicketSeries, IncidentSeries) = (words, ticketSeries, incidentSeries);

    /// <summary>Each folded, once.</summary>
    public ImmutableArray<PrivateWord> All { get; }

    /// <summary>What stands before the number of tickets, folded: <c>ops</c>.</summary>
    public IReadOnlySet<string> TicketSeries { get; }

    /// <summary>What stands before the number of incidents, folded: <c>inc</c>.</summary>
    public IReadOnlySet<string> IncidentSeries { get; }

    /// <summary>What <see cref="ArchiveSettings.Public"/> and public names say is public, whatever else it is.</summary>
    public static PrivateWords Of(ArchiveSettings settings, ImmutableArray<Service> services, IEnumerable<Postmortem> postmortems)
    {
        var known = postmortems.ToList();
        var open = OpenWords(settings, services);
        var words = ImmutableArray.CreateBuilder<PrivateWord>();
        var (taken, ticketSeries, incidentSeries) = (NewSet(), NewSet(), NewSet());
        foreach (var word in People(known).Concat(Services(services)).Concat(Hosts(settings, services))) Add(FoldedText.Fold(word.Text), word.Rule);
        foreach (var postmortem in known)
        {
            foreach (var item in postmortem.ActionItems)
            {
                if (item.Ticket is not { } ticket) continue;
                var folded = FoldedText.Fold(ticket);
                AddSeries(folded, ticketSeries);
                if (ticket.Length >= 4) Add(folded, LeakProblems.TicketRule);
            }
        }
        foreach (var postmortem in known)
        {
            var folded = FoldedText.Fold(postmortem.Id);
            AddSeries(folded, incidentSeries);
            Add(folded, LeakProblems.IncidentRule);
        }
        return new(words.DrainToImmutable(), ticketSeries, incidentSeries);

        static HashSet<string> NewSet() => new(StringComparer.Ordinal);

        void Add(string folded, Rule rule)
        {
            if (taken.Add(folded) && folded.Length >= 3 && !IsIn(open, folded)) words.Add(new(folded, rule));
        }
    }

    /// <param name="folded">Words that may be read after all.</param>
    public PrivateWords Without(IReadOnlySet<string> folded) => new([.. All.Where(w => !folded.Contains(w.Text))], TicketSeries, IncidentSeries);

    /// <summary>What the world reads on every page, folded.</summary>
    private static string OpenWords(ArchiveSettings settings, ImmutableArray<Service> services) =>
        string.Join('\n', services.Select(s => s.PublicName).Append(settings.Public.Title).Append(settings.Public.Organization).Append(settings.Public.Description).OfType<string>().Select(FoldedText.Fold));

    private static bool IsIn(string open, string word) =>
        open.Contains(word, StringComparison.Ordinal) && Regex.IsMatch(open, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.CultureInvariant);

    /// <summary>The series of an id that is numbered: a letter, letters and digits, and a number behind a hyphen.</summary>
    private static void AddSeries(string id, HashSet<string> series)
    {
        var length = id.IndexOf('-', StringComparison.Ordinal);
        if (length <= 0 || length + 1 == id.Length || !char.IsAsciiDigit(id[length + 1])) return;
        var letters = id.AsSpan(0, length);
        if (char.IsAsciiLetterLower(letters[0]) && !letters.ContainsAnyExcept(LettersAndDigits)) series.GetAlternateLookup<ReadOnlySpan<char>>().Add(letters);
    }

    /// <summary>
    /// Handles with their sign; of those that are made of a person's names (<c>@ada.lovelace</c>) also the names, and the last one alone.
    /// Who writes, reviews and signs is a person; who owns an item may be a rotation (<c>@payments-platform</c>), whose words are everybody's.
    /// </summary>
    private static IEnumerable<PrivateWord> People(IReadOnlyList<Postmortem> postmortems)
    {
        var (writers, owners) = (new Handles(), new Handles());
        foreach (var postmortem in postmortems)
        {
            foreach (var writer in postmortem.Authors) writers.Add(writer);
            foreach (var writer in postmortem.Reviewers) writers.Add(writer);
            foreach (var writer in postmortem.SignedOffBy) writers.Add(writer);
            foreach (var item in postmortem.ActionItems)
            {
                if (item.Owner is ['@', ..] owner) owners.Add(owner);
            }
        }
        foreach (var handle in writers.All.Concat(owners.All.Where(o => !writers.All.Contains(o))))
        {
            var name = handle.TrimStart('@');
            yield return new($"@{name}", LeakProblems.PersonRule);
            var isOfNames = name.AsSpan().ContainsAny("._ ");
            if (!isOfNames && !(name.Contains('-', StringComparison.Ordinal) && writers.All.Contains(handle))) continue;
            var parts = name.Split(['.', '_', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
            yield return new(name, LeakProblems.PersonRule);
            yield return new(string.Join(' ', parts), LeakProblems.PersonRule);
            if (isOfNames && parts[^1].Length >= 4) yield return new(parts[^1], LeakProblems.PersonRule);
        }
    }

    /// <summary>Handles without regard to case, as first met. Most are met a thousand times as they were before, which is cheaper to see.</summary>
    private sealed class Handles
    {
        private readonly HashSet<string> _asWritten = new(StringComparer.Ordinal);

        public HashSet<string> All { get; } = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string handle)
        {
            if (_asWritten.Add(handle)) All.Add(handle);
        }
    }

    /// <summary>Ids, names and aliases of services without a public name, and the code name that stands in brackets behind a name.</summary>
    private static IEnumerable<PrivateWord> Services(ImmutableArray<Service> services) =>
        from service in services
        where service.PublicName is null
        from word in (string[])[service.Id, service.Name, .. service.Aliases, .. NamePart().Matches(service.Name).Select(m => m.Value)]
        select new PrivateWord(word, LeakProblems.ServiceRule);

    private static IEnumerable<PrivateWord> Hosts(ArchiveSettings settings, ImmutableArray<Service> services) =>
        ((Uri?[])[settings.Url, settings.SourceUrl, .. services.Select(s => s.Repository)]).OfType<Uri>()
            .Where(u => u.Host.Contains('.', StringComparison.Ordinal) && !u.Host.Equals(settings.Public.Url.Host, StringComparison.OrdinalIgnoreCase))
            .Select(u => new PrivateWord(u.Host, LeakProblems.HostRule));

    /// <summary>A name in brackets, and what stands before it.</summary>
    [GeneratedRegex(@"(?<=\()[^()]+(?=\))|^[^()]+(?= \()", RegexOptions.CultureInvariant)]
    private static partial Regex NamePart();
}

/// <summary>A word that should not be read in public.</summary>
/// <param name="Rule">What it is.</param>
internal sealed record PrivateWord(string Text, Rule Rule);
