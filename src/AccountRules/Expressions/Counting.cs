using System.Linq.Expressions;
using AccountRules.Wording;

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

    /// <summary>Why a fact's days cannot be counted, to follow its name; <c>null</c> for other causes.</summary>
    public string? Because(TFact fact, Cause cause) =>
        cause == Cause.UnknownCalendar
            ? Message.Of($"goes by calendar `{NameOf(fact)}`, and the policy has {Texts.Listed([.. days.Named.Select(c => c.Name)])}")
        : cause == Cause.OutsideCalendar && CalendarOf(fact) is { } by
            ? Message.Of($"has days that calendar {by} does not know: it goes from {Texts.Date(by.From)} to {Texts.Date(by.Until)}")
        : null;

    /// <summary>By which calendar the days of a fact were counted after one up to another, and which were not since it stood still.</summary>
    public string Stood(TFact fact, long? start, long last)
    {
        var by = CalendarOf(fact) is { } known ? Message.Of($" Working days are those of calendar {known}.") : "";
        return PausesOf(fact)?.Where(p => p.From.DayNumber <= last && (p.Until is not { } until || until.DayNumber > start)).ToArray() is { Length: > 0 } stood
            ? by + Message.Of($" Not counted: {string.Join("; ", stood.Select(p => Said(p, last)))}.")
            : by;
    }

    private static string Said(Pause pause, long last) =>
        pause.Until is not { } until || until.DayNumber > last ? Message.Of($"from {Texts.Date(pause.From)} on ({pause.Reason})")
        : until == pause.From ? Message.Of($"{Texts.Date(until)} ({pause.Reason})")
        : Message.Of($"{Texts.Date(pause.From)} to {Texts.Date(until)} ({pause.Reason})");

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
