using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <content>Roll-ups: a <c>GROUP BY</c>.</content>
public static partial class RuleQueries
{
    /// <summary>
    /// The standing of every subject and period; periods from before the policy are <see cref="Standing.NotApplicable"/>, as in memory. Rows of one fact (of
    /// one subject, period and part) count once, and as undetermined where they differ in standing, since a table has no first; a mapping that leaves the part
    /// out, and facts that a start tells apart, are counted row by row. A required part without a row is undetermined.
    /// </summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <typeparam name="TPeriod">The type of the period's column.</typeparam>
    /// <param name="rule">The roll-up, over a host's entity made with <c>Over</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="period">The period's column: a date, a number or a text.</param>
    /// <exception cref="NotSupportedException">
    /// The mapping calls code of the application; the message names rule and method. Or the rule excuses absences (<see cref="RollUpRule{TFact}.Excusing"/>),
    /// or requires other parts in one version of its policy than in another.
    /// </exception>
    public static IQueryable<RolledUp<TPeriod>> Group<TFact, TPeriod>(
        this RollUpRule<TFact> rule, IQueryable<TFact> source, DateOnly asOf, Expression<Func<TFact, TPeriod>> period)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(period);
        if (rule.Absences is not null)
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` excuses absences, which are not among the rows: group by the rule without them, and leave out what they excuse yourself; or "
                + "assess in memory, over AsEnumerable().");
        }

        if (rule.RequiresOtherPartsInTime)
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` requires other parts in one version of the policy than in another, and a query asks for the same of all periods: ask the "
                + "versions one by one, each for its own periods; or assess in memory, over AsEnumerable().");
        }

        var tree = new QueryTree<TFact>(rule.Of, source, asOf);
        var (subject, of, part) = (Subjects.Of(rule.Of, tree.Row, source), Replacement.Apply(period, tree.Row), rule.Of.Shape.Part?.On(tree.Row));
        if (source is not EnumerableQuery)
            ApplicationCode.Refuse(rule, part is null ? [subject, of] : [subject, of, part]);

        var rows = source.Select(Expression.Lambda<Func<TFact, StandingRow<TPeriod>>>(
            Rows.Make<StandingRow<TPeriod>>(
                (nameof(StandingRow<>.Subject), subject),
                (nameof(StandingRow<>.Period), of),
                (nameof(StandingRow<>.Part), part ?? Expression.Constant(null, typeof(string))),
                (nameof(StandingRow<>.Standing), tree.Standing()),
                (nameof(StandingRow<>.IsProvisional), tree.IsProvisional()),
                (nameof(StandingRow<>.IsRequired), IsOneOf(part, rule.Parts))),
            tree.Row));
        var counted = Facts(rule.Of.Shape, rows)
            .GroupBy(r => new { r.Subject, r.Period })
            .Select(g => new TallyRow<TPeriod>
            {
                Subject = g.Key.Subject,
                Period = g.Key.Period,
                Met = g.Count(r => r.Standing == Standing.Met),
                Missed = g.Count(r => r.Standing == Standing.Missed),
                Late = g.Count(r => r.Standing == Standing.Late),
                OnTrack = g.Count(r => r.Standing == Standing.OnTrack),
                AtRisk = g.Count(r => r.Standing == Standing.AtRisk),
                Overdue = g.Count(r => r.Standing == Standing.Overdue),
                Graded = g.Count(r => r.Standing == Standing.Graded),
                Undetermined = g.Count(r => r.Standing == Standing.Undetermined),
                NotApplicable = g.Count(r => r.Standing == Standing.NotApplicable),
                Total = g.Count(r => r.Standing != Standing.NotApplicable),
                Duplicates = g.Count(r => r.IsCopied),
                Come = g.Count(r => r.IsRequired),
                Provisional = g.Count(r => r.IsProvisional == true),
            });
        var row = Expression.Parameter(typeof(TallyRow<TPeriod>), rule.Id.Replace('-', '_'));
        var missing = rule.Parts.Count == 0 ? null : Expression.Subtract(Expression.Constant(rule.Parts.Count), Count(nameof(TallyRow<>.Come)));
        var standing = new TallyAsRow(rule.Expression.Parameters[0], row, missing).Visit(rule.Expression.Body);
        var provisional = Count(nameof(TallyRow<>.Provisional));
        if (tree.KnowsPeriods || rule.Of.Info.EffectiveFrom is not null)
            standing = Expression.Condition(IsAbove0(Count(nameof(TallyRow<>.Total))), standing, Expression.Constant(Standing.NotApplicable));

        return counted.Select(Expression.Lambda<Func<TallyRow<TPeriod>, RolledUp<TPeriod>>>(
            Rows.Make<RolledUp<TPeriod>>(
                (nameof(RolledUp<>.Subject), Expression.Property(row, nameof(TallyRow<>.Subject))),
                (nameof(RolledUp<>.Period), Expression.Property(row, nameof(TallyRow<>.Period))),
                (nameof(RolledUp<>.Standing), standing),
                (nameof(RolledUp<>.IsProvisional), tree.KnowsPeriods ? IsAbove0(provisional) : Expression.Constant(null, typeof(bool?))),
                (nameof(RolledUp<>.Met), Expression.Property(row, nameof(TallyRow<>.Met))),
                (nameof(RolledUp<>.Missed), Expression.Property(row, nameof(TallyRow<>.Missed))),
                (nameof(RolledUp<>.Undetermined), missing is null ? Count(nameof(TallyRow<>.Undetermined))
                    : Expression.Add(Count(nameof(TallyRow<>.Undetermined)), OfAny(missing))),
                (nameof(RolledUp<>.Missing), missing is null ? null : OfAny(missing)),
                (nameof(RolledUp<>.Duplicates), Expression.Property(row, nameof(TallyRow<>.Duplicates)))),
            row));

        MemberExpression Count(string name) => Expression.Property(row, name);

        // A group to whose rows the rule does not apply lacks nothing.
        ConditionalExpression OfAny(Expression count) => Expression.Condition(IsAbove0(Count(nameof(TallyRow<>.Total))), count, Expression.Constant(0));

        static BinaryExpression IsAbove0(Expression count) => Expression.GreaterThan(count, Expression.Constant(0));
    }

    /// <summary>A row for each fact, which counts once however often it comes.</summary>
    private static IQueryable<StandingRow<TPeriod>> Facts<TFact, TPeriod>(ShapeReader<TFact> shape, IQueryable<StandingRow<TPeriod>> rows)
        where TFact : class =>
        !shape.TellsApart || shape.StartedOn is not null ? rows
        : rows.GroupBy(r => new { r.Subject, r.Period, r.Part }).Select(g => new StandingRow<TPeriod>
        {
            Subject = g.Key.Subject,
            Period = g.Key.Period,
            Standing = g.Min(r => (int)r.Standing) < g.Max(r => (int)r.Standing) ? Standing.Undetermined : (Standing)g.Min(r => (int)r.Standing),
            IsProvisional = g.Count(r => r.IsProvisional == true) > 0,
            IsCopied = g.Count() > 1,
            IsRequired = g.Count(r => r.IsRequired) > 0,
        });

    private static Expression IsOneOf(Expression? part, IReadOnlyList<string> parts) => parts
        .Select(name => (Expression)Expression.Equal(part!, Expression.Constant(name)))
        .Aggregate(default(Expression), (any, one) => any is null ? one : Expression.OrElse(any, one)) ?? Expression.Constant(false);

    /// <summary>A roll-up's expression over a row: the parts that are missing are undetermined facts more.</summary>
    private sealed class TallyAsRow(ParameterExpression tally, ParameterExpression row, Expression? missing) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != tally)
                return base.VisitMember(node);

            var count = Expression.Property(row, node.Member.Name);
            return missing is not null && node.Member.Name is (nameof(Tally.Undetermined) or nameof(Tally.Total)) ? Expression.Add(count, missing) : count;
        }
    }
}
