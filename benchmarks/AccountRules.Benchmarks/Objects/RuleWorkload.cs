namespace AccountRules.Benchmarks.Objects;

/// <summary>Measures one rule, its hand-written loops given.</summary>
internal sealed class RuleWorkload<TFact, THost>(
    TFact[] facts, THost[] hosts, Rule<TFact> rule, Rule<THost> mapped, Action<TFact[], int, int, DateOnly, HandVerdict[]> hand,
    Action<TFact[], DateOnly, long[]> handCount) : Workload
    where TFact : class
    where THost : class
{
    private readonly HandVerdict[] handVerdicts = new HandVerdict[facts.Length];
    private readonly Verdict[] verdicts = new Verdict[facts.Length];

    public override void HandVerdicts(int from, int to) =>
        hand(facts, (int)((long)facts.Length * from / 100), (int)((long)facts.Length * to / 100), MixedFacts.AsOf, handVerdicts);

    public override void HandCount() => handCount(facts, MixedFacts.AsOf, HandCounts);

    public override void Verdicts(int threads)
    {
        if (threads == 1)
            rule.Judge(facts, MixedFacts.AsOf, verdicts);
        else
            rule.Judge(facts.AsMemory(), MixedFacts.AsOf, verdicts.AsMemory(), threads);
    }

    public override StandingCounts Count() => rule.CountByStanding(facts, MixedFacts.AsOf);

    public override void MappedVerdicts() => mapped.Judge(hosts, MixedFacts.AsOf, verdicts);

    public override StandingCounts MappedCount() => mapped.CountByStanding(hosts, MixedFacts.AsOf);

    public override void Check()
    {
        HandVerdicts(0, 100);
        Verdicts(threads: 2);
        for (var i = 0; i < facts.Length; i++)
        {
            if (handVerdicts[i].Standing != verdicts[i].Standing || (handVerdicts[i].Grade >= 0 && handVerdicts[i].Grade != verdicts[i].Grade))
                throw new InvalidOperationException($"By hand {handVerdicts[i]}, by the library {verdicts[i]}: {facts[i]}");
        }
    }
}
