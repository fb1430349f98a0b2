using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>How the days of a kind of fact are counted: by which calendar, and less which pauses.</summary>
internal sealed class Counting<TFact>
    where TFact : class
{
    private readonly DayCount days;
    private readonly Selector<TFact, Pauses?>? pauses;
    private readonly Selector<TFact, string?>? calendar;

    private Counting(DayCount days, Selector<TFact, Pauses?>? pauses, Selector<TFact, string?>? calendar) =>
        (this.days, this.pauses, this.calendar) = (days, pauses, calendar);

    /// <summary>The count; <c>null</c> where every day is counted.</summary>
    public static Counting<TFact>? Of(DayCount days, ShapeReader<TFact> shape)
    {
        var stood = IsNone(shape.Pauses) ? null : shape.Pauses;
        return days.IsCalendarDays && stood is null ? null : new(days, stood, days.IsCalendarDays || IsNone(shape.Calendar) ? null : shape.Calendar);
    }

    /// <summary>The same of one fact in an expression.</summary>
    public CountedFact On(ParameterExpression fact) => new(
        days, pauses?.On(fact) ?? Expression.Constant(null, typeof(Pauses)), calendar?.On(fact) ?? Expression.Constant(null, typeof(string)));

    /// <summary>The calendar by which a fact's days are counted; <c>null</c> where all are, or it names one that is unknown.</summary>
    public WorkingCalendar? CalendarOf(TFact fact) => days.Of(NameOf(fact));

    /// <summary>The calendar that a fact names, if it does.</summary>
    public string? NameOf(TFact fact) => calendar?.Of(fact);

    /// <summary>Whether all days of a fact are counted.</summary>
    public bool IsPlain(TFact fact) => days.IsCalendarDays && PausesOf(fact) is null;

    /// <summary>The pauses of a fact, where it has any.</summary>
    public Pauses? PausesOf(TFact fact) => pauses?.Of(fact) is { Count: > 0 } some ? some : null;

    /// <summary>The day that is so many counted days after the start of a fact; <c>null</c> where that is not known.</summary>
    public DateOnly? DayOn(TFact fact, DateOnly start, int count) =>
        days.DayOn(start.DayNumber, count, PausesOf(fact), NameOf(fact)) is >= 0 and < DayCount.Never and var day ? DateOnly.FromDayNumber((int)day) : null;

    /// <summary>What is read off a fact to count its days, by the name of the part that it plays.</summary>
    public IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        if (!days.IsCalendarDays)
            yield return RecordedValue.Of("calendar", CalendarOf(fact)?.ToString() ?? NameOf(fact));

        if (PausesOf(fact) is { } stood)
            yield return RecordedValue.Of("pauses", stood.ToString());
    }

    private static bool IsNone<TValue>(Selector<TFact, TValue>? selector) => selector is null or { Lambda.Body: ConstantExpression { Value: null } }
        or { Lambda.Body: UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression { Value: null } } };
}
