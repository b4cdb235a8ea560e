using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What the world should not read. Messages say where, and never repeat the word: logs of a public repository are public.</summary>
public static class LeakProblems
{
    private const string Allowing = " Where the word means something else, allow it in this note: `allow: [{ text: …, reason: … }]`.";

    public static readonly Rule PersonRule = Define("names-a-person", "A person in a public note",
        "The public account speaks of what happened, not of who did it. Names and handles of authors, reviewers and owners are known from the archive." + Allowing,
        "@ada has found slow sign-in.");

    public static readonly Rule TicketRule = Define("names-a-ticket", "A ticket of the company in a public note",
        "A ticket says nothing to customers, and its number tells how many there are." + Allowing,
        "We are looking into slow sign-in, see OPS-1.");

    public static readonly Rule IncidentRule = Define("names-an-incident", "An internal id of an incident in a public note",
        "The public knows an incident by its title and address. Internal numbers tell how many there were that nobody was told of." + Allowing,
        "We are looking into slow sign-in, as in INC-040.");

    public static readonly Rule HostRule = Define("names-a-host", "An internal host in a public note",
        "Names and addresses of the inside are a map for those who should not be there: the archive's own host, the forge, `localhost`, and names that end in `.internal`, `.local`, `.corp` or `.lan`." + Allowing,
        "We are looking into slow sign-in on db-1.internal.");

    public static readonly Rule AddressRule = Define("shows-a-private-address", "A private IP address in a public note",
        "Addresses of private networks say how the inside is built." + Allowing,
        "We are looking into slow sign-in on 10.20.0.7.");

    public static readonly Rule MoneyRule = Define("shows-money", "An amount of money in a public note",
        "What an incident cost is for contracts and courts, not for the status page." + Allowing,
        "We are looking into slow sign-in, which cost 18,400 EUR.");

    public static readonly Rule ServiceRule = Define("names-a-private-service", "A service without a public name in a public note",
        "A service without `public_name` in `services.yml` is never named in public, nor are its aliases and code names. Say what customers see of it." + Allowing,
        new RuleExample(ExampleKind.Words, "A note that says *Osier* where `services.yml` has a service of that alias and no `public_name`."),
        new(ExampleKind.Words, "A note that says *our main database*."));

    public static readonly Rule OutputRule = Define("leak-in-the-site", "A private word in the finished public site",
        "Before the public site is written, all its files are searched for people, tickets, incidents, hosts and services that only the archive knows: as they are, without tags and escapes, packed, backwards, and in the usual encodings. What is found stands in the theme or the settings, since the notes have been searched before. Nothing is written.",
        new RuleExample(ExampleKind.Words, "A template in `theme/public` with the handle of an author in a comment."),
        new(ExampleKind.Words, "The template without it."));

    public static ImmutableArray<Rule> All { get; } = [PersonRule, TicketRule, IncidentRule, HostRule, AddressRule, MoneyRule, ServiceRule, OutputRule];

    /// <param name="level">A draft is told, and not failed.</param>
    public static Diagnostic Leak(Rule rule, SourceLocation place, FindingLevel level) => new(rule, level, place, $"{WhatOf(rule)} stands here.", "Say it in words for customers, or allow it with a reason.");

    public static Diagnostic InTheSite(string file, Rule rule, string form) =>
        new(OutputRule, OutputRule.Level, new(file), $"{WhatOf(rule)} stands in this file of the public site ({form}).", "Look for it in theme/ and archive.yml; the notes do not have it.");

    private static string WhatOf(Rule rule) => rule == PersonRule ? "A person's name or handle"
        : rule == TicketRule ? "A ticket"
        : rule == IncidentRule ? "An internal incident id"
        : rule == HostRule ? "An internal host"
        : rule == AddressRule ? "A private IP address"
        : rule == MoneyRule ? "An amount of money"
        : "A service that has no public name";

    private static Rule Define(string code, string title, string explanation, string badUpdate) =>
        Define(code, title, explanation, PublicNoteProblems.Example(badUpdate), PublicNoteProblems.Example("We are looking into slow sign-in."));

    private static Rule Define(string code, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(PublicNoteProblems.Family, FindingLevel.Error, code, title, explanation, bad, good);
}
