using System.Linq.Expressions;
using System.Numerics;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.Gathering;
using AccountRules.History;

namespace AccountRules;

/// <summary>
/// A roll-up: the facts of one subject and period to one standing, seen only through a <see cref="Tally"/> of their standings under another rule;
/// with the streak of consecutive periods met. A fact that comes twice (with the same subject, period, part and start, as its shape says) counts once, by the
/// first; where the group's standing hangs on which of them is right, it is undetermined by <see cref="Cause.Duplicate"/>. Immutable and safe for use by many
/// threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class RollUpRule<TFact> : Rule
    where TFact : class
{
    private readonly IReadOnlyList<RollUpRule<TFact>>? versions;
    private readonly RuleVersions<TFact>? ofVersions;
    private RollUpRule<TFact>? whole;
    private Func<Tally, Standing>? compiled;
    private RequiredParts[]? required;

    /// <summary>Makes a roll-up.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="of">The rule whose standings are counted; the shape of its facts gives subject and period.</param>
    /// <param name="outcomes">The standings that the roll-up can have, beside <see cref="Standing.Undetermined"/>.</param>
    /// <param name="expression">A group's tally to its standing; never called for a group to whose facts the rule does not apply yet, or not any more.</param>
    public RollUpRule(RuleInfo info, Rule<TFact> of, IEnumerable<Standing> outcomes, Expression<Func<Tally, Standing>> expression)
        : base(
            info, AccountRules.Unit.Amount, Grade.OfPeriods(outcomes.Select(standing => new Grade(standing.ToString(), standing)), PeriodJudgement.AsItStands))
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(expression);
        (Of, Expression) = (of, expression);
    }

    /// <summary>A roll-up of what several versions of a policy say, which all count in the same way.</summary>
    private RollUpRule(RollUpRule<TFact> newest, RuleVersions<TFact> ofVersions, IReadOnlyList<RollUpRule<TFact>> versions)
        : this(newest.Info, newest.Of, newest.Grades.Where(g => !g.IsProvisional).Select(g => g.Standing), newest.Expression)
    {
        (IsVersioned, this.versions, this.ofVersions, Parts) = (true, versions, ofVersions, versions[^1].Parts);
        foreach (var version in versions)
            version.whole = this;
    }

    /// <summary>The rule whose standings are counted.</summary>
    public Rule<TFact> Of { get; }

    /// <summary>A group's tally to its standing: the single source of the roll-up's meaning.</summary>
    public Expression<Func<Tally, Standing>> Expression { get; }

    /// <summary>The absences that it excuses; <c>null</c> where it is not asked for any.</summary>
    internal Absences? Absences { get; private init; }

    /// <summary>
    /// The parts that each group must have, such as the KPIs of the plan for everybody; in the order given, empty where none is required. In a roll-up over
    /// versions of a policy, those of the newest.
    /// </summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    /// <summary>
    /// The same roll-up, which requires parts: one that never came in a group counts as one fact more, which is <see cref="Standing.Undetermined"/>, so that
    /// a group is not met without it; the reason names it, and the cause of a group that is undetermined is <see cref="Cause.NoKpiResult"/> then. Groups to
    /// whose facts the rule does not apply stay as they are, and a subject and period without any fact make none.
    /// </summary>
    /// <param name="parts">
    /// The names of the parts, as the facts have them, such as <c>policy.KpiPlan("sales").Kpis.Select(k =&gt; k.Name)</c>. They take the place of those that
    /// the rule requires already, in all versions of its policy; none means that nothing is required.
    /// </param>
    /// <exception cref="ArgumentException">A part is empty, or is none by <see cref="Ids.Problem"/>, so that no fact could have it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The facts that it counts, or a host's mapping of them, have no part by which they are told apart.
    /// </exception>
    public RollUpRule<TFact> Requiring(IEnumerable<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        string[] names = [.. parts];
        return Array.Exists(names, string.IsNullOrEmpty)
            ? throw new ArgumentException("A required part has no name: name it, or leave it out.", nameof(parts))
            : Copy(Of, Absences, [.. names.Distinct(StringComparer.Ordinal).Select(name => Ids.Checked(name, nameof(parts)))]);
    }

    /// <summary>
    /// The same roll-up, which excuses absences: a period of which each day is excused is <see cref="Standing.NotApplicable"/> by <see cref="Cause.Excused"/>,
    /// whatever its results; it neither adds to a streak nor breaks it, with results or without. One of which a day is not excused counts as ever.
    /// </summary>
    /// <param name="absences">The absences; those of a rule that excuses others already take their place.</param>
    /// <exception cref="InvalidOperationException">The facts that it counts are not of employees and periods.</exception>
    public RollUpRule<TFact> Excusing(Absences absences)
    {
        ArgumentNullException.ThrowIfNull(absences);
        return Of.Shape.IsOfEmployees && Of.Shape.Period is not null
            ? Copy(Of, absences)
            : throw new InvalidOperationException($"Roll-up `{Id}` counts facts that are not of employees and periods, so that no absence excuses one.");
    }

    private RollUpRule<TOther> Copy<TOther>(Rule<TOther> of, Absences? absences, IReadOnlyList<string>? parts = null)
        where TOther : class
    {
        var copy = Counting(Info, of, parts ?? Parts);
        return versions is not null && of.Versions is { } own
            ? new(copy, own, [.. own.Rules.Select((rule, i) => Counting(versions[i].Info, rule, parts ?? versions[i].Parts))]) { Absences = absences }
            : new(Info, of, Outcomes, Expression) { Absences = absences, Parts = copy.Parts };
    }

    /// <summary>Assesses every subject and period that the facts hold, ordered by subject, then period.</summary>
    /// <param name="facts">The facts, in any order.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    public IEnumerable<Assessment> Assess(IEnumerable<TFact> facts, DateOnly asOf) => Collect(asOf).AssessAll(facts);

    /// <summary>The same for a queryable in memory. A database's is refused: it rolls up where the data is, by <c>Group</c>.</summary>
    /// <param name="facts">The facts; <c>AsEnumerable()</c> of a database's says that all rows are to be read.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentException">The facts are a query of a database.</exception>
    public IEnumerable<Assessment> Assess(IQueryable<TFact> facts, DateOnly asOf) => Assess(facts.InMemory(Id, "Group"), asOf);

    /// <summary>The same for facts that come subject by subject: assesses each when the next one begins, in the memory that one needs.</summary>
    /// <param name="facts">The facts, sorted by subject, ordinally; those of one subject in any order.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentException">The facts are not sorted by subject. Thrown when the first out of order is reached.</exception>
    public IEnumerable<Assessment> AssessSorted(IEnumerable<TFact> facts, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Collect(asOf).AssessSorted(facts);
    }

    /// <summary>
    /// Takes facts one at a time. It keeps a tally for each subject and period, and 4 bits for each fact (up to 40 bytes where no two subjects have facts of
    /// the same part and period), by which it knows one that comes twice.
    /// </summary>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    public Collector<TFact> Collect(DateOnly asOf) => new RollUpCollector<TFact>(this, asOf, until: asOf);

    /// <summary>The standing of a group.</summary>
    /// <param name="tally">The tally of the group's standings; one of <see cref="Parts"/> that never came counts in it as undetermined.</param>
    /// <exception cref="InvalidOperationException">The expression yields a standing that the rule's outcomes do not name.</exception>
    public Verdict Judge(Tally tally) => VerdictOf(Place(tally));

    /// <summary>The bit of a fact's part, where it is required.</summary>
    internal BigInteger PartOf(TFact fact) => Required is { } parts ? parts.BitOf(Of.Shape.Part?.Of(fact)) : BigInteger.Zero;

    /// <summary>What is counted of a group of which all facts are there: the required parts that have not come are undetermined.</summary>
    internal Counted Complete(Counted counted, Period? period, DateOnly asOf) => Required is { } parts
        ? parts.Complete(counted, versions is null ? Parts : versions[ofVersions!.Plan.Of(VersionDates.Of(period, asOf))].Parts)
        : counted;

    /// <summary>Whether one version of the policy requires other parts than another.</summary>
    internal bool RequiresOtherPartsInTime => versions?.Any(version => !version.Parts.SequenceEqual(Parts, StringComparer.Ordinal)) is true;

    /// <summary>Whether another rule requires the same parts, and says which have come by the same bits.</summary>
    internal bool RequiresAsDoes(RollUpRule<TFact> other) => Required is null
        ? other.Required is null
        : versions is null && other.versions is null && Parts.SequenceEqual(other.Parts, StringComparer.Ordinal);

    /// <summary>The parts that some version requires; <c>null</c> where none does.</summary>
    private RequiredParts? Required =>
        (required ??= (versions ?? [this]).SelectMany(rule => rule.Parts).ToArray() is { Length: > 0 } parts ? [new(parts)] : []) is [var all] ? all : null;

    private Verdict Judge(Tally tally, Period? period, DateOnly asOf) =>
        RuleOf(period, asOf).Info.NotSet is null ? VerdictOf(Place(tally), period, asOf) : VerdictOf(Place(tally));

    /// <summary>The counted rule of the version that judges a period.</summary>
    private Rule<TFact> RuleOf(Period? period, DateOnly asOf) => Of.Versions is { } own ? own.Rules[own.Plan.Of(VersionDates.Of(period, asOf))] : Of;

    internal override bool IsRollUp => true;

    internal override Rule Versioned(Func<VersionTransition, VersionPlan> plan)
    {
        // Which version it goes by is for the rule that it counts.
        RollUpRule<TFact>[] rules = [.. plan(default).Versions.Select(version => (RollUpRule<TFact>)version.Rule)];
        var differs = Array.Exists(rules, rule => Constants.Inline(rule.Expression.Body).ToString() != Constants.Inline(Expression.Body).ToString());
        return differs
            ? throw new NotSupportedException($"Roll-up `{Id}` counts otherwise in one version of the policy than in another: give it the same expression.")
            : new RollUpRule<TFact>(this, Of.Versions!, [.. Of.Versions!.Rules.Select((of, i) => Counting(rules[i].Info, of, rules[i].Parts))]);
    }

    internal override (Rule Rule, Verdict Verdict) ByVersion(object fact, DateOnly asOf, Verdict verdict) =>
        versions is null ? (this, verdict) : (versions[ofVersions!.Plan.Of(VersionDates.Of(PeriodOf(fact), asOf))], verdict);

    internal override VersionChoice? ChoiceOf(object fact, DateOnly asOf) =>
        whole?.ofVersions?.ChoiceOf(Of, VersionDates.Of(PeriodOf(fact), asOf));

    /// <summary>
    /// The standing of a group of a period, which is provisional while the period runs; an excused one is not. Undetermined where it hangs on which of several
    /// copies of a fact is right.
    /// </summary>
    internal Verdict Judge(string subject, Counted counted, Period? period, DateOnly asOf)
    {
        if (Excuse(subject, counted.Tally, period) is { } cause)
            return VerdictOf(-cause.Number);

        if (counted.Copies?.AreAllAlike(counted.Tally, Judge) is false)
            return VerdictOf(-Cause.Duplicate.Number, period, asOf);

        return Judge(counted.Tally, counted.Missing, period, asOf);
    }

    private Verdict Judge(Tally tally, MissingParts? missing, Period? period, DateOnly asOf) => Judge(tally, period, asOf) is var verdict
        && verdict.Cause == Cause.NoResult && missing is not null ? VerdictOf(-Cause.NoKpiResult.Number, period, asOf) : verdict;

    /// <summary>Why a period is not counted, though the rule applies to facts of it: what excuses it is known, or cannot be read.</summary>
    private Cause? Excuse(string subject, Tally tally, Period? period) => Absences is null || tally.Total == 0 ? null
        : Absences.MayBeUnreadable(subject) ? Cause.Unreadable
        : Absences.Excuse(subject, period.GetValueOrDefault()) ? Cause.Excused
        : null;

    private int Place(Tally tally)
    {
        if (tally.Total == 0)
            return -tally.NoneApplies.Number;

        var standing = (compiled ??= Expression.Compile())(tally);
        for (var i = 0; i < Grades.Count; i++)
        {
            if (Grades[i].Standing == standing)
                return i;
        }

        return standing == Standing.Undetermined
            ? -Cause.NoResult.Number
            : throw new InvalidOperationException($"Roll-up `{Id}` yields {standing}, which its outcomes do not name: add it to them.");
    }

    /// <summary>The same roll-up over a host's type.</summary>
    /// <typeparam name="THost">
    /// The host's type: a class, since an assessment holds the fact itself. Of a struct it would hold a copy, of which no change could be seen.
    /// </typeparam>
    /// <param name="of">The counted rule over the host's type, made with its <c>For</c>.</param>
    public RollUpRule<THost> Over<THost>(Rule<THost> of)
        where THost : class
    {
        ArgumentNullException.ThrowIfNull(of);
        return Copy(of, Absences);
    }

    /// <summary>The same roll-up of another rule, which requires parts.</summary>
    private RollUpRule<TOther> Counting<TOther>(RuleInfo info, Rule<TOther> of, IReadOnlyList<string> parts)
        where TOther : class => parts.Count == 0 || (of.Shape.Part is not null && of.Shape.StartedOn is null)
        ? new(info, of, Outcomes, Expression) { Parts = parts }
        : throw new InvalidOperationException(
            $"Roll-up `{Id}` requires {string.Join(", ", parts.Select(part => $"`{part}`"))}, and nothing in {typeof(TOther).Name} tells which of them a fact "
            + "is: map it, or require none by Requiring([]).");

    private IEnumerable<Standing> Outcomes => Grades.Where(g => !g.IsProvisional).Select(g => g.Standing);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.RollUp(this);
    }

    /// <inheritdoc/>
    public override FactShape? FactShape => Of.FactShape;

    internal override IEnumerable<RecordedValue> ContextOf(object judged) => ((Group)judged).Context;

    internal override Assessment Again(AssessmentRecord record, Cause known)
    {
        var group = Group.Of(record);
        var verdict = known == Cause.Excused ? VerdictOf(-known.Number)
            : known.IsNone ? Judge(group.Tally, group.Missing, group.Period, record.Day)
            : VerdictOf(-known.Number, group.Period, record.Day);
        var streak = verdict.Standing == Standing.Met ? Math.Max(1, group.Streak) : known == Cause.Excused ? group.Streak : 0;
        return new(this, group with { Streak = streak }, record.Day, verdict);
    }

    internal override string SubjectOf(object fact) => ((Group)fact).Subject;

    internal override string? AccountOf(object fact) => Of.Shape.IsOfAccounts ? ((Group)fact).Subject : null;

    internal override string? EmployeeOf(object fact) => Of.Shape.IsOfEmployees ? ((Group)fact).Subject : null;

    internal override Period? PeriodOf(object fact) => ((Group)fact).Period;

    internal override decimal? ValueOf(object fact, DateOnly asOf) => ((Group)fact).Tally.Met;

    internal override int? StreakOf(object fact) => ((Group)fact).Streak;

    internal override Tally? TallyOf(object fact) => ((Group)fact).Tally;

    internal override DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding) =>
        verdict.Cause == Cause.NotBegun ? ((Group)fact).Period?.Start
        : verdict.IsProvisional && !(ofStanding && Stands((Group)fact, verdict)) ? ((Group)fact).Period?.DayAfter
        : null;

    /// <summary>
    /// Whether a group whose period runs has the same standing once that has ended. Where it hangs on copies, or a standing while the period runs may become
    /// several, that is not known, and the day after the period may change it.
    /// </summary>
    private bool Stands(Group group, Verdict verdict)
    {
        var count = Of.Grades.Count / 2;
        if (!Of.IsOtherWhileRunning)
            return true;

        var ended = group.Tally;
        foreach (var counted in group.Tally.Counts)
        {
            Standing[] then = [.. Of.Grades.Where((_, i) => i < count && Of.Grades[count + i].Standing == counted.Standing).Select(g => g.Standing).Distinct()];
            if (then.Length > 1)
                return false;

            if (then.Length == 1)
                ended = ended.Moved(counted.Standing, then[0], (int)counted.Count);
        }

        return group.Copied is null && Judge(ended).Standing == verdict.Standing;
    }

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) => ((Group)fact).Describe(Info, verdict, asOf);
}
