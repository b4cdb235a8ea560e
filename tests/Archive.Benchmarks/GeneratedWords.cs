namespace Archive.Benchmarks;

/// <summary>The words of the generated archive: a container port that never was.</summary>
public static class GeneratedWords
{
    public static readonly string[] Services = Words("""
        berth-planner crane-control manifest-api gate-kiosk yard-map tide-feed customs-bridge reefer-watch pilot-booking
        tally-ledger vessel-tracker quay-scheduler weighbridge seal-registry hazard-index truck-slots rail-link invoice-desk
        badge-service radio-relay dredge-log mooring-sensors stack-optimiser damage-photos demurrage-clock agent-portal
        barge-dispatch lashing-roster port-calendar noise-monitor
        """);

    public static readonly string[] Teams = Words("quayside landside paperwork sensors customer-desk platform");

    public static readonly string[] People = Words("""
        aino.berg bram.okoye celia.haas dov.marsh edda.quist farid.noor greta.lind hugo.silva irma.pohl jonas.tarr
        kofi.wren lotte.vance mira.solak nils.abara olga.feld pavel.roth
        """);

    public static readonly string[] FailureClasses = Words("""
        silted-queue stale-chart crossed-config slack-timeout full-hold broken-mooring lost-manifest expired-pass
        clock-drift double-booking missing-ballast untested-drill
        """);

