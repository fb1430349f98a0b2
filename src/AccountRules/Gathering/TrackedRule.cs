namespace AccountRules.Gathering;

/// <summary>What a lifecycle says of a subject in one period of its track.</summary>
internal sealed class TrackedRule<TFact>(LifecycleRule<TFact> rule) : Rule(rule.Info, rule.Unit, rule.Grades)
    where TFact : class
{
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor) => rule.Accept(visitor);

    public override FactShape? FactShape => rule.FactShape;

    internal override string SubjectOf(object fact) => ((Tracked)fact).Subject;

    internal override string? AccountOf(object fact) => ((Tracked)fact).Account;

    internal override Period? PeriodOf(object fact) => ((Tracked)fact).Period;

    internal override decimal? ValueOf(object fact, DateOnly asOf) => ((Tracked)fact).Value;

    internal override Movement? MovementOf(object fact) => ((Tracked)fact).Movement;

    internal override DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding) =>
        verdict.Cause == Cause.NotBegun ? ((Tracked)fact).Period.Start : null;

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict)
    {
        var row = (Tracked)fact;
        var name = $"{Info.Noun} {row.Subject} in {row.Period}";
        if (verdict.Cause != Cause.None)
            return $"{name} {verdict.Cause.Because(Info, row.Period.Start, asOf)}.";

        var text = row.HasFact ? $"{name} {rule.Meaning(verdict.Grade, row.Value)}" : $"{name} has no row, which counts as 0";
        text += row.Movement switch
        {
            Movement.Entered => "; it enters",
            Movement.Left => "; it leaves",
            Movement.Stayed => "; it stays",
            _ => "",
        };
        return row.IsAlone ? $"{text}; no periods are known but those of its own rows." : $"{text}.";
    }
}
