using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The standing of one fact under one rule as of a date, with its explanation. A small struct, made by a rule's <c>Assess</c>.
/// </summary>
/// <remarks>
/// The standing, the band, the cause, the factor and the programme are fixed when it is made. Everything else is live: value, dates, margins, payable, details
/// and texts are made
/// when they are read, from the fact as it is then. Where a fact is changed afterwards, as the entities of an object-relational mapper are, <see
/// cref="IsStale"/> tells so once the
/// verdict would be another, and <see cref="Reason"/> says it. To keep, log or send an assessment, take its <see cref="ToRecord"/> while the fact is as it was
/// judged.
/// <c>default</c> is no assessment (<see cref="IsDefault"/>): it is undetermined with <see cref="Cause.NotAssessed"/>, its rule has the id <c>none</c>, and
/// nothing of it throws.
/// </remarks>
[JsonConverter(typeof(PlainJsonConverter<Assessment>))]
public readonly struct Assessment : IEquatable<Assessment>, IPlainJson
{
    private readonly Rule? rule;
    private readonly object fact;
    private readonly Waiver[]? waivers;
    private readonly Verdict verdict;

    internal Assessment(Rule rule, object fact, DateOnly asOf, Verdict verdict, Waiver[]? waivers = null)
    {
        if (rule.IsVersioned)
            (rule, verdict) = rule.ByVersion(fact, asOf, verdict);

        (this.rule, this.fact, Day, this.verdict, this.waivers) = (rule, fact, asOf, verdict, waivers);
    }

    /// <summary>Whether this is <c>default(Assessment)</c>, which no rule has made.</summary>
    public bool IsDefault => rule is null;

    /// <summary>
    /// The rule; of <c>default</c> one with the id <c>none</c>, which belongs to no policy. Under a <see cref="PolicyHistory"/> it is the rule of the version
    /// that judged the fact.
    /// </summary>
    public Rule Rule => rule ?? NoRule.Instance;

    /// <summary>
    /// The fact itself, such as an <c>FteOrder</c> or a host's entity; <c>null</c> for a roll-up's group and a row of a track, which are made of many facts,
    /// and of <c>default</c>.
    /// </summary>
    public object? Fact => Rule.FactOf(fact);

    /// <summary>The evaluation date; <c>null</c> where the fact was taken as it is, without one (which is the end of the calendar).</summary>
    public DateOnly? AsOf => IsDefault || Day == DateOnly.MaxValue ? null : Day;

    /// <summary>The bare verdict.</summary>
    public Verdict Verdict => IsDefault ? NoRule.Verdict : verdict;

    /// <summary>The standing.</summary>
    public Standing Standing => Verdict.Standing;

    /// <summary>
    /// The waiver that excuses the standing on the evaluation date, where the assessment has waivers (<see cref="Waivers.Apply(Assessment)"/>) and is at risk,
    /// late, overdue or missed: it then needs no attention. <see cref="Standing"/> stays as judged, and factor and pay are what they are. <c>null</c> where
    /// nothing is waived; a termination review never is.
    /// </summary>
    public Waiver? Waiver => CanBeWaived ? Waivers.On(waivers, Day) : null;

    /// <summary>Why the fact has no band; <see cref="Cause.None"/> where it has one.</summary>
    public Cause Cause => Verdict.Cause;

    /// <summary>
    /// Whether the fact's period has begun and has not ended: the evaluation date is in it. What is said may yet be another, and changes at the latest on the
    /// day after the period's last (<see cref="ChangesOn"/>), if only in that it stands. Not so of a rule that is not in force, nor where a rule counts from
    /// dates of the fact's own.
    /// </summary>
    public bool IsProvisional => Verdict.IsProvisional;

    /// <summary>The band, or a lifecycle's stage; <c>null</c> where there is a <see cref="Cause"/>.</summary>
    public string? Band => Grade?.Band;

    /// <summary>
    /// What the band pays or applies, 1 being 100 %: where it pays along a line, or by a marginal table, what the fact is paid at, cut after its last digit
    /// that fits where it has no end. <c>null</c> where it has none.
    /// </summary>
    public decimal? Factor => Rule.FactorOf(fact, Verdict);

    /// <summary>
    /// The payable amount, rounded once as the policy says, with as many places as it was rounded to; <c>null</c> where the rule does not pay, or there is a
    /// <see cref="Cause"/>.
    /// </summary>
    public decimal? Payable => Rule.PayableOf(fact, Verdict);

    /// <summary>
    /// The currency of <see cref="Payable"/>, or of the money that the fact is about, such as <c>EUR</c>; <c>null</c> where neither the fact nor the policy
    /// names one. Amounts of different currencies are never added or compared.
    /// </summary>
    public string? Currency => IsDefault ? null : Rule.CurrencyOf(fact);

    /// <summary>
    /// The currency of <see cref="Value"/>, where that is an amount of the money that the fact is about and a currency is named; <c>null</c> otherwise.
    /// </summary>
    public string? ValueCurrency => Unit == AccountRules.Unit.Amount && Rule.IsOfMoney ? Currency : null;

    /// <summary>
    /// How <see cref="Payable"/> comes about, step by step; <c>null</c> where nothing is paid, and where the days of a period go each by its own version of a
    /// policy, which <see cref="Parts"/> has.
    /// </summary>
    public PayCalculation? Calculation => Rule.CalculationOf(fact, Verdict);

    /// <summary>The programme that the fact enters, such as <c>PIP</c>; <c>null</c> where there is none.</summary>
    public string? Programme => Grade?.Programme;

    /// <summary>The id of the order, item, account or employee; empty where the fact has none.</summary>
    public string Subject => Rule.SubjectOf(fact);

    /// <summary>What tells the fact from the others under the rule: its subject, with period, part and start where it has them.</summary>
    public FactKey Key => new(Subject, Period, Part, Rule.StartedOn(fact));

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account => Rule.AccountOf(fact);

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period => Rule.PeriodOf(fact);

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part => Rule.PartOf(fact);

    /// <summary>
    /// Something that the rule says of the fact beside its standing, by its name in <see cref="Rule.DetailNames"/>: a text, a number, a date or a flag;
    /// <c>null</c> where the rule has no such detail, or it has no value.
    /// </summary>
    /// <param name="name">The name, such as <c>focus</c>.</param>
    public object? Detail(string name)
    {
        for (var i = 0; i < Rule.DetailNames.Count; i++)
        {
            if (string.Equals(Rule.DetailNames[i], name, StringComparison.Ordinal))
                return Rule.DetailOf(fact, i);
        }

        return null;
    }

    /// <summary>
    /// The measured value in <see cref="Unit"/>; <c>null</c> where the fact has no band, its value has no end (lower is better, and the actual is 0), or no
    /// decimal holds it.
    /// </summary>
    public decimal? Value => Cause == Cause.None ? Rule.ValueOf(fact, Day) : null;

    /// <summary>The unit of <see cref="Value"/>; <c>null</c> where the rule measures nothing.</summary>
    public Unit? Unit => Rule.Unit;

    /// <summary>The date on which the fact, or its period, begins; before it the rule does not apply. <c>null</c> where it is missing.</summary>
    public DateOnly? BeginsOn => Rule.BeginsOn(fact);

    /// <summary>The last day on which the fact can be closed in time; <c>null</c> where the rule has no such day.</summary>
    public DateOnly? DueOn => Cause == Cause.None ? Rule.DueOn(fact, Day) : null;

    /// <summary>The date on which the fact ended; <c>null</c> where it had not by the evaluation date, or cannot end.</summary>
    public DateOnly? EndedOn => Cause == Cause.None ? Rule.EndedOn(fact, Day) : null;

    /// <summary>
    /// How many days after <see cref="DueOn"/> the fact ended, or is on the evaluation date while open; <c>null</c> where it is in time, or the rule has no due
    /// date.
    /// </summary>
    public int? OverdueDays => DueOn is { } due && (EndedOn ?? AsOf)?.DayNumber - due.DayNumber is { } days and > 0 ? days : null;

    /// <summary>
    /// The first later date on which the standing, the band, the cause, <see cref="IsProvisional"/> or the <see cref="Waiver"/> changes with no new data (a
    /// waiver that ends does so on the day after its last); <c>null</c> where none ever does. Of a roll-up's group and of a row of a track it is, apart from
    /// waivers, the first day of the period, while that lies ahead, and then the day after its last; of a row of a <see cref="GatheredRule{TRow}"/>, such as
    /// of <c>bcp-consistency</c>, the first date on which the row as it was made is judged otherwise. What the facts change of which a group or a row is made
    /// is told by an <see cref="Agenda"/>.
    /// </summary>
    public DateOnly? ChangesOn =>
        Turns.First(Day, Rule.ChangesOn(fact, Day, Verdict, ofStanding: false), CanBeWaived ? Waivers.NextTurn(waivers, Day) : null);

    /// <summary>
    /// The same for the standing as judged alone: <see cref="ChangesOn"/>, or later where only what else it tells changes then; <c>null</c> where it never
    /// does.
    /// </summary>
    public DateOnly? StandingChangesOn => Rule.ChangesOn(fact, Day, Verdict, ofStanding: true);

    /// <summary>How far the value is from the band above; <c>null</c> in the highest band, for a fact without a value, and on rules without a scale.</summary>
    public Margin? ToBandAbove => Margins.Above(this);

    /// <summary>How far the value is from the band below; <c>null</c> in the lowest band, for a fact without a value, and on rules without a scale.</summary>
    public Margin? ToBandBelow => Margins.Below(this);

    /// <summary>How the subject moved from the period before; <c>null</c> where the fact was not tracked over periods.</summary>
    public Movement? Movement => Rule.MovementOf(fact);

    /// <summary>For how many consecutive periods, this one included, a roll-up has been met; <c>null</c> for other rules.</summary>
    public int? Streak => Rule.StreakOf(fact);

    /// <summary>The standings that a roll-up counted; <c>null</c> for other rules.</summary>
    public Tally? Tally => Rule.TallyOf(fact);

    /// <summary>Whether the fact has changed since, so that its verdict would be another now. A change that leaves the verdict as it is is not told.</summary>
    public bool IsStale => IsOther(VerdictNow);

    /// <summary>The standing in one sentence; where it <see cref="IsStale"/>, what it was, and that the fact has changed since.</summary>
    public string Reason => Language.Spoken is null ? Said() : ReasonIn(Language.English);

    /// <summary><see cref="Reason"/> in a language.</summary>
    /// <param name="language">The language.</param>
    public string ReasonIn(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var assessment = this;
        return language.Speak(() => assessment.Said());
    }

    /// <summary>The reason in the language that is being spoken.</summary>
    internal string Said()
    {
        var now = VerdictNow;
        if (IsOther(now))
            return Changed;

        var reason = Rule.Reason(fact, Day, now);
        return now.IsProvisional && Period is { } period ? Provisional(reason, period) : reason;
    }

    /// <summary>
    /// All that is to say, line by line, for a payslip or a page about the fact: the reason, how what is paid comes about, and how far it is to the band above.
    /// Of a fact that has changed since, the reason alone.
    /// </summary>
    /// <param name="language">The language; English unless given.</param>
    public string Explain(Language? language = null)
    {
        var (assessment, spoken) = (this, language ?? Language.English);
        return IsStale ? ReasonIn(spoken) : spoken.Speak(() => string.Join(
            '\n', new[] { assessment.Said(), assessment.Calculation?.Said(), assessment.ToBandAbove?.Said() }.Where(line => line is not null)));
    }

    /// <summary>The clause that the rule rests on.</summary>
    public Citation? Citation => Rule.Info.Citation;

    /// <summary>The name of the policy that the rule belongs to; <c>null</c> outside a policy.</summary>
    public string? PolicyName => Rule.Info.PolicyName;

    /// <summary>The version of the policy that the rule belongs to; <c>null</c> outside a policy.</summary>
    public string? PolicyVersion => Rule.Info.PolicyVersion;

    /// <summary>
    /// Which version of a <see cref="PolicyHistory"/> judged the fact, and why that one; <c>null</c> under a single policy, and where the days of a period are
    /// judged each by its own version (<see cref="Parts"/>).
    /// </summary>
    public VersionChoice? JudgedBy => Rule.ChoiceOf(fact, Day);

    /// <summary>
    /// The parts of a period whose days are judged each by its own version of a <see cref="PolicyHistory"/> (<see cref="VersionTransition.ByDays"/>): what they
    /// pay adds up to <see cref="Payable"/>. None for all others.
    /// </summary>
    public IReadOnlyList<AssessmentPart> Parts => Rule.PartsOf(fact, Verdict);

    /// <summary>The evaluation date; without one, the end of the calendar.</summary>
    internal DateOnly Day { get; }

    /// <summary>What the rule judged: the fact, a group of facts, or a row of a track.</summary>
    internal object Judged => fact;

    /// <summary>The waivers of the rule and subject, ordered, whether or not one is in effect; <c>null</c> for none.</summary>
    internal Waiver[]? OwnWaivers => waivers;

    internal string Name => Rule.NameOf(fact);

    internal bool IsOpen => Cause == Cause.None && Rule.IsOpen(fact, Day);

    /// <summary>The waiver that begins next, where none is in effect and one would excuse the standing.</summary>
    internal Waiver? NextWaiver => CanBeWaived && Waiver is null ? Waivers.After(waivers, Day) : null;

    private bool CanBeWaived => waivers is not null && Grade is { CanBeWaived: true };

    private Verdict VerdictNow => Rule.VerdictNow(fact, Day, Verdict);

    private string Placed => Cause != Cause.None ? $" ({Cause})" : Band == Standing.ToString() ? "" : $" ({Message.Text(Band!)})";

    private Grade? Grade => Verdict.Grade >= 0 ? Rule.Grades[Verdict.Grade] : null;

    private string Changed => Message.Of($"{Name} was {Message.Text(Standing.ToString())}{Placed}, and has changed since.");

    private static string Provisional(string reason, Period period) =>
        Message.Of($"{reason[..^1]}; provisional, since {period} runs until {period.End}.");

    /// <summary>Whether both say the same, apart from dates: standing, cause, band, for good or provisionally, and what waives it.</summary>
    internal bool SaysSame(in Assessment other) => Rule.SaysSame(Verdict, other.Rule, other.Verdict) && Waiver == other.Waiver;

    /// <summary>
    /// Whether it is all one which of two rows is right: the same is judged and paid, and where a row is graded, so that its value is the answer, that is the
    /// same with all its details.
    /// </summary>
    internal bool IsAsGoodAs(in Assessment other)
    {
        if (Verdict != other.Verdict || Payable != other.Payable || (Rule.Pays && Currency != other.Currency))
            return false;

        if (Standing != Standing.Graded)
            return true;

        for (var i = 0; i < Rule.DetailNames.Count; i++)
        {
            if (!Equals(Rule.DetailOf(fact, i), other.Rule.DetailOf(other.fact, i)))
                return false;
        }

        return Value == other.Value && ValueCurrency == other.ValueCurrency;
    }

    private bool IsOther(Verdict now) => !Rule.SaysSame(Verdict, Rule, now);

    /// <summary>
    /// The fact as a type, such as <c>FactAs&lt;CrmOrder&gt;()</c>; <c>null</c> where it is of another, and where there is no <see cref="Fact"/>.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    public TFact? FactAs<TFact>()
        where TFact : class => Fact as TFact;

    /// <summary>The same with the waivers of its rule and subject, ordered.</summary>
    internal Assessment With(Waiver[]? waivers) => rule is null ? this : new(rule, fact, Day, verdict, waivers);

    /// <summary>A flat copy of all that the assessment says now, which no later change of the fact reaches: for logs, messages, audits and JSON.</summary>
    public AssessmentRecord ToRecord() => AssessmentRecord.Of(this);

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, ToRecord(), options);

    /// <summary>Whether both say the same about the same fact object under the same rule.</summary>
    /// <param name="other">The assessment to compare with.</param>
    public bool Equals(Assessment other) =>
        ReferenceEquals(Rule, other.Rule) && ReferenceEquals(fact, other.fact) && Day == other.Day && Verdict == other.Verdict && Waiver == other.Waiver;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Assessment other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, fact, Day, Verdict);

    /// <summary>Whether both say the same about the same fact object under the same rule.</summary>
    public static bool operator ==(Assessment left, Assessment right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Assessment left, Assessment right) => !left.Equals(right);

    /// <summary>The rule, the standing, until when it is waived, and the reason in one line.</summary>
    public override string ToString() => $"{Rule.Id} {Standing}{(Waiver is { } w ? $" (waived until {Texts.Date(w.Until)})" : "")}: {Reason}";
}
