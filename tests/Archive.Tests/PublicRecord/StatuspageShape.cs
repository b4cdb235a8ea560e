using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>
/// What clients of Statuspage's version 2 files rely on: each object has exactly these keys in this order, each of its type. Written apart
/// from the program, from the description of the field.
/// </summary>
internal static partial class StatuspageShape
{
    private static readonly string[] ComponentStates = ["operational", "degraded_performance", "partial_outage", "major_outage", "under_maintenance"];

    private static readonly string[] IncidentStates = ["investigating", "identified", "monitoring", "resolved", "postmortem"];

    private static readonly (string Key, Action<JsonElement> Is)[] Page =
        [("id", Id), ("name", Text), ("url", Url), ("time_zone", Zone), ("updated_at", Moment)];

    private static readonly (string Key, Action<JsonElement> Is)[] Status =
        [("indicator", OneOf("none", "minor", "major", "critical", "maintenance")), ("description", Text)];

    private static readonly (string Key, Action<JsonElement> Is)[] Leaf =
    [
        ("id", Id), ("name", Text), ("status", OneOf(ComponentStates)), ("created_at", Moment), ("updated_at", Moment), ("position", Position),
        ("description", OrNull(Text)), ("showcase", Flag), ("start_date", OrNull(Day)), ("group_id", OrNull(Id)), ("page_id", Id), ("group", Flag), ("only_show_if_degraded", Flag),
    ];

    private static readonly (string Key, Action<JsonElement> Is)[] Update =
    [
        ("id", Id), ("status", OneOf(IncidentStates)), ("body", Text), ("incident_id", Id), ("created_at", Moment), ("updated_at", Moment), ("display_at", Moment),
        ("affected_components", OrNull(Each(Object(("code", Id), ("name", Text), ("old_status", OneOf(ComponentStates)), ("new_status", OneOf(ComponentStates)))))),
        ("deliver_notifications", Flag), ("custom_tweet", OrNull(Text)), ("tweet_id", OrNull(Text)),
    ];

    private static readonly (string Key, Action<JsonElement> Is)[] Incident =
    [
        ("id", Id), ("name", Text), ("status", OneOf(IncidentStates)), ("created_at", Moment), ("updated_at", Moment), ("monitoring_at", OrNull(Moment)), ("resolved_at", OrNull(Moment)),
        ("impact", OneOf("none", "minor", "major", "critical")), ("shortlink", Url), ("started_at", Moment), ("page_id", Id),
        ("incident_updates", Each(Object(Update))), ("components", Each(Component)), ("reminder_intervals", OrNull(Text)),
    ];

    /// <summary>The files of every site, and the shape of each.</summary>
    public static IReadOnlyDictionary<string, Action<JsonElement>> Files { get; } = new Dictionary<string, Action<JsonElement>>(StringComparer.Ordinal)
    {
        ["api/v2/status.json"] = Object(("page", Object(Page)), ("status", Object(Status))),
        ["api/v2/components.json"] = Object(("page", Object(Page)), ("components", Each(Component))),
        ["api/v2/summary.json"] = Object(
            ("page", Object(Page)), ("components", Each(Component)), ("incidents", Each(Object(Incident))), ("scheduled_maintenances", Empty), ("status", Object(Status))),
        ["api/v2/incidents.json"] = Object(("page", Object(Page)), ("incidents", Each(Object(Incident)))),
        ["api/v2/incidents/unresolved.json"] = Object(("page", Object(Page)), ("incidents", Each(Object(Incident)))),
        ["api/v2/scheduled-maintenances.json"] = Object(("page", Object(Page)), ("scheduled_maintenances", Empty)),
        ["api/v2/scheduled-maintenances/upcoming.json"] = Object(("page", Object(Page)), ("scheduled_maintenances", Empty)),
        ["api/v2/scheduled-maintenances/active.json"] = Object(("page", Object(Page)), ("scheduled_maintenances", Empty)),
    };

    /// <summary>The file of one incident.</summary>
    public static Action<JsonElement> IncidentFile { get; } =
        Object([.. Incident, ("code", Id), ("postmortem_body", OrNull(Text)), ("postmortem_published_at", OrNull(Moment))]);

    /// <summary>A group has its members' ids; a leaf has no such key.</summary>
    private static void Component(JsonElement value)
    {
        if (value.GetProperty("group").GetBoolean()) Object([.. Leaf, ("components", Each(Id))])(value);
        else Object(Leaf)(value);
    }

    private static Action<JsonElement> Object(params (string Key, Action<JsonElement> Is)[] keys) => value =>
    {
        Assert.Equal(JsonValueKind.Object, value.ValueKind);
        Assert.Equal(keys.Select(k => k.Key), value.EnumerateObject().Select(p => p.Name));
        foreach (var (key, isIt) in keys) isIt(value.GetProperty(key));
    };

    private static Action<JsonElement> Each(Action<JsonElement> isIt) => value =>
    {
        Assert.Equal(JsonValueKind.Array, value.ValueKind);
        foreach (var item in value.EnumerateArray()) isIt(item);
    };

    private static Action<JsonElement> OrNull(Action<JsonElement> isIt) => value =>
    {
        if (value.ValueKind != JsonValueKind.Null) isIt(value);
    };

    private static Action<JsonElement> OneOf(params string[] words) => value => Assert.Contains(value.GetString(), words);

    private static void Empty(JsonElement value) => Assert.Equal(0, value.GetArrayLength());

    private static void Id(JsonElement value) => Assert.Matches("^[a-z0-9]{12}$", value.GetString()!);

    private static void Text(JsonElement value) => Assert.NotEqual("", value.GetString()!.Trim());

    private static void Flag(JsonElement value) => Assert.Contains(value.ValueKind, (JsonValueKind[])[JsonValueKind.True, JsonValueKind.False]);

    private static void Position(JsonElement value) => Assert.InRange(value.GetInt32(), 1, int.MaxValue);

    private static void Url(JsonElement value) => Assert.Equal("https", new Uri(value.GetString()!).Scheme);

    private static void Zone(JsonElement value) => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(value.GetString()!, out _));

    private static void Day(JsonElement value) => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Moment(JsonElement value) => Assert.Matches(Rfc3339(), value.GetString()!);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Rfc3339();
}
