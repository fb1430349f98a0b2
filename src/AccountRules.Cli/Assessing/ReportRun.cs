using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts of all files into a report.</summary>
internal sealed class ReportRun : IJudges
{
    private readonly AccountReportCollector report;
    private readonly Policy policy;
    private readonly FactRun facts;
    private readonly IReadOnlyList<FactFile> files;
    private readonly Waivers waivers;
    private readonly AbsenceRows? absences;

    /// <summary>Begins a run, and reads the waivers.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="options">How much the report shows.</param>
    /// <param name="files">The files.</param>
    /// <param name="terminal">Where it runs.</param>
    public ReportRun(Policy policy, DateOnly asOf, AccountReportOptions options, IReadOnlyList<FactFile> files, Terminal terminal)
    {
        (this.policy, this.files) = (policy, files);
        facts = new(policy, new HashSet<string>(StringComparer.Ordinal), this, terminal, showsProgress: true);
        waivers = facts.TakeWaivers(files);
        absences = facts.TakeAbsences(files);
        report = AccountReport.Collect(policy, asOf, options with { Waivers = waivers });
    }

    /// <summary>Takes in the facts of all files; a file without a row says that there are none.</summary>
    public ExitCode Take()
    {
        foreach (var shape in policy.Rules.SelectMany(r => r.FactShapes).Where(shape => files.Any(f => f.Kind == shape.Name)))
            report.Give(shape);

        return facts.Take(files);
    }

    /// <summary>What of the files could not be read; empty where all was.</summary>
    public string Unread => facts.Unread;

    /// <summary>The list of accounts is one of the kinds; the report knows by itself what a rule lacks.</summary>
    public bool TakesLacking => true;

    /// <summary>The report.</summary>
    public AccountReport Report() => report.Report();

    /// <summary>Says, behind the output, what the policy leaves open, and which waivers did nothing.</summary>
    /// <param name="made">The report.</param>
    public void Remark(AccountReport made)
    {
        facts.Remark();
        var use = new WaiverUse(waivers, new HashSet<string>(StringComparer.Ordinal), made.AsOf);
        foreach (var remark in use.Dated(made.Until).Concat(use.Unmatched(made.UnmatchedWaivers)))
            facts.Tell(remark);
    }

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, report.Collect(rule), takesFactsTogether: false);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, report.Collect(AbsenceRows.Over(rule, absences)), takesFactsTogether: true);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, report.CollectTrack(rule), takesFactsTogether: true);

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => new GatheredJudge<TRow>(rule, report.Collect(rule));
}
