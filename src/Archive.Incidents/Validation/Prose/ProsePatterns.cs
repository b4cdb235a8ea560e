using System.Text.RegularExpressions;

namespace Archive.Incidents.Validation.Prose;

/// <summary>The turns of phrase by which postmortems blame, and the ones that look alike and do not.</summary>
/// <remarks>Every quantifier is bounded and every pattern begins with a word, so that time is linear in the text.</remarks>
internal static partial class ProsePatterns
{
    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>People as postmortems name them. Words that also name programs (operator, manager, controller, scheduler) are left out.</summary>
    private const string Nouns =
        "engineers?|developers?|devs?|teams?|team members?|on-?call(?: engineers?)?|on-?caller|reviewers?|admins?|administrators?|sysadmins?|responders?|staff|colleagues?|authors?|people|person|" +
        "interns?|contractors?|maintainers?|technicians?|designers?|analysts?|support agents?|commanders?|volunteers?|employees?|someone|somebody|nobody|no one|everyone|everybody|anyone|whoever|ops|devops|sres?|dbas?|(?<=^|[.;,] |\\b(?:our|customer) )support";

    private const string People = $@"(?:\b(?:we|i|he|she|you|{Nouns})\b|@[\w.\-]{{2,40}})";

    private const string Adverbs = "(?:,? (?:also|really|probably|simply|just|then|again|still|clearly|definitely|certainly|perhaps|maybe|initially|unfortunately|all|both|had|have|has|originally|subsequently|never|not|ideally|at least|already|instead|crucially|[a-z]{3,14}ly)){0,3}";

    private const string Irregular =
        "been|known|seen|thought|done|made|taken|gone|caught|found|told|written|read|run|built|put|set|kept|held|sent|chosen|begun|understood|spoken|left|led|given|got|gotten|paid|spent|brought|foreseen|let|shut|cut|realized|realised";

    private const string Participle = $"(?:(?:load|stress|smoke|double|cross|dry|hand|peer)[- ])?(?:{Irregular}|[a-z]{{2,20}}[^e\\W]ed|used|tried|freed)";

    /// <summary>Participles that people, not programs, are answerable for.</summary>
    private const string HumanActs =
        "caught|noticed|spotted|tested|reviewed|checked|double-?checked|rushed|communicated|escalated|verified|validated|documented|planned|considered|anticipated|foreseen|avoided|prevented|thought|done|merged|told|discussed|questioned|addressed|" +
        "more careful|clearer|better|obvious";

    /// <summary>Past participles that stand before a noun as adjectives: <c>we should have automated tests</c>.</summary>
    private const string Adjectives = "automated|dedicated|shared|limited|improved|detailed|documented|distributed|updated|increased|centralized|centralised|replicated|versioned|scheduled|separated|isolated|advanced|standardized|standardised|defined|enhanced|managed|agreed|mixed|written|set";

    private const string AfterVerb = "the|a|an|this|that|it|to|for|in|on|by|with|from|our|these|those|all|more|them|him|her|us|earlier|sooner|before|immediately|at|as|when|if|and|or|into|out|up|off";

    [GeneratedRegex($@"(?:{People}{Adverbs} (?:should|ought to)(?: not|n['’]t)?{Adverbs}(?: have|['’]ve){Adverbs} {Participle}|(?<=^|[.!;:] |^\W{{1,3}})(?:should|shouldn['’]t)(?: not)? have {Participle})\b", Usual)]
    public static partial Regex PersonShouldHave();

    /// <summary>A person is meant, who was named before.</summary>
    [GeneratedRegex($@"\bwho{Adverbs} (?:should|ought to)(?: not|n['’]t)?{Adverbs}(?: have|['’]ve) {Participle}\b|, (?:and|but) should(?: not|n['’]t)? have (?:touched|asked|{HumanActs})\b", Usual)]
    public static partial Regex WhoShouldHave();

