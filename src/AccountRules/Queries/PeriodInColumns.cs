using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Whether a row's period has begun and has ended by the evaluation date, as a database can tell: from the date or the numbers that a mapping makes the period
/// of, such as <c>Period.Month(p.StartsOn.Year, p.StartsOn.Month)</c>, also by a condition. The parts of one date become a comparison of its column, so that an
/// index serves.
/// </summary>
/// <param name="HasBegun">Whether its first day is the evaluation date or before.</param>
/// <param name="HasEnded">Whether its last day is before the evaluation date.</param>
internal sealed record PeriodInColumns(Expression HasBegun, Expression HasEnded)
{
    /// <summary>Weeks of a year are up to 53, so that with one more their numbers are in order.</summary>
    private const int MoreThanWeeks = 54;

    /// <summary>What a message says of how to map a period.</summary>
    public const string Mend =
        "Period.Month(row.StartsOn.Year, row.StartsOn.Month), as Period.Days(row.From, row.Until), or as another of Period's methods of columns";

    /// <summary>Reads a period; <c>null</c> where it is kept in a way that tells a database nothing, such as a text.</summary>
    /// <param name="period">The period.</param>
    /// <param name="row">The row.</param>
    /// <param name="asOf">The evaluation date, or a date of the policy's.</param>
    /// <param name="isTerm">Whether it is the policy's: then it is written in the query, as its thresholds are.</param>
    public static PeriodInColumns? Of(Expression period, ParameterExpression row, DateOnly asOf, bool isTerm = false)
    {
        if (!RowSearch.Finds(row, period))
        {
            var given = Expression.Lambda<Func<Period>>(period).Compile()();
            return new(Expression.Constant(given.Start <= asOf), Expression.Constant(given.End < asOf));
        }

        if (period is ConditionalExpression choice && Of(choice.IfTrue, row, asOf, isTerm) is { } yes && Of(choice.IfFalse, row, asOf, isTerm) is { } no)
            return new(Either(choice.Test, yes.HasBegun, no.HasBegun), Either(choice.Test, yes.HasEnded, no.HasEnded));

        if (period is not MethodCallExpression { Arguments: [var year, ..] parts } made || made.Method.DeclaringType != typeof(Period))
            return null;

        return made.Method.Name switch
        {
            nameof(Period.Year) => DateOf(year, nameof(DateOnly.Year)) is { } date
                ? Of(date, AccountRules.Period.Year(asOf.Year), isTerm)
                : Of(year, asOf.Year, isTerm),
            nameof(Period.Quarter) => DateOf(year, nameof(DateOnly.Year)) is { } date && new Months(date, row).AreInQuarter(parts[1])
                ? Of(date, AccountRules.Period.Quarter(asOf.Year, QuarterOf(asOf.Month)), isTerm)
                : Of(Number(year, 4, parts[1]), asOf.Year * 4 + QuarterOf(asOf.Month), isTerm),
            nameof(Period.Month) => DateOf(year, nameof(DateOnly.Year)) is { } date && DateOf(parts[1], nameof(DateOnly.Month))?.ToString() == date.ToString()
                ? Of(date, AccountRules.Period.Month(asOf.Year, asOf.Month), isTerm)
                : Of(Number(year, 12, parts[1]), asOf.Year * 12 + asOf.Month, isTerm),
            nameof(Period.HalfYear) => Of(Number(year, 2, parts[1]), asOf.Year * 2 + (asOf.Month + 5) / 6, isTerm),
            nameof(Period.Week) => Of(Number(year, MoreThanWeeks, parts[1]), NumberOfWeek(asOf), isTerm),
            nameof(Period.FiscalYear) => OfMonths(year, parts[1], 12, Expression.Constant(1), asOf, isTerm),
            nameof(Period.FiscalHalfYear) => OfMonths(year, parts[2], 6, parts[1], asOf, isTerm),
            nameof(Period.FiscalQuarter) => OfMonths(year, parts[2], 3, parts[1], asOf, isTerm),
            nameof(Period.Days) => new(
                Expression.LessThanOrEqual(year, Written(asOf, isTerm)), Expression.LessThan(parts[1], Written(asOf, isTerm))),
            _ => null,
        };
    }

