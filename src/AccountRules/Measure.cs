using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Measures;

namespace AccountRules;

/// <summary>Makes the measures: days between two dates, days past a due date, full months or years, a ratio, an amount.</summary>
public static class Measure
{
    /// <summary>Calendar days from a date to an optional end, or to the evaluation date while there is none; day 0 is the start date.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="from">The start; a missing start is <see cref="Cause.NoStart"/>.</param>
    /// <param name="until">The end; an end after the evaluation date has not happened yet, one before the start is <see cref="Cause.EndBeforeStart"/>.</param>
    public static Measure<TFact> Days<TFact>(Expression<Func<TFact, DateOnly?>> from, Expression<Func<TFact, DateOnly?>> until)
        where TFact : class
    {
        var start = new Selector<TFact, DateOnly?>(from);
        return new DaysMeasure<TFact>(start, new(until), start, isPastDue: false);
    }

    /// <summary>
    /// Calendar days from a date to the evaluation date, for what is never closed, such as days since the newest update; day 0 is the date itself.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="from">The date; a missing one is <see cref="Cause.NoStart"/>.</param>
    public static Measure<TFact> DaysSince<TFact>(Expression<Func<TFact, DateOnly?>> from)
        where TFact : class
    {
        var start = new Selector<TFact, DateOnly?>(from);
        return new DaysMeasure<TFact>(start, until: null, start, isPastDue: false);
    }

    /// <summary>
    /// Calendar days past a due date of the fact's own, to its end, or to the evaluation date while there is none: negative before the due date, 0 on it.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="due">The due date; missing is <see cref="Cause.NoDue"/>.</param>
    /// <param name="until">The end; an end after the evaluation date has not happened yet.</param>
    /// <param name="from">
    /// The date on which the fact begins, if it has one: before it the rule does not apply, and an end before it is <see cref="Cause.EndBeforeStart"/>. A fact
    /// that lacks it has begun.
    /// </param>
    public static Measure<TFact> DaysPast<TFact>(
        Expression<Func<TFact, DateOnly?>> due, Expression<Func<TFact, DateOnly?>> until, Expression<Func<TFact, DateOnly?>>? from = null)
        where TFact : class =>
        new DaysMeasure<TFact>(new(due), new(until), from is null ? null : new(from), isPastDue: true);

    /// <summary>The ratio of a part to a whole, such as actual to target; compared with cuts by multiplication, never by dividing.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="part">The part; missing is <see cref="Cause.NoActual"/>.</param>
    /// <param name="whole">The whole; missing is <see cref="Cause.NoTarget"/>, 0 or less <see cref="Cause.TargetNotPositive"/>.</param>
    /// <param name="lowerIsBetter">Whether less is better for this fact: the ratio is then whole to part, and a part of 0 lies above every cut.</param>
    public static Measure<TFact> Ratio<TFact>(
        Expression<Func<TFact, decimal?>> part, Expression<Func<TFact, decimal?>> whole, Expression<Func<TFact, bool>>? lowerIsBetter = null)
        where TFact : class =>
        new RatioMeasure<TFact>(new(part), new(whole), lowerIsBetter is null ? null : new(lowerIsBetter), share: null);

    /// <summary>
    /// The ratio of a part to a share of the whole, such as an actual to 16 of 31 days of a target: part, whole and share are one exact comparison. Both
    /// numbers of the share missing is all of the whole; only one missing, the second 0 or less, and the first below 1 or above the second are
    /// <see cref="Cause.ImpossibleTargetShare"/>.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="part">The part; missing is <see cref="Cause.NoActual"/>.</param>
    /// <param name="whole">The whole; missing is <see cref="Cause.NoTarget"/>, 0 or less <see cref="Cause.TargetNotPositive"/>.</param>
    /// <param name="share">The share of the whole, such as 16.</param>
    /// <param name="shareOf">What the share is a part of, such as 31.</param>
    /// <param name="lowerIsBetter">Whether less is better for this fact: the ratio is then whole to part, and a part of 0 lies above every cut.</param>
    public static Measure<TFact> Ratio<TFact>(
        Expression<Func<TFact, decimal?>> part, Expression<Func<TFact, decimal?>> whole, Expression<Func<TFact, int?>> share,
        Expression<Func<TFact, int?>> shareOf, Expression<Func<TFact, bool>>? lowerIsBetter = null)
        where TFact : class =>
        new RatioMeasure<TFact>(
            new(part), new(whole), lowerIsBetter is null ? null : new(lowerIsBetter), new Proportion<TFact>(new(share), new(shareOf)));

    /// <summary>The same of a fact that may say why it has no part, and of what several things part and whole are made.</summary>
    internal static Measure<TFact> Ratio<TFact>(
        Expression<Func<TFact, decimal?>> part, Expression<Func<TFact, decimal?>> whole, Expression<Func<TFact, int?>> share,
        Expression<Func<TFact, int?>> shareOf, Expression<Func<TFact, string?>> whyNoPart, Expression<Func<TFact, string?>> about, IReadOnlyList<Cause> causes,
        Expression<Func<TFact, string?>> madeOf)
        where TFact : class =>
        new RatioMeasure<TFact>(new(part), new(whole), lowerIsBetter: null, new Proportion<TFact>(new(share), new(shareOf)))
        {
            Why = new(new(whyNoPart), new(about), causes),
            MadeOf = new(madeOf),
        };