    [GeneratedRegex(@"\bfailed to (?:tell|ask|consult|realise|realize|appreciate|anticipate|heed|care)\b", Usual)]
    public static partial Regex FailedAsPeopleDo();

    /// <summary>Who is meant are people: programs know nothing.</summary>
    [GeneratedRegex(@"\bthey(?: really)? (?:should|ought to)(?: have|['’]ve) (?:known|asked|noticed|realised|realized|checked|told|thought)\b", Usual)]
    public static partial Regex TheyShouldHave();

    [GeneratedRegex($@"\bshould(?: not|n['’]t| never)?(?: probably| really| also| clearly)?(?: have|['’]ve)(?: really| also| at least)? been (?:{HumanActs})\b", Usual)]
    public static partial Regex ShouldHaveBeen();

    [GeneratedRegex($@"\bhave (?:{Adjectives}) (?!(?:{AfterVerb})\b)[a-z]", Usual)]
    public static partial Regex HaveAdjective();

    [GeneratedRegex(@"\b(?:that|which|who|what|think|believe|not sure) (?:\w+ ){0,4}$", Usual)]
    public static partial Regex Subordinate();

    [GeneratedRegex(@"\b(?:if|whether) (?:\w+ ){0,9}$", Usual)]
    public static partial Regex Conditional();

    [GeneratedRegex($@"\bif only (?:[\w'’\-]+ ){{1,6}}(?:had|were|could|would)\b", Usual)]
    public static partial Regex IfOnly();

    [GeneratedRegex($@"\b(?:could|would|might)(?: not|n['’]t)?(?: easily| likely| probably| also){{0,2}}(?: have|['’]ve)(?: easily| likely| probably){{0,1}}(?: been)? (?:prevented|avoided|caught|noticed|detected|stopped|spotted|mitigated|happened|occurred|helped|discovered|known|foreseen)\b", Usual)]
    public static partial Regex Counterfactual();

    [GeneratedRegex($@"\bhad (?:we|he|she|they|i|somebody|someone|(?:the|an|our) (?:[a-z\-]+ )?(?:team|author|engineer|developer|reviewer|operator|administrator|on-call)) (?:only )?{Participle}\b", Usual)]
    public static partial Regex HadSomebody();

    [GeneratedRegex(@"\b(?:human|user|operator|operational|pilot|manual)[ -]errors?\b(?! (?:pages?|messages?|codes?|rates?|reports?|budgets?|logs?|types?|handl|screens?|class|dialogs?|counts?|responses?))|\b(?:mistakes?|blunders?|lapses?) (?:by|of|from) (?:an? |the |our )?(?:[a-z\-]+ ){0,2}(?:engineer|developer|operator|administrator|admin|team|colleague|employee)\b|" +
        @"\b(?:mistakes?|errors?|slips?|oversights?) (?:made )?(?:by|on the part of) (?:an? |the |our |one of the )?(?:[a-z\-]+ ){0,2}(?:engineers?|developers?|administrators?|admins?|teams?|colleagues?|employees?|reviewers?|staff)\b", Usual)]
    public static partial Regex HumanError();

    /// <summary>Speaks of human error in general, or says that it was not it.</summary>
    [GeneratedRegex(@"\b(?:prone to|risks? of|reduces?|reducing|avoid(?:s|ing)?|prevent(?:s|ing)?|eliminat(?:e|es|ing)|against|room for|possibility of|potential for|chances? of|opportunit(?:y|ies) for|limit(?:s|ing)?|minimi[sz](?:e|es|ing)|subject to|not|no|without|rather than|assumed|suspected|instead of|blam(?:e|ing)|vulnerable to|sensitive to|called|than)(?: \w+){0,3} $", Usual)]
    public static partial Regex ErrorInGeneral();

    [GeneratedRegex(@"\b(?:forgot|(?<!\b(?:be|get|gets|got|is|are|was|were|been|being|not) )forgotten) (?:to|about|that|the)\b|\b(?:neglected|omitted) to\b", Usual)]
    public static partial Regex Forgot();

