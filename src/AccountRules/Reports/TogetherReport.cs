using AccountRules.Expressions;

namespace AccountRules.Reports;

/// <summary>Facts that are judged together: those of a subject and period, or of a subject over periods.</summary>
/// <param name="account">The account of a fact; <c>null</c> where what the facts make is of no account.</param>
/// <param name="collector">Takes them for the assessments.</param>
/// <param name="agenda">Takes them for what comes next.</param>
/// <param name="leftOut">Counts those without an account.</param>
internal sealed class TogetherReport<TFact>(
    Selector<TFact, string?>? account, Collector<TFact> collector, FactTaker<TFact> agenda, LeftOutCount leftOut) : FactTaker<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (string.IsNullOrEmpty(account?.Of(fact)))
        {
            leftOut.Add();
            return;
        }

        collector.Add(fact);
        agenda.Add(fact);
    }

    public override void AddUnreadable(string? subject)
    {
        collector.AddUnreadable(subject);
        agenda.AddUnreadable(subject);
    }
}
