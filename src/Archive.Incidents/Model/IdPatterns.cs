using System.Text.RegularExpressions;

namespace Archive.Incidents.Model;

/// <summary>What ids look like. A pattern that a person wrote is tried without backtracking, since it goes over everybody's prose; the usual one is compiled, and needs none.</summary>
internal static partial class IdPatterns
{
    public const string Usual = "INC-[0-9]{4}-[0-9]{3,}|INC-[0-9]{3,}";

    /// <summary>Matches a text that is an id and nothing else.</summary>
    public static Regex Whole(Policy policy) => policy.IdPattern == Usual ? WholeUsual() : new($"^(?:{policy.IdPattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Finds ids inside of prose.</summary>
    public static Regex InProse(Policy policy) => policy.IdPattern == Usual ? UsualInProse() : new(policy.IdPattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    [GeneratedRegex($"^(?:{Usual})$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeUsual();

    [GeneratedRegex(Usual, RegexOptions.CultureInvariant)]
    private static partial Regex UsualInProse();
}
