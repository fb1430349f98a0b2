namespace AccountRules.Reports;

/// <summary>Gives the facts of a rule on rows of many to the reports of several dates.</summary>
internal sealed class GatheredDate(GatheringTaker[] reports) : GatheringTaker
{
    public override void Add<TFact>(TFact fact) => Array.ForEach(reports, report => report.Add(fact));

    public override void AddUnreadable<TFact>(TFact fact) => Array.ForEach(reports, report => report.AddUnreadable(fact));

    public override void AddUnreadable(string? subject) => Array.ForEach(reports, report => report.AddUnreadable(subject));
}
