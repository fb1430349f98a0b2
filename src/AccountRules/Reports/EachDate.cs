namespace AccountRules.Reports;

/// <summary>Gives the facts of a rule to the reports of several dates.</summary>
internal sealed class EachDate<TFact>(FactTaker<TFact>[] reports) : FactTaker<TFact>
    where TFact : class
{
    public override void Add(TFact fact) => Array.ForEach(reports, report => report.Add(fact));

    public override void AddUnreadable(string? subject) => Array.ForEach(reports, report => report.AddUnreadable(subject));
}
