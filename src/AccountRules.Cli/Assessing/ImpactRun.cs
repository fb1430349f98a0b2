using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts of all files through both policies.</summary>
internal sealed class ImpactRun(PolicyImpact impact, IReadOnlySet<string> rules, Terminal terminal) : IJudges
{
    private FactRun? facts;

    /// <summary>What is wrong with files and their rows.</summary>
    public IReadOnlyList<Finding> Findings => facts?.Findings ?? [];

    /// <summary>What of the files could not be read; empty where all was.</summary>
    public string Unread => facts!.Unread;

    /// <summary>What takes the facts of some rules too.</summary>
    public IReadOnlyList<ISideJudges> Sides { get; init; } = [];

    /// <summary>Takes in the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Run(IReadOnlyList<FactFile> files)
    {
        facts = new FactRun(impact.Diff.New, rules, this, terminal, showsProgress: true);
        return facts.Take(files);
    }

    public Action<TFact>? Beside<TFact>()
        where TFact : class => impact.IsGrouped && typeof(TFact) == typeof(Account) ? fact => impact.AddAccount((Account)(object)fact) : null;

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => With(rule, new AllFacts<TFact>(rule, impact.Collect(rule), takesFactsTogether: false));

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => With(rule, new AllFacts<TFact>(rule, impact.Collect(rule), takesFactsTogether: true));

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => With(rule, new AllFacts<TFact>(rule, impact.CollectTrack(rule), takesFactsTogether: true));

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => With(rule, new GatheredJudge<TRow>(rule, impact.Collect(rule)));

    private Judge With(Rule rule, Judge own) => EveryJudge.Of(rule, [own, .. Sides.Where(side => side.Wants(rule)).Select(rule.Accept)]);
}
