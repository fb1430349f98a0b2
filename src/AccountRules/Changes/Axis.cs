using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>
/// What cuts are compared with: a number, a part of a whole, or a date beside another one from which days, months or years are counted. Equal by what is read.
/// </summary>
internal sealed class Axis(Expression value, Expression? whole = null, Expression? start = null, string? shift = null)
{
    /// <summary>What tells it from others.</summary>
    public string Key { get; } =
        $"{Folding.Key(Folding.Stripped(value))} : {(whole is null ? "" : Folding.Key(Folding.Stripped(whole)))} : "
        + $"{(start is null ? "" : Folding.Key(Folding.Stripped(start)))} {shift}";

    public Expression Value => value;

    public Expression? Whole => whole;

    public Expression? Start => start;

    public string? Shift => shift;

    /// <summary>Whether values are whole: a cut is then a first value that is past it.</summary>
    public bool IsWhole => start is not null || value.Type != typeof(decimal);

    /// <summary>The least value, where there is one: facts are counted from 0 up.</summary>
    public Cut? Least { get; } = value is MemberExpression { Expression.Type: var owner } && owner == typeof(Tally) ? Cut.From(0) : null;

    /// <summary>Whether the value is past a cut.</summary>
    public Expression Past(Cut cut)
    {
        if (start is not null)
            return Expression.GreaterThanOrEqual(value, Expression.Call(start, shift!, typeArguments: null, Expression.Constant((int)cut.At)));

        if (whole is not null)
            return Tree.Past(cut, value, Expression.Multiply(Expression.Constant(cut.At), whole));

        if (value.Type == typeof(decimal))
            return Tree.Past(cut, value, Expression.Constant(cut.At));

        if (value.Type != typeof(DateOnly))
            return Expression.GreaterThanOrEqual(Expression.Convert(value, typeof(long)), Expression.Constant((long)cut.At));

        return cut.At > DateOnly.MaxValue.DayNumber
            ? Expression.Constant(false)
            : Expression.GreaterThanOrEqual(value, Expression.Constant(DateOnly.FromDayNumber((int)cut.At)));
    }
}
