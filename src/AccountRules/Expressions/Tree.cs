using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>The few shapes that rule expressions are built of.</summary>
internal static class Tree
{
    public static readonly ParameterExpression AsOf = Expression.Parameter(typeof(DateOnly), "asOf");

    /// <summary>The same lambda with the values of captured variables written in.</summary>
    public static LambdaExpression Inlined(LambdaExpression lambda) => Expression.Lambda(Constants.Inline(lambda.Body), lambda.Parameters);

    public static Expression Grade(int index) => Expression.Constant(index);

    /// <summary>Causes are yielded as negative numbers.</summary>
    public static Expression Because(Cause cause) => Expression.Constant(-cause.Number);

    /// <summary>The same conditions with other codes at their ends.</summary>
    public static Expression WithCodes(Expression place, Func<int, int> codeOf) => place switch
    {
        ConditionalExpression choice => choice.Update(choice.Test, WithCodes(choice.IfTrue, codeOf), WithCodes(choice.IfFalse, codeOf)),
        ConstantExpression { Value: int code } => Expression.Constant(codeOf(code)),
        _ => Expression.Invoke(Expression.Constant(codeOf), place),
    };

    /// <summary>
    /// What two ways of judging say together: the conditions of the first with those of the second at their ends. Ends of the first that leave the same of the
    /// second are one, and a condition between the same is not asked.
    /// </summary>
    public static Expression Both<TSaid>(Expression first, Expression second, Func<int, int, TSaid> said)
    {
        if (!IsOfConstants(first) || !IsOfConstants(second))
            return Expression.Invoke(Expression.Constant(said), first, second);

        Dictionary<int, Expression> ends = [];
        List<Expression> all = [];
        return Merged(first, code =>
        {
            if (!ends.TryGetValue(code, out var end))
            {
                end = Merged(second, other => Expression.Constant(said(code, other)));
                ends[code] = end = all.Find(known => Same.Are(known, end)) ?? end;
                all.Add(end);
            }

            return end;
        });
    }

    /// <summary>Whether all that a choice comes to is known; in memory a table may tell it.</summary>
    private static bool IsOfConstants(Expression place) => place is ConditionalExpression choice
        ? IsOfConstants(choice.IfTrue) && IsOfConstants(choice.IfFalse)
        : place is ConstantExpression;

    private static Expression Merged(Expression place, Func<int, Expression> endOf)
    {
        if (place is not ConditionalExpression choice)
            return endOf((int)((ConstantExpression)place).Value!);

        var (yes, no) = (Merged(choice.IfTrue, endOf), Merged(choice.IfFalse, endOf));
        return Same.Are(yes, no) ? yes : Expression.Condition(choice.Test, yes, no);
    }

    public static Expression Narrowed(Expression value) =>
        value is UnaryExpression { NodeType: ExpressionType.Convert } convert && Nullable.GetUnderlyingType(value.Type) == convert.Operand.Type
            ? convert.Operand
            : value;

    /// <summary>A question for the null of a value that only its type allows to be null, answered.</summary>
    public static Expression WithoutWidening(Expression node) => node switch
    {
        MemberExpression { Member.Name: "Value", Expression: { } owner } when Narrowed(owner) != owner => Narrowed(owner),
        BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: null } } equal when Narrowed(equal.Left)
            != equal.Left => Expression.Constant(
            false),
        BinaryExpression { NodeType: ExpressionType.NotEqual, Right: ConstantExpression { Value: null } } equal when Narrowed(equal.Left)
            != equal.Left => Expression.Constant(
            true),
        _ => node,
    };

    public static Expression OrElse(Expression value, Cause whenMissing, Func<Expression, Expression> then) => OrElse(value, Because(whenMissing), then);

    public static Expression OrElse(Expression value, Expression whenMissing, Func<Expression, Expression> then) =>
        Nullable.GetUnderlyingType(value.Type) is null && value.Type.IsValueType
            ? then(value)
            : Expression.Condition(IsNull(value), whenMissing, then(ValueOf(value)));

    /// <summary>A choice, or what it comes to where its test is answered.</summary>
    public static Expression If(Expression test, Expression then, Expression otherwise) =>
        test is ConstantExpression { Value: bool answer } ? (answer ? then : otherwise) : Expression.Condition(test, then, otherwise);

    public static Expression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    public static Expression ValueOf(Expression value) => Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, "Value");

    /// <summary>The period of which a date is the first day; <c>null</c> for any other date.</summary>
    public static Expression? PeriodOf(Expression date) =>
        date is MemberExpression { Member.Name: nameof(Period.Start), Expression: { } period } && period.Type == typeof(Period) ? period : null;

    /// <summary>The comparison that says the same with its sides exchanged.</summary>
    public static ExpressionType Mirrored(ExpressionType comparison) => comparison switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => comparison,
    };

    /// <summary>The index of the highest band whose cut lies below the value: the cuts are asked from the top down.</summary>
    public static Expression Place(Scale scale, int firstGrade, Func<Cut, Expression> isPast)
    {
        var place = Grade(firstGrade);
        for (var i = 1; i < scale.Count; i++)
            place = Expression.Condition(isPast(scale[i].Cut!.Value), Grade(firstGrade + i), place);

        return place;
    }

    public static Expression Past(Cut cut, Expression value, Expression at) =>
        cut.Edge == Edge.From ? Expression.GreaterThanOrEqual(value, at) : Expression.GreaterThan(value, at);
}
