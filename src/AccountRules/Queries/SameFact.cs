using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// The condition under which two rows are of one fact, as a database can tell it: by the columns that the subject, the part, the period and the start are read
/// off. Rows that lack their subject or their start are told apart by nothing, and so are of no fact together.
/// </summary>
/// <param name="shape">How a row is read.</param>
/// <param name="who">What reads it, as a message begins.</param>
/// <param name="one">The one row.</param>
/// <param name="other">The other row.</param>
internal sealed class SameFact<TFact>(ShapeReader<TFact> shape, string who, ParameterExpression one, ParameterExpression other)
    where TFact : class
{
    public Expression Condition => Conditions.And(
        Conditions.And(Present(shape.Subject), shape.Part is { } part ? SameOrBothMissing(part) : Expression.Constant(true)),
        Conditions.And(
            shape.Period is { } period ? SamePeriod(period.On(one), period.On(other)) : Expression.Constant(true),
            shape.StartedOn is { } started ? Present(started) : Expression.Constant(true)));

    private Expression Present<TValue>(Selector<TFact, TValue> read)
    {
        var (mine, others) = Read(read);
        return Conditions.And(MayBeMissing(mine) ? Expression.Not(Tree.IsNull(mine)) : Expression.Constant(true), Same(mine, others));
    }

    private Expression SameOrBothMissing(Selector<TFact, string?> read)
    {
        var (mine, others) = Read(read);
        return Conditions.Or(Same(mine, others), Conditions.And(Tree.IsNull(mine), Tree.IsNull(others)));
    }

    private (Expression One, Expression Other) Read<TValue>(Selector<TFact, TValue> read)
    {
        var mine = read.On(one);
        ApplicationCode.Refuse(who, mine);
        return (mine, read.On(other));
    }

    /// <summary>Whether the periods of both rows are one: a month and the quarter that it begins are two.</summary>
    private Expression SamePeriod(Expression mine, Expression others)
    {
        if (mine is ConditionalExpression first)
            return Either(first, SamePeriod(first.IfTrue, others), SamePeriod(first.IfFalse, others));

        if (others is ConditionalExpression second)
            return Either(second, SamePeriod(mine, second.IfTrue), SamePeriod(mine, second.IfFalse));

        if (mine is MemberExpression && others is MemberExpression)
        {
            ApplicationCode.Refuse(who, mine, others);
            return Expression.Equal(mine, others);
        }

        if (Made(mine) is not var (kind, parts) || Made(others) is not var (otherKind, otherParts))
        {
            throw new NotSupportedException(
                $"{who} asks which rows are of one period, and a database cannot tell that of `{mine}`: map the period as "
                + "Period.Month(row.StartsOn.Year, row.StartsOn.Month), or as Period.Year or Period.Quarter of columns, or keep it in a column of its own; "
                + "or choose the rows in memory, over AsEnumerable().");
        }

        ApplicationCode.Refuse(who, [.. parts, .. otherParts]);
        return kind != otherKind ? Expression.Constant(false)
            : parts.Zip(otherParts).Aggregate((Expression)Expression.Constant(true), (all, pair) => Conditions.And(all, Same(pair.First, pair.Second)));
    }

    /// <summary>What a period is made of; <c>null</c> where it is kept in a way that tells a database nothing.</summary>
    private (string Kind, Expression[] Parts)? Made(Expression period)
    {
        if (!RowSearch.Finds(one, period) && !RowSearch.Finds(other, period))
        {
            var given = Expression.Lambda<Func<Period>>(period).Compile()();
            var (year, month) = (Expression.Constant(given.Start.Year), given.Start.Month);
            return given.Months switch
            {
                12 => (nameof(Period.Year), [year]),
                3 => (nameof(Period.Quarter), [year, Expression.Constant((month + 2) / 3)]),
                _ => (nameof(Period.Month), [year, Expression.Constant(month)]),
            };
        }

        return period is MethodCallExpression { Method: { Name: nameof(Period.Year) or nameof(Period.Quarter) or nameof(Period.Month) } made } call
            && made.DeclaringType == typeof(Period) ? (made.Name, [.. call.Arguments]) : null;
    }

    private Expression Either(ConditionalExpression choice, Expression yes, Expression no)
    {
        ApplicationCode.Refuse(who, choice.Test);
        return Conditions.Or(Conditions.And(choice.Test, yes), Conditions.And(Conditions.Not(choice.Test), no));
    }

    /// <summary>What is written alike on both sides and reads no row is the same.</summary>
    private static Expression Same(Expression mine, Expression others) => (mine, others) switch
    {
        (ConstantExpression { Value: var one }, ConstantExpression { Value: var other }) => Expression.Constant(Equals(one, other)),
        _ => Expression.Equal(mine, others),
    };

    private static bool MayBeMissing(Expression value) =>
        value is not ConstantExpression && (!value.Type.IsValueType || Nullable.GetUnderlyingType(value.Type) is not null);
}
