using System.Globalization;
using System.Text.Json.Nodes;
using Archive.Incidents.Model;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>Shapes of the words and values that only incidents have.</summary>
internal static class Vocabularies
{
    public const string PublicIdPattern = "^[a-z0-9]{12}$";

    /// <summary>An amount and its currency: <c>18400 EUR</c>.</summary>
    public static Shape<Money> Money { get; } = Shapes.Scalar<Money>(
        "an amount of money",
        () => new() { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)? [A-Z]{3}$" },
        static (text, place, problems) =>
        {
            if (ReadMoney(text) is { } money) return money;
            problems.Add(DocumentProblems.NotANumber(place, text, "an amount and its ISO currency, such as 18400 EUR"));
            return null;
        });

    /// <summary>A deadline: <c>5 business-days</c>.</summary>
    public static Shape<Deadline> Deadline { get; } = new(
        static (node, problems) =>
        {
            if (Shapes.Text.Read(node, problems) is not { } text) return null;
            if (ReadDeadline(text.Value) is { } deadline) return new(deadline, text.Location);
            problems.Add(DocumentProblems.NotANumber(text.Location, text.Value, "a number and its unit, such as 48 hours, 7 days or 5 business-days"));
            return null;
        },
        () => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,4} (hours|days|business-days)$" });

    public static Shape<TEnum> OneOf<TEnum>() where TEnum : struct, Enum => Shapes.Word(Words.All<TEnum>(), Words.Read<TEnum>);

    private static Money? ReadMoney(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var amount, { Length: 3 } currency]
            && currency.All(char.IsAsciiLetterUpper)
            && decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value < 1_000_000_000_000_000m
            ? new Money(value, currency)
            : null;
    }

    private static Deadline? ReadDeadline(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var unit]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && amount <= 9999
        && Words.Read<DeadlineUnit>(unit) is { } read
            ? new Deadline(amount, read)
            : null;
}
