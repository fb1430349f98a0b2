using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts of all files through a curve.</summary>
internal sealed class CurveRun(PolicyCurve curve, Terminal terminal) : IJudges, ISideJudges
{
    /// <summary>What of the files could not be read; empty where all was.</summary>
    public string Unread { get; private set; } = "";

    /// <summary>Takes in the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Run(IReadOnlyList<FactFile> files)
    {
        var moved = curve.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var kinds = files.Select(f => f.Kind).ToHashSet(StringComparer.Ordinal);
        var there = curve.Rules.Where(r => r.FactShapes.Any(s => kinds.Contains(s.Name))).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var facts = new FactRun(curve.Policy, there.Count > 0 ? there : moved, this, terminal, showsProgress: true);
        var code = facts.Take(files);
        Unread = facts.Unread;
        return code;
    }

    public bool Wants(Rule rule) => curve.Rules.Any(r => r.Id == rule.Id);

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, curve.Collect(rule), takesFactsTogether: false);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, curve.Collect(rule), takesFactsTogether: true);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, curve.CollectTrack(rule), takesFactsTogether: true);

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => new GatheredJudge<TRow>(rule, curve.Collect(rule));
}
