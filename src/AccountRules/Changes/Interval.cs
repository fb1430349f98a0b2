using System.Globalization;
using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Changes;

/// <summary>The values of a condition on an axis in words: <c>above 80 % up to 85 %</c>, <c>day 76 to 90</c>.</summary>
internal static class Interval
{
    public static string Of(Condition condition, Unit unit, UnitName? name = null) => condition.Axis is { IsWhole: true } axis
        ? Whole(condition, axis.Value.Type == typeof(DateOnly) && axis.Start is null
            ? number => Texts.Date(DateOnly.FromDayNumber((int)Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber)))
            : number => name?.Of(number) ?? number.ToString(CultureInfo.InvariantCulture))
        : Continuous(condition, at => unit == Unit.Ratio ? Outcome.Percent(at) : Texts.Measured(at, Unit.Amount, name));

    /// <summary>What an axis is called that the rule has no word for: the members of the fact that are read.</summary>
    public static string Name(Axis axis) => Read(axis.Value) + (axis.Whole is { } whole ? $" / {Read(whole)}" : "");

    /// <summary>An expression as it is written, without the fact.</summary>
    public static string Read(Expression node) => Folding.Stripped(node) switch
    {
        MethodCallExpression counted when CountedDays.IsDate(counted) && !CountedDays.IsFixed(counted) =>
            $"{Read(counted.Arguments[1])} plus days by {Texts.Listed(Parts.Of(counted.Arguments[2]))}",
        MethodCallExpression counted when CountedDays.IsCall(counted) => CountedDays.Words(counted, Read),
        MemberExpression { Member.Name: "Month" or "Year" or "Day", Expression: { } date } part when date.Type == typeof(DateOnly) =>
            $"{part.Member.Name.ToLowerInvariant()} of {Read(date)}",
        MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start, Arguments: [not ConstantExpression and var days] } =>
            $"{Read(start)} plus days by {Texts.Listed(Parts.Of(days))}",
        var read => Visible.Text(read.ToString()
            .Replace("fact.", "", StringComparison.Ordinal)
            .Replace("tally.", "", StringComparison.Ordinal)
            .Replace(".Value", "", StringComparison.Ordinal)
            .Replace("asOf", "the evaluation date", StringComparison.Ordinal)),
    };

    private static string Whole(Condition condition, Func<decimal, string> text)
    {
        var (first, last) = (condition.From?.At, condition.Until?.At - 1);
        return (first, last) switch
        {
            (null, { } up) => $"up to {text(up)}",
            ({ } from, null) when condition.Axis!.Least is not null => $"{text(from)} or more",
            ({ } from, null) => $"from {text(from)} on",
            ({ } from, { } to) => from == to ? text(from) : $"{text(from)} to {text(to)}",
            _ => "any",
        };
    }

    /// <summary>The members and numbers that a value is made of, each once; of what is worked out from them a reader makes nothing.</summary>
    private sealed class Parts : ExpressionVisitor
    {
        private readonly List<string> found = [];

        public static IReadOnlyList<string> Of(Expression value)
        {
            var parts = new Parts();
            parts.Visit(value);
            return [.. parts.found.Distinct(StringComparer.Ordinal)];
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            found.Add(Read(node));
            return node;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is not 0)
                found.Add(Read(node));

            return node;
        }
    }

    private static string Continuous(Condition condition, Func<decimal, string> text)
    {
        var lower = condition.From is { } from ? $"{(from.Edge == Edge.From ? "from" : "above")} {text(from.At)}" : "";
        var upper = condition.Until is { } until ? $"{(until.Edge == Edge.From ? "below" : "up to")} {text(until.At)}" : "";
        return condition is { From: { } one, Until: { } other } && one.At == other.At ? $"of exactly {text(one.At)}" : $"{lower} {upper}".Trim();
    }
}