    /// <summary>A program, as the subject of what follows.</summary>
    [GeneratedRegex(@"\b(?:it|which|that|schedulers?|servers?|services?|controllers?|process|daemons?|clients?|jobs?|cache|prox(?:y|ies)|routers?|nodes?|pods?|containers?|brokers?|database|replicas?|primary|leader|system|tools?|scripts?|programs?|workers?|agents?|api|app|application|browsers?|kernel|library|parser|queue|balancers?|operators?|bots?|pipeline|clusters?|hosts?|switch|module|plugin|devices?|sensors?|gateways?|resolvers?|driver|firmware|framework|compiler)(?: (?:also|then|had|has|have|simply|sometimes|apparently))? $", Usual)]
    public static partial Regex Machine();

    [GeneratedRegex($@"{People}{Adverbs} failed to (?!(?:re)?(?:produce|find|connect|log|obtain|get|download|start|restart|reach|bring|recover|restore|fix|roll|build|deploy|resolve|mitigate|load|make it|replicate|access|open|pull|push)\b)[a-z]+", Usual)]
    public static partial Regex PersonFailedTo();

    [GeneratedRegex(@"\b(?:an?|the|one|another|our) (?:[a-z\-]+ ){0,2}(?:engineer|developer|dev|administrator|admin|sysadmin|technician|intern|contractor|reviewer|author|colleague|employee|team member|on-?call engineer|person|scientist|analyst|designer|architect|specialist|consultant|lead)(?: (?:also|simply|then|had|accidentally|mistakenly|wrongly|carelessly)){0,2} (?:missed|ignored|misread|mistyped|misunderstood|misinterpreted|misconfigured|overlooked|did(?: not|n['’]t) (?:notice|check|read|verify|think|bother|realise|realize|understand|follow|test)|made (?:a|an|the) (?:\w+ )?(?:mistake|error))\b|" +
        @"\boperators? (?:made (?:a|an) (?:\w+ )?(?:mistake|error)|mistyped|misread|misunderstood)\b|\b(?:he|she|they) (?:[a-z]+ly )?(?:misread|mistyped|misunderstood|misinterpreted|overlooked)\b|\bdid(?: not|n['’]t) (?:even )?(?:bother|think (?:about|of|to)|care (?:to|about))\b|\b(?:nobody|no one|none of us) (?:even |ever )?(?:bothered|cared|thought) (?:to|about)\b", Usual)]
    public static partial Regex PersonErred();

    [GeneratedRegex(
        @"\b(?:careless(?:ly|ness)?|negligen(?:t|ce|tly)|incompeten(?:t|ce)|stupid(?:ity|ly)?|sloppy|sloppiness|reckless(?:ly|ness)?|inattention|inattentive(?:ness)?)\b|\b(?:was|were|being|too|so|been) lazy\b|\blaziness\b|" +
        @"\bfat[ -]finger(?:ed|ing)?\b|\brubber[ -]stamp(?:ed|ing|s)?\b|\b(?:poor|bad|lack of|error of|against better) judge?ment\b|\bagainst (?:all|better|our) advice\b|\bdropped the ball\b|\basleep at the wheel\b|\bmy bad\b|" +
        @"\b(?:due to|because of|caused by|owing to) (?:an? )?oversight\b|" +
        @"\bfault of (?:an? |the |our )?(?:[a-z\-]+ ){0,2}(?:teams?|engineers?|developers?|administrators?|admins?|ops|reviewers?|colleagues?|person)\b", Usual)]
    public static partial Regex Fault();

    /// <summary>Fault that has an owner.</summary>
    [GeneratedRegex(
        $@"(?:{People}{Adverbs}|\bwho) (?:screwed|messed) up\b|\b(?:my|his|her|their|our|your|(?:{Nouns})['’]s?) (?:own )?(?:fault|mistake|oversight)\b|{People}{Adverbs} (?:was|were|is|are|am) (?:at fault|to blame)\b", Usual)]
    public static partial Regex Blame();

