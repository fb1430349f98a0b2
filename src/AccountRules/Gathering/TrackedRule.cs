using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>What a lifecycle says of a subject in one period of its track.</summary>
internal sealed class TrackedRule<TFact>(LifecycleRule<TFact> rule) : Rule(rule.Info, rule.Unit, rule.Grades)
    where TFact : class
{
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor) => rule.Accept(visitor);

    public override FactShape? FactShape => rule.FactShape;

    internal override string SubjectOf(object fact) => ((Tracked)fact).Subject;

    internal override string? AccountOf(object fact) => ((Tracked)fact).Account;

    internal override string? EmployeeOf(object fact) => rule.Shape.IsOfEmployees ? ((Tracked)fact).Subject : null;

    internal override Period? PeriodOf(object fact) => ((Tracked)fact).Period;

    internal override decimal? ValueOf(object fact, DateOnly asOf) => ((Tracked)fact).Value;

    internal override Movement? MovementOf(object fact) => ((Tracked)fact).Movement;

    internal override DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding) =>
        verdict.Cause == Cause.NotBegun ? ((Tracked)fact).Period.Start : verdict.IsProvisional && !ofStanding ? ((Tracked)fact).Period.DayAfter : null;

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict)
    {
        var row = (Tracked)fact;
        var name = new FactName(Info.Noun, Part: null, row.Subject, row.Period);
        if (verdict.Cause != Cause.None)
            return $"{name} {verdict.Cause.Because(Info, row.Period.Start, asOf)}{verdict.Cause.OfItself}.";

        var text = $"{name} {(row.HasFact ? rule.Meaning(verdict.Grade % rule.Stages.Count, row.Value) : "has no row, which counts as 0")}";
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
