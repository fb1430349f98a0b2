using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts of all files into a report.</summary>
internal sealed class ReportRun : IJudges
{
    private readonly AccountReportCollector report;
    private readonly Policy policy;
    private readonly FactRun facts;

    /// <summary>Begins a run.</summary>
    /// <param name="report">Takes the facts.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="terminal">Where it runs.</param>
    public ReportRun(AccountReportCollector report, Policy policy, Terminal terminal)
    {
        (this.report, this.policy) = (report, policy);
        facts = new(policy, new HashSet<string>(StringComparer.Ordinal), this, terminal, showsProgress: true);
    }

    /// <summary>Takes in the facts of all files; a file without a row says that there are none.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Take(IReadOnlyList<FactFile> files)
    {
        foreach (var shape in policy.Rules.SelectMany(r => r.FactShapes).Where(shape => files.Any(f => f.Kind == shape.Name)))
            report.Give(shape);

        return facts.Take(files);
    }

    /// <summary>The list of accounts is one of the kinds; the report knows by itself what a rule lacks.</summary>
    public bool TakesLacking => true;

    /// <summary>The report.</summary>
    public AccountReport Report() => report.Report();

    /// <summary>Says, behind the output, what the policy leaves open.</summary>
    public void Remark() => facts.Remark();

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => Of(rule, report.Collect(rule), takesFactsTogether: false);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => Of(rule, report.Collect(rule), takesFactsTogether: true);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => Of(rule, report.CollectTrack(rule), takesFactsTogether: true);

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => new GatheredJudge<TRow>(rule, report.Collect(rule), complete: () => { });

    public void Begin(Rule rule)
    {
        // A rule that has nothing to say of an account is not in the report.
    }

    private static AllFacts<TFact> Of<TFact>(Rule rule, ReportCollector<TFact> collector, bool takesFactsTogether)
        where TFact : class => new(rule, collector.Add, collector.AddUnreadable, takesFactsTogether);
}
