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
                + $"{PeriodInColumns.Mend}, or keep it in a column of its own; "
                + "or choose the rows in memory, over AsEnumerable().");
        }

        ApplicationCode.Refuse(who, [.. parts, .. otherParts]);
        if (kind != otherKind && !(IsOfCalendar(kind) && IsOfCalendar(otherKind)))
        {
            throw new NotSupportedException(
                $"{who} asks which rows are of one period, and a database cannot tell whether one made by Period.{kind} is one made by Period.{otherKind}: map "
                + "both as Period.Days(row.From, row.Until); or choose the rows in memory, over AsEnumerable().");
        }

        return kind != otherKind ? Expression.Constant(false)
            : parts.Zip(otherParts).Aggregate((Expression)Expression.Constant(true), (all, pair) => Conditions.And(all, Same(pair.First, pair.Second)));
    }

    /// <summary>What a period is made of; <c>null</c> where it is kept in a way that tells a database nothing.</summary>
    private (string Kind, Expression[] Parts)? Made(Expression period)
    {
        if (!RowSearch.Finds(one, period) && !RowSearch.Finds(other, period))
        {
            var given = Expression.Lambda<Func<Period>>(period).Compile()();
            var (year, month) = (given.Start.Year, given.Start.Month);
            return given == Period.Year(year) ? (nameof(Period.Year), [Expression.Constant(year)])
                : given == Period.Quarter(year, (month + 2) / 3) ? (nameof(Period.Quarter), [Expression.Constant(year), Expression.Constant((month + 2) / 3)])
                : given == Period.Month(year, month) ? (nameof(Period.Month), [Expression.Constant(year), Expression.Constant(month)])
                : (nameof(Period.Days), [Expression.Constant(given.Start), Expression.Constant(given.End)]);
        }

        return period is not MethodCallExpression { Arguments: [var of, ..] parts } made || made.Method.DeclaringType != typeof(Period) ? null
            : made.Method.Name switch
            {
                nameof(Period.FiscalYear) => (made.Method.Name, [PeriodInColumns.NumberOfMonths(of, parts[1], 12, Expression.Constant(1))]),
                nameof(Period.FiscalHalfYear) => (made.Method.Name, [PeriodInColumns.NumberOfMonths(of, parts[2], 6, parts[1])]),
                nameof(Period.FiscalQuarter) => (made.Method.Name, [PeriodInColumns.NumberOfMonths(of, parts[2], 3, parts[1])]),
                nameof(Period.Days) => (made.Method.Name, [.. parts]),
                _ => IsOfCalendar(made.Method.Name) ? (made.Method.Name, [.. parts]) : null,
            };
    }

    /// <summary>Whether no two kinds of them have a period in common.</summary>
    private static bool IsOfCalendar(string kind) =>
        kind is nameof(Period.Year) or nameof(Period.HalfYear) or nameof(Period.Quarter) or nameof(Period.Month) or nameof(Period.Week);

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
