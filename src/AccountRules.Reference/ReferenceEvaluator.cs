using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// A second reading of the policy, literal and slow: <c>if</c>s and fractions, straight from its text, that share no code with the rules and take nothing from
/// them but the facts, the terms and the names of what is said. For checking the rules on data of one's own, and as the measure of any other implementation.
/// Immutable and safe for use by many threads.
/// </summary>
/// <remarks>
/// It says standing, band, pay, programme, counted days, movement and streak; it gives no reasons, margins or dates, and of rows that many facts make neither
/// the value (such as a mean) nor whether they are provisional. The facts are those of <c>AccountRules.Facts</c>; it knows nothing of rules that a host
/// declares.
/// </remarks>
public sealed class ReferenceEvaluator
{
    private readonly PolicyTerms[] versions;

    /// <summary>An evaluator by the terms of a policy, or of each version of a history.</summary>
    /// <param name="policy">The policy; only its terms are read.</param>
    /// <exception cref="ArgumentNullException">There is no policy.</exception>
    public ReferenceEvaluator(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        versions = policy is PolicyHistory history ? [.. history.Versions.Select(version => version.Terms)] : [policy.Terms];
    }

    /// <summary>The ids of the rules that it reads on each fact by itself.</summary>
    public static IReadOnlyCollection<string> RulesOnFacts { get; } = [.. FactReadings.All.Keys];

    /// <summary>The ids of the rules that it reads on many facts together: rows, roll-ups, and tracks.</summary>
    public static IReadOnlyCollection<string> RulesOnManyFacts { get; } = [.. RowReadings.All.Keys, "kpi-month", "service-levels", "key-account"];

    /// <summary>What is said of a fact by itself.</summary>
    /// <param name="rule">The rule's id, of <see cref="RulesOnFacts"/>.</param>
    /// <param name="fact">The fact, of the rule's type.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentException">It does not read the rule, or the fact is not of the rule's type.</exception>
    /// <exception cref="ArgumentNullException">The rule or the fact is <c>null</c>.</exception>
    public ReferenceAnswer Assess(string rule, object fact, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(fact);
        if (!FactReadings.All.TryGetValue(rule, out var reading))
            throw new ArgumentException($"There is no reading of a rule `{rule}` on each fact; there is of {string.Join(", ", RulesOnFacts)}.", nameof(rule));

        if (!reading.FactType.IsInstanceOfType(fact))
            throw new ArgumentException($"Rule `{rule}` is read on {reading.FactType.Name}, not on {fact.GetType().Name}.", nameof(fact));

        var said = new HistoryReading(versions, rule, asOf).Of(fact, terms => reading.Says(terms, fact, asOf));
        return Answer(rule, reading.KeyOf(fact), said);
    }

    /// <summary>What is said of what facts make together: of the rows of a rule, of the periods of a roll-up, of the accounts of a track.</summary>
    /// <param name="rule">The rule's id, of <see cref="RulesOnManyFacts"/>.</param>
    /// <param name="facts">
    /// The facts, of all types that the rule takes, and the absences that <c>kpi-month</c> excuses; others are passed over.
    /// </param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentException">It does not read the rule.</exception>
    /// <exception cref="ArgumentNullException">The rule or the facts are <c>null</c>.</exception>
    public IReadOnlyList<ReferenceAnswer> AssessTogether(string rule, IEnumerable<object> facts, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        return rule switch
        {
            "kpi-month" => Rolled(rule, KpiMonthReading.Of(
                facts.OfType<KpiResult>(), asOf, result => Assess("kpi-attainment", result, asOf).Standing, versions[0].EffectiveFrom,
                period => versions[new HistoryReading(versions, "kpi-attainment", asOf).Of(period).Version].Achievement.Kpis.Select(kpi => kpi.Name),
                [.. facts.OfType<Absence>()])),
            "service-levels" => Rolled(rule, ServiceLevelsReading.Of(
                facts.OfType<ServiceLevel>(), asOf, level => Assess("service-level", level, asOf).Standing, versions[0].EffectiveFrom)),
            "key-account" => Tracked(rule, KeyAccountReading.Track(
                facts.OfType<AccountRevenue>(), asOf, ThresholdsOf(new HistoryReading(versions, rule, asOf)), versions[0].EffectiveFrom)),
            _ when RowReadings.All.TryGetValue(rule, out var says) => [.. new HistoryReading(versions, rule, asOf)
                .Rows(terms => says(terms, facts, asOf))
                .Select(row => Answer(rule, row.Key, row.Value))],
            _ => throw new ArgumentException(
                $"There is no reading of a rule `{rule}` on many facts; there is of {string.Join(", ", RulesOnManyFacts)}.", nameof(rule)),
        };
    }

    private Func<Period, KeyAccountReading.Thresholds> ThresholdsOf(HistoryReading history) => period =>
    {
        var (version, straddles) = history.Of(period);
        var terms = versions[version].KeyAccount;
        return new(terms.EntryThreshold, terms.ExitThreshold, terms.Currency, straddles);
    };

    private static ReferenceAnswer Answer(string rule, FactKey key, Expected said) => new()
    {
        Rule = rule,
        Key = key,
        Standing = said.Standing,
        Band = said.Band,
        IsProvisional = said.IsProvisional,
        Payable = said.Payable,
        Programme = said.Programme,
        Days = said.Days,
    };

    private static ReferenceAnswer[] Rolled(string rule, Dictionary<FactKey, RolledUp> rows) => [.. rows.Select(row => new ReferenceAnswer
    {
        Rule = rule, Key = row.Key, Standing = row.Value.Standing, Streak = row.Value.Streak, IsProvisional = row.Value.IsProvisional,
    })];

    private static ReferenceAnswer[] Tracked(string rule, Dictionary<(string Account, Period Period), List<Membership>> track) =>
        [.. track.SelectMany(rows => rows.Value.Select(row => new ReferenceAnswer
        {
            Rule = rule,
            Key = new(rows.Key.Account, rows.Key.Period),
            Standing = row.Standing,
            Band = row.Band,
            Movement = row.Movement,
            IsProvisional = row.IsProvisional,
        }))];
}