    /// <summary>
    /// The number of the month with which a part of a year from a month on begins, and as many months more as a part has: the same for the same months, however
    /// they are counted.
    /// </summary>
    public static BinaryExpression NumberOfMonths(Expression year, Expression startMonth, int months, Expression part) =>
        Expression.Add(Number(year, 12, startMonth), Expression.Multiply(Expression.Constant(months), part));

    /// <summary>A date in the period, beside the period that the evaluation date is in.</summary>
    private static PeriodInColumns Of(Expression date, Period now, bool isTerm) =>
        new(Expression.LessThanOrEqual(date, Written(now.End, isTerm)), Expression.LessThan(date, Written(now.Start, isTerm)));

    /// <summary>Whole months that may lie anyhow in their years.</summary>
    private static PeriodInColumns OfMonths(Expression year, Expression startMonth, int months, Expression part, DateOnly asOf, bool isTerm)
    {
        var (first, now) = (NumberOfMonths(year, startMonth, months, part), asOf.Year * 12 + asOf.Month);
        return new(Expression.LessThanOrEqual(first, Written(now + months, isTerm)), Expression.LessThanOrEqual(first, Written(now, isTerm)));
    }

    /// <summary>The number of the week that a date is in: that of its Thursday's year, and of the Thursday in it.</summary>
    private static int NumberOfWeek(DateOnly date)
    {
        var thursday = DateOnly.FromDayNumber(date.DayNumber - date.DayNumber % 7 + 3);
        return thursday.Year * MoreThanWeeks + (thursday.DayOfYear - 1) / 7 + 1;
    }

    /// <summary>The period's number, beside that of the period that the evaluation date is in.</summary>
    private static PeriodInColumns Of(Expression number, int now, bool isTerm) =>
        new(Expression.LessThanOrEqual(number, Written(now, isTerm)), Expression.LessThan(number, Written(now, isTerm)));

    private static Expression Written<T>(T value, bool isTerm) => isTerm ? Expression.Constant(value) : QueryParameter.Of(value);

    private static Expression Either(Expression test, Expression yes, Expression no) =>
        Conditions.Or(Conditions.And(test, yes), Conditions.And(Conditions.Not(test), no));

    private static BinaryExpression Number(Expression year, int inYear, Expression part) =>
        Expression.Add(Expression.Multiply(year, Expression.Constant(inYear)), part);

    private static Expression? DateOf(Expression part, string name) =>
        part is MemberExpression { Expression: { } date } member && date.Type == typeof(DateOnly) && member.Member.Name == name ? date : null;

    private static int QuarterOf(int month) => (month + 2) / 3;

    /// <summary>The month of a date, in an expression that may tell its quarter.</summary>
    private sealed class Months(Expression date, ParameterExpression row) : ExpressionVisitor
    {
        private readonly ParameterExpression month = Expression.Parameter(typeof(int), "month");

        /// <summary>Whether an expression of the month, such as <c>(month + 2) / 3</c>, is its quarter.</summary>
        public bool AreInQuarter(Expression part)
        {
            var ofMonth = Visit(part);
            if (RowSearch.Finds(row, ofMonth))
                return false;

            var quarterOf = Expression.Lambda<Func<int, int>>(ofMonth, month).Compile(preferInterpretation: true);
            return Enumerable.Range(1, 12).All(m => quarterOf(m) == QuarterOf(m));
        }

        protected override Expression VisitMember(MemberExpression node) =>
            DateOf(node, nameof(DateOnly.Month))?.ToString() == date.ToString() ? month : base.VisitMember(node);
    }
}
