using System.Text.Json;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>What a lifecycle says of a subject in one period of its track.</summary>
internal sealed class TrackedRule<TFact> : Rule
    where TFact : class
{
    private readonly LifecycleRule<TFact> rule;

    public TrackedRule(LifecycleRule<TFact> rule)
        : base(rule.Info, rule.Unit, rule.Grades) => (this.rule, IsVersioned) = (rule, rule.IsVersioned);

    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor) => rule.Accept(visitor);

    public override UnitName? UnitName => rule.UnitName;

    public override FactShape? FactShape => rule.FactShape;

    /// <summary>The rules of the versions have the same stages: which of them judged is told by the period.</summary>
    internal override (Rule Rule, Verdict Verdict) ByVersion(object fact, DateOnly asOf, Verdict verdict)
    {
        if (rule.Versions is not { } versions || verdict.Cause == Cause.StraddlesVersions)
            return (this, verdict);

        var own = ((LifecycleRule<TFact>)versions.Rules[versions.Plan.Of(VersionDates.Of(PeriodOf(fact), asOf))]).InTrack;
        return (own, verdict.Grade < 0 ? verdict : own.VerdictOf(verdict.Grade % rule.Stages.Count + (verdict.IsProvisional ? rule.Stages.Count : 0)));
    }

    internal override VersionChoice? ChoiceOf(object fact, DateOnly asOf) => rule.Whole?.Versions?.ChoiceOf(rule, VersionDates.Of(PeriodOf(fact), asOf));

    internal override RecordedFact? CopyOf(object judged) => ((Tracked)judged).Fact is { } fact ? rule.CopyOf(fact) : null;

    internal override IEnumerable<RecordedValue> ContextOf(object judged)
    {
        var row = (Tracked)judged;
        yield return RecordedValue.Of(Tracked.BeforeName, rule.Stages[row.Before].Name);
        yield return RecordedValue.Of("isFirst", row.IsFirst);
        yield return RecordedValue.Of("isAlone", row.IsAlone);
        yield return RecordedValue.Of("hasFact", row.HasFact);
    }

    internal override Assessment Again(AssessmentRecord record, Cause known)
    {
        var (fact, hasFact, isFirst) = (record.FactAs<TFact>(), record.IsKnown("hasFact"), record.IsKnown("isFirst"));
        if (hasFact != fact is not null)
            throw new JsonException(hasFact ? "no fact: the track kept none" : "a fact, and says that the track had none");

        if (record.Known(Tracked.BeforeName) is not { } name || StageOf(name) is not (>= 0 and var before))
            throw new JsonException("no stage before that the rule has");

        var period = fact is not null ? rule.Shape.Period!.Of(fact) : record.Period ?? throw new JsonException("no period");
        var code = !known.IsNone ? -known.Number : fact is null ? 0 : rule.Step(fact, record.Day, before);
        var row = new Tracked(
            Number: 0,
            fact is null ? record.Subject : rule.Shape.SubjectOf(fact),
            record.Account,
            period,
            fact is null ? 0 : rule.ValueOf(fact, record.Day) ?? 0,
            Tracked.MovementOf(before, code, isFirst),
            hasFact)
        {
            IsAlone = record.IsKnown("isAlone"),
            Before = before,
            IsFirst = isFirst,
            Fact = fact,
        };
        return new(this, row, record.Day, VerdictOf(code, period, record.Day));
    }

    private int StageOf(string name)
    {
        for (var i = 0; i < rule.Stages.Count; i++)
        {
            if (string.Equals(rule.Stages[i].Name, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    internal override string SubjectOf(object fact) => ((Tracked)fact).Subject;

    internal override string? AccountOf(object fact) => ((Tracked)fact).Account;

    internal override string? EmployeeOf(object fact) => rule.Shape.IsOfEmployees ? ((Tracked)fact).Subject : null;

    internal override bool IsOfMoney => rule.IsOfMoney;

    /// <summary>A fact that names another currency than the rule's is kept, and all others are of that one.</summary>
    internal override string? CurrencyOf(object fact) => ((Tracked)fact).Fact is { } kept ? rule.CurrencyOf(kept) : Info.Currency;

    internal override Period? PeriodOf(object fact) => ((Tracked)fact).Period;

    internal override decimal? ValueOf(object fact, DateOnly asOf) => ((Tracked)fact).Value;

    internal override Movement? MovementOf(object fact) => ((Tracked)fact).Movement;

    internal override DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding) =>
        verdict.Cause == Cause.NotBegun ? ((Tracked)fact).Period.Start : verdict.IsProvisional && !ofStanding ? ((Tracked)fact).Period.DayAfter : null;

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict)
    {
        var row = (Tracked)fact;
        var name = new FactName(Info.Noun, Part: null, row.Subject, row.Period);
        if (verdict.Cause == Cause.StraddlesVersions && rule.Versions is { } versions)
            return Message.Of($"{name} {Message.Text(verdict.Cause.Words)}: {versions.Plan.ChangesIn(row.Period)}.");

        if (verdict.Cause == Cause.OtherCurrency && row.Fact is { } other)
            return rule.Reason(other, asOf, verdict);

        if (verdict.Cause != Cause.None)
            return Message.Of($"{name} {verdict.Cause.BecauseOfItself(Info, row.Period.Start, asOf)}.");

        var meaning = row.HasFact ? rule.Meaning(verdict.Grade % rule.Stages.Count, row.Value) : Message.Text("has no row, which counts as 0");
        var moved = row.Movement switch
        {
            Movement.Entered => Message.Text("; it enters"),
            Movement.Left => Message.Text("; it leaves"),
            Movement.Stayed => Message.Text("; it stays"),
            _ => "",
        };
        return row.IsAlone ? Message.Of($"{name} {meaning}{moved}; no periods are known but those of its own rows.") : Message.Of($"{name} {meaning}{moved}.");
    }
}
