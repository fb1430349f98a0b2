using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>Assesses the facts of all files, and settles them.</summary>
/// <param name="request">What the user asks for.</param>
/// <param name="terminal">Where it runs.</param>
internal sealed class SettlementTaking(SettlementRequest request, Terminal terminal) : IJudges
{
    private readonly List<AssessmentRecord> assessed = [];
    private readonly HashSet<UnreadableFact> unreadable = [];
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);
    private FactRun? facts;

    /// <summary>Assesses the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Take(IReadOnlyList<FactFile> files)
    {
        facts = new FactRun(request.Policy, request.Rules, this, terminal, showsProgress: true);
        var code = facts.Take(files);
        foreach (var rule in request.Rules.Where(rule => !begun.Contains(rule)))
            Note(new() { RuleId = rule });

        return code;
    }

    /// <summary>What of the files could not be read; empty where all was.</summary>
    public string Unread => facts!.Unread;

    /// <summary>Settles what was assessed.</summary>
    /// <param name="ledger">What was settled so far.</param>
    /// <exception cref="StopException">It cannot be settled.</exception>
    public Settlement Settle(SettlementLedger ledger)
    {
        try
        {
            return ledger.Settle(request.AsOf, assessed, request.Scope([.. unreadable]));
        }
        catch (SettlementException e)
        {
            throw new StopException(ExitCode.Failed, [.. e.Problems.Select(p => p.ToString())]);
        }
        catch (OverflowException e)
        {
            throw new StopException(ExitCode.Failed, e.Message);
        }
    }

    /// <summary>Says, behind the output, what the policy leaves open.</summary>
    public void Remark() => facts!.Remark();

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => EveryJudge.Of(rule,
        [
            new EachFact<TFact>(rule, request.AsOf, Emit, _ => { }),
            new UnreadRows<TFact>(rule, fact => rule.Assess(fact, request.AsOf).Key, Note),
        ]);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => Of(rule, rule.Collect(request.AsOf));

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => Of(rule, rule.CollectTrack(request.AsOf));

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        var collector = rule.Collect(request.AsOf);
        return EveryJudge.Of(rule, [new GatheredJudge<TRow>(rule, collector, () => EmitAll(collector.Assess())), new UnreadGathered(rule, Note)]);
    }

    /// <summary>A rule begins its work: where none of the files holds its facts, nothing of them is known.</summary>
    /// <param name="rule">The rule.</param>
    public void Begin(Rule rule) => begun.Add(rule.Id);

    private Judge Of<TFact>(Rule rule, Collector<TFact> collector)
        where TFact : class => EveryJudge.Of(rule,
        [
            new AllFacts<TFact>(rule, collector.Add, collector.AddUnreadable, complete: () => EmitAll(collector.Assess())),
            new UnreadRows<TFact>(rule, keyOf: null, Note),
        ]);

    private void EmitAll(IEnumerable<Assessment> assessments)
    {
        foreach (var assessment in assessments)
            Emit(assessment);
    }

    private void Emit(Assessment assessment)
    {
        facts!.StopIfAsked();
        assessed.Add(assessment.ToRecord());
    }

    private void Note(UnreadableFact row) => unreadable.Add(row);
}