    public static readonly string[] Tools = Words("Postgres Kafka Redis Envoy Grafana Terraform Vault Nginx Consul Temporal RabbitMQ ClickHouse");

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["service"] = Services,
        ["team"] = Teams,
        ["tool"] = Tools,
        ["noun"] = Words("""
            queue berth manifest container request lock replica certificate schedule partition worker crane message tariff index
            cache lease migration payload gateway retry snapshot offset shard checkpoint session batch webhook timeout backlog
            trailer sensor reading heartbeat quota pool cursor transaction window threshold route ballast stowage pilot draught
            lashing hatch seal waybill tally customs-code gantry spreader reach-stacker mooring fender tug convoy anchorage
            """),
        ["verb"] = Words("""
            held dropped delayed refused doubled lost reordered rejected exhausted blocked overwrote skipped starved duplicated
            flushed drained rerouted throttled rebuilt released truncated postponed reassigned stranded unloaded misread
            """),
        ["adjective"] = Words("""
            stale idle slow late partial duplicate unbounded silent cold overloaded missing expired nightly regional manual
            unattended asymmetric brackish seaward unlit overdue half-empty misfiled windward tidal
            """),
        ["place"] = Words("north-quay south-quay terminal-2 terminal-4 rail-yard lock-gate outer-basin cold-store bonded-shed"),
        ["part"] = Words("""
            BerthAllocator TideReader ManifestParser GateSession StackPlanner SealVerifier SlotAuction ReeferPoller LedgerWriter
            RouteSolver PilotRoster CustomsClient WeighScale CraneLoop
            """),
        ["setting"] = Words("""
            pool.max_size retry.budget lease.seconds queue.depth batch.rows cache.ttl_s poll.interval_ms breaker.threshold
            replica.lag_ms upload.parts gc.pause_ms tide.horizon_h
            """),
        ["metric"] = Words("""
            berth_wait_seconds manifest_errors_total queue_age_p99 crane_idle_ratio gate_latency_ms tide_feed_lag ledger_gap
            reefer_alarms slot_conflicts pool_wait_ms
            """),
    };

    /// <summary>Sentences with slots. <c>{number}</c>, <c>{minutes}</c>, <c>{share}</c>, <c>{version}</c>, <c>{host}</c> and <c>{earlier}</c> are computed.</summary>
    public static readonly string[] Sentences = Lines("""
        The {adjective} {noun} of {service} {verb} every {noun} that {place} had sent within {minutes}.
        {service} {verb} {number} {noun}s in {minutes}, and {share} of them were never tried again.
        `{metric}` rose from {number} to {number} while {service} waited for a {adjective} {noun} of {tool}.
        Because `{setting}` was {number}, the {noun} in `{part}` {verb} each {noun} of {place} before it {verb} the next.
        The {team} team compared the {adjective} {noun} with the one of {place} and found {number} differences.
        A {noun} that `{part}` had marked as {adjective} was {verb} by {service} after {minutes}.
        On {host} the {noun} grew by {share} every minute until {tool} {verb} it.
        Release {version} of {service} changed how a {noun} is {verb} when its {noun} is {adjective}.
        Nobody had seen a {adjective} {noun} of this size: {number} entries, {share} of them from {place}.
        {tool} reported the {noun} as {adjective}, which is what it also reports when a {noun} is merely {adjective}.
        Between two tides {service} {verb} {number} {noun}s, {share} more than on the same day of the week before.
        The dashboard of {service} shows the {noun} per {place}, so that a {adjective} {noun} of one quay looks like noise.
        `{part}` asks {tool} for the {noun} once and keeps it; after {minutes} it was {adjective} and nothing asked again.
        With {number} {noun}s in front of it, the {adjective} {noun} was {verb} {minutes} later than the schedule allows.
        The same {noun} had been {verb} in {earlier}, where the {noun} was {adjective} for another reason.
        Ships at {place} kept their berth, but {share} of the trucks turned round at the gate and came back after {minutes}.
        {service} has two ways to read a {noun}: the one that is tested and the one that {place} uses.
        When {host} came back, its {noun} was {number} entries behind and it {verb} them in the wrong order.
        A {adjective} {noun} does not raise `{metric}`, because `{part}` counts a {noun} only after it was {verb}.
        The alert looks at the mean of `{metric}` over {minutes}; {share} of the {noun}s had left by then.
        {team} raised `{setting}` to {number} on {host} and saw the {noun} fall within {minutes}.
        Reading the {noun} back from {tool} took {minutes}, for the {adjective} part has no index.
        What {service} calls a {noun} is a {noun} to {service}, and the {adjective} one has no owner.
        The {noun} of {version} was {verb} at {place} only, where `{setting}` had been set by hand.
        """);

    public static readonly string[] Events = Lines("""
        {service} begins to refuse the {adjective} {noun} of {place}
        `{metric}` passes {number}; {tool} sends the alert
        {team} looks at the {noun} on {host} and finds it {adjective}
        First idea, a {adjective} {noun}, is wrong: {tool} shows {number} entries
        `{setting}` is set from {number} to {number} on {host}
        Customer desk has {number} calls about the {noun} at {place}
        Rollback of {service} to {version} begins
        {share} of the {noun}s are served again
        Trucks at {place} are sent to the other gate
        """);

    public static readonly string[] Deeds = Lines("""
        Refuse a {noun} whose {noun} is {adjective} before {service} takes it
        Alert when `{metric}` stays above {number} for {minutes}
        Give {place} a {noun} of its own in {tool}
        Replay the {adjective} {noun} of {place} against every release of {service}
        Write down how a {noun} is {verb} by hand at {place}
        Set `{setting}` to {number} and watch `{metric}` for a week
        """);

    public static readonly string[] Titles = Lines("""
        {service} {verb} every {noun} of {place}
        A {adjective} {noun} stops {service} at {place}
        {service} waits for a {adjective} {noun} of {tool}
        Release {version} of {service} {verb} each {adjective} {noun}
        Trucks turned away: {service} has a {adjective} {noun}
        """);

    /// <summary>A sentence with its slots filled, beginning with a capital unless it begins with a name in code.</summary>
    /// <param name="index">Number of the document, for mentions of earlier ones.</param>
    public static string Fill(string pattern, Dice dice, int index)
    {
        var text = new System.Text.StringBuilder(pattern.Length * 2);
        var from = 0;
        while (pattern.IndexOf('{', from) is var open and >= 0)
        {
            var close = pattern.IndexOf('}', open);
            text.Append(pattern, from, open - from).Append(Slot(pattern[(open + 1)..close], dice, index));
            from = close + 1;
        }
        text.Append(pattern, from, pattern.Length - from);
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    private static string Slot(string name, Dice dice, int index) => name switch
    {
        "number" => dice.Between(3, 9_800).ToString(),
        "minutes" => $"{dice.Between(2, 59)} minutes",
        "share" => $"{dice.Between(1, 97)}%",
        "version" => $"v{dice.Between(1, 9)}.{dice.Between(0, 40)}.{dice.Between(0, 12)}",
        "host" => $"`{dice.Pick(Services)}-{dice.Between(1, 24)}`",
        "earlier" => index > 0 ? GeneratedPostmortem.IdOf(dice.Below(index)) : "an earlier incident",
        _ => dice.Lean(Lists[name]),
    };

    private static string[] Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
