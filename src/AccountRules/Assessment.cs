namespace AccountRules;

/// <summary>
/// The standing of one fact under one rule as of a date, with its explanation. A small struct: band, value, dates, margins and texts are made
/// when they are read, from the fact as it is then. Immutable. Made by a rule's <c>Assess</c>; <c>default</c> is no assessment.
/// </summary>
public readonly struct Assessment : IEquatable<Assessment>
{
    private readonly object fact;

    internal Assessment(Rule rule, object fact, DateOnly asOf, Verdict verdict) => (Rule, this.fact, Day, Verdict) = (rule, fact, asOf, verdict);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The evaluation date; <c>null</c> where the fact was taken as it is, without one (which is the end of the calendar).</summary>
    public DateOnly? AsOf => Day == DateOnly.MaxValue ? null : Day;

    /// <summary>The bare verdict.</summary>
    public Verdict Verdict { get; }

    /// <summary>The standing.</summary>
    public Standing Standing => Verdict.Standing;

    /// <summary>Why the fact has no band; <see cref="Cause.None"/> where it has one.</summary>
    public Cause Cause => Verdict.Cause;

    /// <summary>The band, or a lifecycle's stage; <c>null</c> where there is a <see cref="Cause"/>.</summary>
    public string? Band => Grade?.Band;

    /// <summary>What the band pays or applies, 1 being 100 %; <c>null</c> where it has none.</summary>
    public decimal? Factor => Grade?.Factor;

    /// <summary>The payable amount, rounded once as the policy says, with as many places as it was rounded to; <c>null</c> where the rule does not pay, or there is a <see cref="Cause"/>.</summary>
    public decimal? Payable => Rule.PayableOf(fact, Verdict);

    /// <summary>The programme that the fact enters, such as <c>PIP</c>; <c>null</c> where there is none.</summary>
    public string? Programme => Grade?.Programme;

    /// <summary>The id of the order, item, account or employee.</summary>
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
    /// Something that the rule says of the fact beside its standing, by its name in <see cref="Rule.DetailNames"/>: a text, a number, a date or a flag; <c>null</c> where the rule has no
    /// such detail, or it has no value.
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

    /// <summary>The measured value in <see cref="Unit"/>; <c>null</c> where the fact has no band, its value has no end (lower is better, and the actual is 0), or no decimal holds it.</summary>
    public decimal? Value => Cause == Cause.None ? Rule.ValueOf(fact, Day) : null;

    /// <summary>The unit of <see cref="Value"/>; <c>null</c> where the rule measures nothing.</summary>
    public Unit? Unit => Rule.Unit;

    /// <summary>The date on which the fact, or its period, begins; before it the rule does not apply. <c>null</c> where it is missing.</summary>
    public DateOnly? BeginsOn => Rule.BeginsOn(fact);

    /// <summary>The last day on which the fact can be closed in time; <c>null</c> where the rule has no such day.</summary>
    public DateOnly? DueOn => Cause == Cause.None ? Rule.DueOn(fact) : null;

    /// <summary>The date on which the fact ended; <c>null</c> where it had not by the evaluation date, or cannot end.</summary>
    public DateOnly? EndedOn => Cause == Cause.None ? Rule.EndedOn(fact, Day) : null;

    /// <summary>How many days after <see cref="DueOn"/> the fact ended, or is on the evaluation date while open; <c>null</c> where it is in time, or the rule has no due date.</summary>
    public int? OverdueDays => DueOn is { } due && (EndedOn ?? AsOf)?.DayNumber - due.DayNumber is { } days and > 0 ? days : null;

    /// <summary>
    /// The first later date on which the standing, the band or the cause changes with no new data; <c>null</c> where none ever does. Of a roll-up's group and of a row of a track it
    /// is the first day of the period, while that lies ahead; what their facts change later is told by an <see cref="Agenda"/>.
    /// </summary>
    public DateOnly? ChangesOn => Rule.ChangesOn(fact, Day, Verdict, ofStanding: false);

    /// <summary>The same for the standing alone: <see cref="ChangesOn"/>, or later where only the band or the cause changes then; <c>null</c> where it never does.</summary>
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

    /// <summary>The standing in one sentence.</summary>
    public string Reason => Rule.Reason(fact, Day, Verdict);

    /// <summary>The clause that the rule rests on.</summary>
    public Citation? Citation => Rule.Info.Citation;

    /// <summary>The version of the policy that the rule belongs to; <c>null</c> outside a policy.</summary>
    public string? PolicyVersion => Rule.Info.PolicyVersion;

    /// <summary>The evaluation date; without one, the end of the calendar.</summary>
    internal DateOnly Day { get; }

    internal object Fact => fact;

    internal string Name => Rule.NameOf(fact);

    internal bool IsOpen => Cause == Cause.None && Rule.IsOpen(fact, Day);

    private Grade? Grade => Verdict.Grade >= 0 ? Rule.Grades[Verdict.Grade] : null;

    /// <summary>Whether both say the same about the same fact object under the same rule.</summary>
    /// <param name="other">The assessment to compare with.</param>
    public bool Equals(Assessment other) => ReferenceEquals(Rule, other.Rule) && ReferenceEquals(fact, other.fact) && Day == other.Day && Verdict == other.Verdict;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Assessment other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, fact, Day, Verdict);

    /// <summary>Whether both say the same about the same fact object under the same rule.</summary>
    public static bool operator ==(Assessment left, Assessment right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Assessment left, Assessment right) => !left.Equals(right);

    /// <summary>The rule, the standing and the reason in one line.</summary>
    public override string ToString() => $"{Rule.Id} {Standing}: {Reason}";
}
