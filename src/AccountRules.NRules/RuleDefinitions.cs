using System.Linq.Expressions;
using AccountRules.NRules;
using AccountRules.NRules.Linking;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace AccountRules;

/// <summary>
/// Rules as NRules rule definitions: facts in, an <see cref="AssessmentFact"/> for each out, linked to them, so that it follows their updates and retractions
/// and those of the session's <see cref="EvaluationDate"/>. NRules calls the rule; it is not given the rule's expression, which it would compile with decimals
/// that round.
/// </summary>
public static class RuleDefinitions
{
    /// <summary>
    /// The whole policy as a rule set, named after the policy: facts of <c>AccountRules.Facts</c>, KPI months and portfolio membership included.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="standings">The standings that are wanted as facts; all of them unless given.</param>
    public static IRuleSet ToRuleSet(this Policy policy, params Standing[] standings)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var set = new RuleSet(policy.Name);
        foreach (var rule in policy.Rules)
            set.Add(rule.Accept(new Definitions(standings)));

        return set;
    }

    /// <summary>One rule: an assessment for each fact that it is asked of.</summary>
    /// <typeparam name="TFact">The type of the facts; for a host's own made with <c>For</c>.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="standings">
    /// The standings that are wanted as facts; all of them unless given. A fact with another standing then costs the session no match.
    /// </param>
    public static IRuleDefinition ToRuleDefinition<TFact>(this Rule<TFact> rule, params Standing[] standings)
        where TFact : class
    {
        var (builder, link) = (BuilderOf(rule, standings), new FactLink<TFact>(rule, standings));

        // The date comes first: joined to it a fact is matched alone, and a new date is matched with every fact.
        builder.LeftHandSide().Pattern(typeof(EvaluationDate), "today");
        var pattern = builder.LeftHandSide().Pattern(typeof(TFact), "fact");
        if (rule.Asks is { } asks)
        {
            var asked = Expression.Parameter(typeof(TFact), "fact");
            pattern.Condition(Expression.Lambda<Func<TFact, bool>>(Expression.Invoke(asks, asked), asked));
        }

        if (standings.Length > 0)
            pattern.Condition((Expression<Func<TFact, EvaluationDate, bool>>)((fact, today) => link.Has(fact, today)));

        builder.RightHandSide().Action((Expression<Action<IContext, TFact, EvaluationDate>>)((context, fact, today) => link.Link(context, fact, today)));
        return builder.Build();
    }

    /// <summary>A roll-up: an assessment for each subject and period.</summary>
    /// <typeparam name="TFact">The type of the facts; for a host's own made with <c>Over</c>.</typeparam>
    /// <param name="rule">The roll-up.</param>
    /// <param name="standings">The standings that are wanted as facts; all of them unless given.</param>
    public static IRuleDefinition ToRuleDefinition<TFact>(this RollUpRule<TFact> rule, params Standing[] standings)
        where TFact : class
    {
        var (builder, link) = (BuilderOf(rule, standings), new RollUpLink<TFact>(rule, standings));
        builder.LeftHandSide().Pattern(typeof(EvaluationDate), "today");
        GroupBy<string, TFact>(builder, fact => link.SubjectOf(fact));
        builder.RightHandSide()
            .Action((Expression<Action<IContext, IGrouping<string, TFact>, EvaluationDate>>)((context, facts, today) => link.Link(context, facts, today)));
        return builder.Build();
    }

    /// <summary>
    /// A lifecycle tracked over periods, such as portfolio membership: an assessment for each subject and period, and for each period in which a subject
    /// without a fact leaves. Of two facts for one subject and period the one that the session had first counts. Two definitions, of which the first tells
    /// which periods the data holds.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts; for a host's own made with <c>For</c>.</typeparam>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="standings">The standings that are wanted as facts; all of them unless given.</param>
    /// <exception cref="ArgumentException">The rule's facets have no period, or it has more than four stages.</exception>
    public static IReadOnlyList<IRuleDefinition> ToTrackDefinitions<TFact>(this LifecycleRule<TFact> rule, params Standing[] standings)
        where TFact : class
    {
        var (periods, track, link) = (BuilderOf(rule, standings), BuilderOf(rule, standings), new TrackLink<TFact>(rule, standings));
        if (!rule.IsTrackable)
        {
            throw new ArgumentException(
                $"Rule `{rule.Id}` cannot be tracked over periods: its facets have none, or it has more than four stages; use ToRuleDefinition.", nameof(rule));
        }

        periods.Name($"{rule.Id} periods");
        periods.Priority(RuleMetadata.Priority + 1);
        GroupBy<Period, TFact>(periods, fact => link.PeriodOf(fact));
        periods.RightHandSide().Action((Expression<Action<IContext, IGrouping<Period, TFact>>>)((context, facts) => link.Hold(context, facts)));

        track.LeftHandSide().Pattern(typeof(EvaluationDate), "today");
        GroupBy<string, TFact>(track, fact => link.SubjectOf(fact));
        var held = track.LeftHandSide().Pattern(typeof(IEnumerable<HeldPeriod>), "periods").Aggregate();
        held.Collect();
        held.Pattern(typeof(HeldPeriod), "held").Condition((Expression<Func<HeldPeriod, bool>>)(held => link.IsOf(held)));
        track.RightHandSide().Action((Expression<Action<IContext, IGrouping<string, TFact>, IEnumerable<HeldPeriod>, EvaluationDate>>)(
            (context, facts, periods, today) => link.Link(context, facts, periods, today)));
        return [periods.Build(), track.Build()];
    }

    /// <summary>
    /// A rule on rows that are each made of many facts: an assessment for each row. Every fact that it takes is matched together, so that a change of one makes
    /// all rows anew.
    /// </summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rule">The rule; one whose facts are a host's own is made with its <c>For</c>.</param>
    /// <param name="standings">The standings that are wanted as facts; all of them unless given.</param>
    public static IRuleDefinition ToRuleDefinition<TRow>(this GatheredRule<TRow> rule, params Standing[] standings)
        where TRow : class
    {
        var (builder, link) = (BuilderOf(rule, standings), new GatheringLink<TRow>(rule, standings));
        builder.LeftHandSide().Pattern(typeof(EvaluationDate), "today");
        var context = Expression.Parameter(typeof(IContext), "context");
        var today = Expression.Parameter(typeof(EvaluationDate), "today");
        var facts = new List<ParameterExpression>();
        foreach (var source in rule.Gathering.Sources)
        {
            var many = typeof(IEnumerable<>).MakeGenericType(source.Type);
            facts.Add(Expression.Parameter(many, $"facts{facts.Count}"));
            var all = builder.LeftHandSide().Pattern(many, facts[^1].Name!).Aggregate();
            all.Collect();
            all.Pattern(source.Type, $"fact{facts.Count}");
        }

        var call = Expression.Call(
            Expression.Constant(link), nameof(GatheringLink<>.Link), typeArguments: null,
            context, Expression.NewArrayInit(typeof(IEnumerable<object>), facts), today);
        builder.RightHandSide().Action(Expression.Lambda(call, [context, .. facts, today]));
        return builder.Build();
    }

    private static RuleBuilder BuilderOf(Rule rule, Standing[] standings)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(standings);
        return RuleMetadata.BuilderOf(rule);
    }

    /// <summary>Matches the facts in groups, as <c>facts</c>.</summary>
    private static void GroupBy<TKey, TFact>(RuleBuilder builder, Expression<Func<TFact, TKey>> key)
        where TFact : class
    {
        var group = builder.LeftHandSide().Pattern(typeof(IGrouping<TKey, TFact>), "facts").Aggregate();
        group.GroupBy(key, (Expression<Func<TFact, TFact>>)(fact => fact));
        group.Pattern(typeof(TFact), "fact");
    }

    /// <summary>The definitions of a rule of any kind. A lifecycle of periods is a history: one fact of it says nothing of what was before.</summary>
    private sealed class Definitions(Standing[] standings) : IRuleVisitor<IEnumerable<IRuleDefinition>>
    {
        public IEnumerable<IRuleDefinition> Each<TFact>(Rule<TFact> rule)
            where TFact : class => [rule.ToRuleDefinition(standings)];

        public IEnumerable<IRuleDefinition> RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => [rule.ToRuleDefinition(standings)];

        public IEnumerable<IRuleDefinition> Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => rule.ToTrackDefinitions(standings);

        public IEnumerable<IRuleDefinition> Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => [rule.ToRuleDefinition(standings)];
    }
}
