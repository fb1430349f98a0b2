using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A rule of a policy: it reads a measure off a fact, places it on a scale of bands, and gives a standing and a citation. This is what all
/// rules have in common, for listing and printing them; <see cref="Rule{TFact}"/> assesses. Immutable and safe for use by many threads.
/// </summary>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public abstract class Rule : IPlainJson
{
    private protected Rule(RuleInfo info, Unit? unit, IEnumerable<Grade> grades)
    {
        ArgumentNullException.ThrowIfNull(info);
        Info = info;
        Unit = unit;
        Grades = [.. grades];
    }

    /// <summary>What the rule says about itself.</summary>
    public RuleInfo Info { get; }

    /// <summary>Whether it judges by several versions of a policy, each by a rule of its own.</summary>
    internal bool IsVersioned { get; private protected init; }

    /// <summary>The rule that judged a fact, of the version that it goes by, and that rule's verdict.</summary>
    internal virtual (Rule Rule, Verdict Verdict) ByVersion(object fact, DateOnly asOf, Verdict verdict) => (this, verdict);

    /// <summary>Which version of a policy judged the fact; <c>null</c> where there is but one, and where several did.</summary>
    internal virtual VersionChoice? ChoiceOf(object fact, DateOnly asOf) => null;

    /// <summary>The parts of a fact whose days are judged each by its own version; none for most.</summary>
    internal virtual IReadOnlyList<AssessmentPart> PartsOf(object fact, Verdict verdict) => [];

    /// <summary>One rule of those that versions of a policy have, of which this is the newest.</summary>
    /// <param name="plan">How the versions follow each other, each with its rule; makes the plan for a usual way to take over.</param>
    internal virtual Rule Versioned(Func<VersionTransition, VersionPlan> plan) =>
        throw new NotSupportedException($"Rule `{Id}` cannot be judged by several versions of a policy.");

    /// <summary>Whether nothing changes an object of a type: the library's own facts are records. An object of a host's may change.</summary>
    internal static bool IsFixed(Type type) => type.Assembly == typeof(Rule).Assembly;

    /// <summary>Whether it counts the standings of another rule of the policy, and is made of that one.</summary>
    internal virtual bool IsRollUp => false;

    /// <summary>Whether its rows are made of the standings that other rules of the policy give.</summary>
    internal virtual bool IsOfStandings => false;

    /// <summary>The rule's id, such as <c>fte-fulfillment</c>.</summary>
    public string Id => Info.Id;

    /// <summary>The unit of the rule's measure; <c>null</c> where it has none (a roll-up counts).</summary>
    public Unit? Unit { get; }

    /// <summary>What its measure is an amount of, such as hours; <c>null</c> where it is none, or nothing is said of it.</summary>
    public virtual UnitName? UnitName => null;

    /// <summary>Every outcome that the rule can have, but for the causes of having none; <see cref="Verdict.Grade"/> is an index into it.</summary>
    public IReadOnlyList<Grade> Grades { get; }

    /// <summary>The bands with their cuts; <c>null</c> for a roll-up and a lifecycle, and where each category has a scale of its own.</summary>
    public Scale? Scale { get; private protected init; }

    /// <summary>The scales: none for a roll-up and a lifecycle, several where each category has one of its own.</summary>
    public virtual IReadOnlyList<Scale> Scales => Scale is { } scale ? [scale] : [];

    /// <summary>What the category is called that the rule goes by, such as <c>severity</c>; empty where it goes by none.</summary>
    public virtual string CategoryName => "";

    /// <summary>The categories, each with the rule that it has of its own; none where the rule goes by no category.</summary>
    internal virtual IReadOnlyList<KeyValuePair<string, Rule>> Categories => [];

    /// <summary>The band on its scale that a grade is of: a scale has a grade for each band, once for each state that a fact can be in.</summary>
    internal virtual (Scale Scale, int Band)? PlaceOf(int grade) => Scale is { } scale && grade >= 0 ? (scale, grade % scale.Count) : null;

    /// <summary>The shape of the facts; <c>null</c> for a host's type made with <c>For</c>.</summary>
    public abstract FactShape? FactShape { get; }

    /// <summary>The shapes of all facts that the rule takes: <see cref="FactShape"/>, or those that its rows are made of.</summary>
    public virtual IReadOnlyList<FactShape> FactShapes => FactShape is { } shape ? [shape] : [];

    /// <summary>Hands the rule to a visitor, with the type of its facts.</summary>
    /// <typeparam name="TResult">What the visitor makes of it.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract TResult Accept<TResult>(IRuleVisitor<TResult> visitor);

    internal OutcomeTable<Verdict> Verdicts => field ??= new(Grades.Count, MadeOf);

    /// <summary>The same verdict without the table, which has the causes that were there when it was made: causes may be added at any time.</summary>
    internal Verdict MadeOf(int code) => code >= Grades.Count ? new((short)(Grades.Count - code), Cause.At(code - Grades.Count).Standing, isProvisional: true)
        : code >= 0 ? new((short)code, Grades[code].Standing, Grades[code].IsProvisional)
        : new((short)code, Cause.At(-code).Standing, isProvisional: false);

    /// <summary>The verdict that a rule's expression means: a grade, or a cause of having none, for good or provisionally.</summary>
    /// <param name="code">What the expression yields: see <see cref="Rule{TFact}.Expression"/>.</param>
    /// <exception cref="IndexOutOfRangeException">No expression of the rule yields it.</exception>
    internal Verdict VerdictOf(int code) => Verdicts.Of(code);

    /// <summary>
    /// What a rule on periods says while the period runs, for what it says once that has ended: of a grade the one after all of these, of a cause
    /// <see cref="Grades"/>' count and the cause's number. A rule that is not in force says the same throughout.
    /// </summary>
    internal int WhileRunning(int code) => code >= 0 ? code + Grades.Count / 2
        : code == -Cause.NotBegun.Number || code == -Cause.BeforePolicy.Number || code == -Cause.NoThreshold.Number ? code
        : Grades.Count - code;

    /// <summary>The verdict on a group of facts, or on a row of a track, of a period, if of any: provisional while that runs.</summary>
    internal Verdict VerdictOf(int code, Period? period, DateOnly asOf) =>
        VerdictOf(IsOfPeriods && Info.NotSet is null && period?.End >= asOf ? WhileRunning(code) : code);

    /// <summary>Whether the policy, by the version that judges a period, states what the rule goes by.</summary>
    internal virtual bool IsInForceIn(Period period, DateOnly asOf) => Info.NotSet is null;

    /// <summary>Whether a fact is judged by whether its period has ended.</summary>
    internal bool IsOfPeriods => Grades.Count > 0 && Grades[^1].IsProvisional;

    /// <summary>Whether something else is said of a fact while its period runs than once it has ended, beside that it is provisional.</summary>
    internal bool IsOtherWhileRunning => IsOfPeriods
        && Grades.Take(Grades.Count / 2).Zip(Grades.Skip(Grades.Count / 2))
            .Any(pair => pair.First with { IsProvisional = true, WhileRunning = null } != pair.Second);

    /// <summary>The fact for the host; <c>null</c> where what was judged is made of many.</summary>
    internal virtual object? FactOf(object judged) => null;

    /// <summary>The verdict on the fact as it is now, which may have changed since it was judged.</summary>
    internal virtual Verdict VerdictNow(object fact, DateOnly asOf, Verdict verdict) => verdict;

    /// <summary>What the rule reads off the fact to judge it.</summary>
    internal virtual IEnumerable<RecordedValue> InputsOf(object fact) => [];

    /// <summary>A copy of the fact as it is now, for a record; <c>null</c> where what was judged is made of many, or cannot be copied.</summary>
    internal virtual RecordedFact? CopyOf(object judged) => null;

    /// <summary>What was known of it only beside other facts, and is needed to judge it again.</summary>
    internal virtual IEnumerable<RecordedValue> ContextOf(object judged) => [];

    /// <summary>Judges again what a record keeps.</summary>
    /// <param name="record">The record, of this rule.</param>
    /// <param name="known">The cause of having no band that only other facts tell, such as <see cref="Cause.Duplicate"/>; else none.</param>
    /// <exception cref="JsonException">What it keeps is not enough, or not such as the rule takes; the message says what.</exception>
    internal virtual Assessment Again(AssessmentRecord record, Cause known) => throw new JsonException("nothing that was judged");

    internal abstract string SubjectOf(object fact);

    internal virtual string? AccountOf(object fact) => null;

    /// <summary>The employee whom the fact is of, if any.</summary>
    internal virtual string? EmployeeOf(object fact) => null;

    /// <summary>Whether <see cref="AmountOf"/> reads something.</summary>
    internal virtual bool HasAmounts => false;

    /// <summary>The money that the fact is about.</summary>
    internal virtual decimal? AmountOf(object fact) => null;

    internal virtual Period? PeriodOf(object fact) => null;

    /// <summary>What the fact is of beside its subject, such as a KPI.</summary>
    internal virtual string? PartOf(object fact) => null;

    /// <summary>What <see cref="Assessment.Part"/> is called, such as <c>KPI</c>; empty where its facts have no part.</summary>
    public virtual string PartName => "";

    /// <summary>The date that tells the facts of a subject apart.</summary>
    internal virtual DateOnly? StartedOn(object fact) => null;

    /// <summary>The names of what the rule says of a fact beside its standing, such as <c>focus</c>; see <see cref="Assessment.Detail"/>.</summary>
    public virtual IReadOnlyList<string> DetailNames => [];

    internal virtual object? DetailOf(object fact, int index) => null;

    internal virtual decimal? ValueOf(object fact, DateOnly asOf) => null;

    internal virtual decimal? ActualToCut(object fact, decimal at) => null;

    /// <summary>Whether days are working days.</summary>
    internal virtual bool CountsWorkingDays => false;

    internal virtual DateOnly? BeginsOn(object fact) => PeriodOf(fact)?.Start;

    internal virtual DateOnly? DueOn(object fact, DateOnly asOf) => null;

    internal virtual DateOnly? EndedOn(object fact, DateOnly asOf) => null;

    /// <summary>
    /// The first later date on which something else is said of the fact, or on which its standing is another; <c>null</c> where there is none.
    /// </summary>
    internal virtual DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding) => null;

    /// <summary>
    /// Whether a verdict of this rule and one of another's, or of its own, say the same: standing, cause and band, for good or provisionally.
    /// </summary>
    internal bool SaysSame(Verdict own, Rule rule, Verdict other) => (own == other && ReferenceEquals(this, rule))
        || (own.Standing == other.Standing
            && own.Cause == other.Cause
            && own.IsProvisional == other.IsProvisional
            && string.Equals(BandOf(own), rule.BandOf(other), StringComparison.Ordinal)
            && (WholeOfVersions is not { } whole || !ReferenceEquals(whole, rule.WholeOfVersions) || LeadsToSame(own, rule, other)));

    /// <summary>The rule of all versions of a policy, where this is that of one.</summary>
    internal virtual Rule? WholeOfVersions => null;

    /// <summary>Whether a band of one version pays as it does in another, and leads to the same programme.</summary>
    private bool LeadsToSame(Verdict own, Rule rule, Verdict other) => own.Grade < 0 || other.Grade < 0
        || (Grades[own.Grade].Factor == rule.Grades[other.Grade].Factor
            && Grades[own.Grade].Line == rule.Grades[other.Grade].Line
            && string.Equals(Grades[own.Grade].Programme, rule.Grades[other.Grade].Programme, StringComparison.Ordinal));

    internal string? BandOf(Verdict verdict) => GradeOf(verdict)?.Band;

    /// <summary>The grade of one of the rule's verdicts, with its band, factor and programme; <c>null</c> where it has a cause of having none.</summary>
    /// <param name="verdict">The verdict, as this rule has given it; the places of grades are those of the rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is another rule's, which has more grades.</exception>
    public Grade? GradeOf(Verdict verdict) => verdict.Grade >= 0 ? Grades[verdict.Grade] : null;

    /// <summary>Whether an assessment can have a payable amount.</summary>
    public virtual bool Pays => false;

    /// <summary>What the fact is paid at, 1 being 100 %, if anything.</summary>
    internal virtual decimal? FactorOf(object fact, Verdict verdict) => verdict.Grade >= 0 ? Grades[verdict.Grade].Factor : null;

    /// <summary>
    /// How each group of facts is paid, and under an empty name how all others are; none for groups that are not paid. Empty where nothing is.
    /// </summary>
    internal virtual IReadOnlyDictionary<string, PaySettings> Payments => ReadOnlyDictionary<string, PaySettings>.Empty;

    /// <summary>Whether its facts are about money whose currency they may name.</summary>
    internal virtual bool IsOfMoney => false;

    /// <summary>The currency of the fact's money, where the fact or the policy names one.</summary>
    internal virtual string? CurrencyOf(object fact) => null;

    internal virtual decimal? PayableOf(object fact, Verdict verdict) => null;

    /// <summary>How what is paid comes about; <c>null</c> where nothing is paid, or the days go each by its own version.</summary>
    internal virtual PayCalculation? CalculationOf(object fact, Verdict verdict) => null;

    internal virtual Movement? MovementOf(object fact) => null;

    internal virtual int? StreakOf(object fact) => null;

    internal virtual Tally? TallyOf(object fact) => null;

    /// <summary>Whether something can still be done about the fact: it can end, and has not ended by the evaluation date.</summary>
    internal virtual bool IsOpen(object fact, DateOnly asOf) => false;

    /// <summary>What the fact is called in a sentence, such as <c>Order 1042</c>.</summary>
    internal virtual FactName NameOf(object fact) =>
        PartOf(fact) is { } part ? new(PartNoun, part, SubjectOf(fact), PeriodOf(fact)) : new(Info.Noun, Part: null, SubjectOf(fact), PeriodOf(fact));

    /// <summary>What a fact that has a part is called; that part, where others have none.</summary>
    internal virtual string PartNoun => Info.Noun;

    internal abstract string Reason(object fact, DateOnly asOf, Verdict verdict);

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options) => PlainJson.Write(
        writer, options, (nameof(Id), Id), (nameof(RuleInfo.Title), Info.Title), (nameof(RuleInfo.Citation), Info.Citation?.ToString()),
        (nameof(RuleInfo.PolicyName), Info.PolicyName), (nameof(RuleInfo.PolicyVersion), Info.PolicyVersion));
}
