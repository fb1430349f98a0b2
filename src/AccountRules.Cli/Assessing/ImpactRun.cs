using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts of all files through both policies.</summary>
internal sealed class ImpactRun(PolicyImpact impact, IReadOnlySet<string> rules, Terminal terminal) : IJudges
{
    /// <summary>Takes in the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Run(IReadOnlyList<FactFile> files) => new FactRun(impact.Diff.New, rules, this, terminal, showsProgress: true).Take(files);

    public Action<TFact>? Beside<TFact>()
        where TFact : class => impact.IsGrouped && typeof(TFact) == typeof(Account) ? fact => impact.AddAccount((Account)(object)fact) : null;

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => Of(rule, impact.Collect(rule), takesFactsTogether: false);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => Of(rule, impact.Collect(rule), takesFactsTogether: true);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => Of(rule, impact.CollectTrack(rule), takesFactsTogether: true);

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => new GatheredJudge<TRow>(rule, impact.Collect(rule), complete: () => { });

    public void Begin(Rule rule)
    {
        // Every rule has its place in the impact from when it is collected.
    }

    private static AllFacts<TFact> Of<TFact>(Rule rule, ImpactCollector<TFact> collector, bool takesFactsTogether)
        where TFact : class => new(rule, collector.Add, collector.AddUnreadable, takesFactsTogether);
}
