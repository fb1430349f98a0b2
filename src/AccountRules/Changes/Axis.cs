using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>
/// What cuts are compared with: a number, a part of a whole, or a date beside another one from which days, months or years are counted. Equal by what is read.
/// </summary>
internal sealed class Axis(Expression value, Expression? whole = null, Expression? start = null, string? shift = null, MethodCallExpression? counted = null)
{
    /// <summary>What tells it from others.</summary>
    public string Key { get; } =
        $"{Folding.Key(Folding.Stripped(value))} : {(whole is null ? "" : Folding.Key(Folding.Stripped(whole)))} : "
        + $"{(start is null ? "" : Folding.Key(Folding.Stripped(start)))} "
        + $"{(counted is null ? shift : KeyOf(counted))}";

    public Expression Value => value;

    public Expression? Whole => whole;

    public Expression? Start => start;

    public string? Shift => shift;

    /// <summary>A date that is counted from the start by a calendar, or less pauses, where days are.</summary>
    public MethodCallExpression? Counted => counted;

    /// <summary>The same days, all of them: from 0 up where the counted ones are.</summary>
    public Axis? Uncounted => counted is null ? null : new(value, start: start, shift: nameof(DateOnly.AddDays));

    /// <summary>Whether values are whole: a cut is then a first value that is past it.</summary>
    public bool IsWhole => start is not null || value.Type != typeof(decimal);

    /// <summary>Whether it is the evaluation date from a date on that may be missing: one that is missing never comes, and is past no cut.</summary>
    public bool MayNotCome => value == Tree.AsOf && counted is null && Owner is not null;

    /// <summary>What may be missing of the start.</summary>
    private Expression? Owner => start is MemberExpression { Member.Name: "Value", Expression: { } owner } && Nullable.GetUnderlyingType(owner.Type) is not null
        ? owner
        : null;

    /// <summary>The least value, where there is one: facts are counted from 0 up.</summary>
    public Cut? Least { get; } = value is MemberExpression { Expression.Type: var owner } && owner == typeof(Tally) ? Cut.From(0) : null;

    /// <summary>What tells one way of counting from another.</summary>
    private static string KeyOf(MethodCallExpression counted) => string.Join(
        ", ", ((int[])[0, 3, 4]).Select(i => Folding.Key(Folding.Stripped(counted.Arguments[i]))));

    /// <summary>Whether the value is past a cut.</summary>
    public Expression Past(Cut cut)
    {
        if (counted is not null)
            return Expression.GreaterThan(value, CountedDays.Again(counted, (int)cut.At - 1));

        if (start is not null)
        {
            var past = Expression.GreaterThanOrEqual(value, Expression.Call(start, shift!, typeArguments: null, Expression.Constant((int)cut.At)));
            return MayNotCome ? Expression.AndAlso(Expression.Not(Tree.IsNull(Owner!)), past) : past;
        }

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