    [GeneratedRegex(
        @"\b(?:industry[- ](?:common knowledge|standards?|wisdom|norms?|averages?|best practices?|practice)|(?:common|general|conventional) (?:knowledge|wisdom)|best practices? (?:says?|recommends?|dictates?|suggests?|is to|are to)|(?:is|are|was|being) (?:an? |the )?(?:industry |known |security )?best practices?|according to best practices?|" +
        @"(?:it is|it['’]s|as is) (?:a )?(?:well|widely|commonly|generally|universally)[- ](?:known|accepted|understood|agreed)|everyone knows|everybody knows|(?:studies|research|statistics) (?:show|shows|have shown|has shown|suggest|suggests|prove|proves)|experts (?:agree|say|recommend))\b", Usual)]
    public static partial Regex Unsourced();

    /// <summary>A standard that has a number or a name, a paragraph of it, or a day on which somebody said so.</summary>
    [GeneratedRegex(@"\b(?:RFC|ISO|IEC|NIST|CIS|PCI|OWASP|IEEE|SOC|W3C|ETSI|BSI|CVE|DORA)\b|§|\b[12][0-9]{3}-[0-9]{2}-[0-9]{2}\b", RegexOptions.CultureInvariant)]
    public static partial Regex Source();

    [GeneratedRegex(@"\b(?:not|n['’]t|no|nobody|no one|never|without|neither|nor|isn|wasn)\b(?: \w+){0,3} $", Usual)]
    public static partial Regex Negated();

    [GeneratedRegex(
        @"\b(?:be|being|been) (?:more|extra|very) (?:careful|vigilant|cautious|attentive|mindful)\b|\bbe careful(?: to| when| with| about)?\b|\b(?:should|must|need(?:s)? to|have to|has to|always) remember to\b|\btr(?:y|ying) harder\b|" +
        @"\bpay(?:ing)? (?:more|closer|better|extra) attention\b|\btak(?:e|ing) (?:more|greater|better|extra) care\b|\bmore care (?:must|should|needs)\b|\bremind (?:everyone|everybody|people|all|the team|engineers|developers|the on-?call|staff|users?) (?:to|that|of|about)\b|" +
        @"\bimprove(?:d|s)? communication\b(?! (?:channel|protocol|librar|between the))|\bfollow the process\b|\b(?:do not|don['’]t) let (?:it|this|that) happen again\b|\braise awareness\b|\bnever (?:again )?let (?:it|this|that) happen\b|\b(?:will|should|must|to|has|have) (?:be|been) reminded (?:to|of|that|about)\b", Usual)]
    public static partial Regex TryHarder();

    [GeneratedRegex(@"\b(?:was|were|is|are) (?:quite |rather |so )?obvious(?:ly)?\b|\bobviously (?:should|wrong|a mistake|the (?:cause|reason|culprit|problem)|needed|missed)\b|\bshould be obvious\b|\bneedless to say\b|\bsimply (?:forgot|missed|overlooked|failed|needed to|had to|never|not|did not|didn['’]t|should)\b|\b(?:in|with) hindsight\b[^.]{0,80}\b(?:should|obvious|clear|easy|easily|wrong)\b", Usual)]
    public static partial Regex Hindsight();

    [GeneratedRegex(
        @"\b(?:insufficient|inadequate|lack of|not enough|poor)(?: (?:unit|integration|automated|manual|end-to-end|load|code|proper|adequate))? (?:testing|tests|test coverage|reviews?|reviewing|documentation|communication|training|monitoring|observability|qa)\b(?! (?:of|for|on|around|in|that|with|which|to|between|when|at|against|about)\b)|" +
        @"\b(?:testing|tests|test coverage|reviews?|monitoring|documentation|communication|training|observability|qa) (?:was|were|is|are|had been) (?:not |in)?(?:sufficient|adequate|enough|insufficient|inadequate|poor|lacking|thorough enough|not thorough)\b", Usual)]
    public static partial Regex Insufficient();
}