    /// <summary>
    /// The ratio of a quotient to an earlier one, such as a deal size to that of the period before; compared by multiplication, never by dividing.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="part">What is divided; missing is <see cref="Cause.NoActual"/>.</param>
    /// <param name="whole">By what it is divided; missing is <see cref="Cause.NoTarget"/>, 0 or less <see cref="Cause.TargetNotPositive"/>.</param>
    /// <param name="partBefore">What was divided earlier; missing and 0 or less as of <paramref name="whole"/>.</param>
    /// <param name="wholeBefore">By what it was divided; missing and 0 or less as of <paramref name="whole"/>.</param>
    public static Measure<TFact> Growth<TFact>(
        Expression<Func<TFact, decimal?>> part, Expression<Func<TFact, decimal?>> whole,
        Expression<Func<TFact, decimal?>> partBefore, Expression<Func<TFact, decimal?>> wholeBefore)
        where TFact : class =>
        new GrowthMeasure<TFact>(new(part), new(whole), new(partBefore), new(wholeBefore), isOfAnyBase: false);

    /// <summary>The same of a mean, which lies above or below an earlier one of 0 or less too.</summary>
    internal static Measure<TFact> Trend<TFact>(
        Expression<Func<TFact, decimal?>> sum, Expression<Func<TFact, decimal?>> count,
        Expression<Func<TFact, decimal?>> sumBefore, Expression<Func<TFact, decimal?>> countBefore)
        where TFact : class =>
        new GrowthMeasure<TFact>(new(sum), new(count), new(sumBefore), new(countBefore), isOfAnyBase: true);

    /// <summary>
    /// Full calendar months from a date to an optional end, or to the evaluation date while there is none: the month from 31 January ends on the last day of
    /// February. A value between whole months counts as the whole ones that are over.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="from">The start; a missing start is <see cref="Cause.NoStart"/>.</param>
    /// <param name="until">
    /// The end, if the fact has one; an end after the evaluation date has not happened yet, one before the start is <see cref="Cause.EndBeforeStart"/>.
    /// </param>
    public static Measure<TFact> Months<TFact>(Expression<Func<TFact, DateOnly?>> from, Expression<Func<TFact, DateOnly?>>? until = null)
        where TFact : class =>
        new MonthsMeasure<TFact>(Unit.Months, new(from), until is null ? null : new(until));

    /// <summary>Full calendar years, as <see cref="Months"/>: a year from 29 February ends on 28 February where the year has no 29.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="from">The start; a missing start is <see cref="Cause.NoStart"/>.</param>
    /// <param name="until">
    /// The end, if the fact has one; an end after the evaluation date has not happened yet, one before the start is <see cref="Cause.EndBeforeStart"/>.
    /// </param>
    public static Measure<TFact> Years<TFact>(Expression<Func<TFact, DateOnly?>> from, Expression<Func<TFact, DateOnly?>>? until = null)
        where TFact : class =>
        new MonthsMeasure<TFact>(Unit.Years, new(from), until is null ? null : new(until));

    /// <summary>
    /// The mean of scores, or another quotient, such as tickets per agent: the sum is compared with a cut times the number, never divided. What a guard of the
    /// rule asks first has a cause of its own (<see cref="Rule{TFact}.Guards"/>).
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="sum">The sum; missing is <see cref="Cause.NoActual"/>.</param>
    /// <param name="count">How many they are; missing is <see cref="Cause.NoTarget"/>, 0 or less <see cref="Cause.TargetNotPositive"/>.</param>
    /// <param name="unit">What it is a mean of, in words; <c>null</c> for the bare number, and for money.</param>
    /// <exception cref="ArgumentException">A word of the unit is empty or has blanks around it, or invisible characters or braces in it.</exception>
    public static Measure<TFact> Mean<TFact>(
        Expression<Func<TFact, decimal?>> sum, Expression<Func<TFact, decimal?>> count, UnitName? unit = null)
        where TFact : class =>
        new RatioMeasure<TFact>(
            new(sum), new(count), lowerIsBetter: null, share: null, AccountRules.Unit.Amount, UnitName.Checked(unit, nameof(unit)));

    /// <summary>Money, a count, a score, or an amount of anything else: <c>Measure.Amount&lt;Course&gt;(c =&gt; c.Hours, new("hour", "hours"))</c>.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="amount">The amount; missing is <see cref="Cause.NoAmount"/>, unless a guard of the rule says otherwise before.</param>
    /// <param name="unit">What it is an amount of, in words; <c>null</c> for the bare number, and for money.</param>
    /// <exception cref="ArgumentException">A word of the unit is empty or has blanks around it, or invisible characters or braces in it.</exception>
    public static Measure<TFact> Amount<TFact>(Expression<Func<TFact, decimal?>> amount, UnitName? unit = null)
        where TFact : class =>
        new AmountMeasure<TFact>(new(amount), UnitName.Checked(unit, nameof(unit)));
}
