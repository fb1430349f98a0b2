using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What tells the facts of one type apart: the subject, with its period and part (such as a KPI) where the fact has them, and with the
/// start where one subject has several facts, such as improvement plans. A text is the key of a fact that has only a subject. Immutable; equal by value.
/// </summary>
/// <param name="Subject">The id of the order, item, account or employee.</param>
/// <param name="Period">The period that the fact is of, if any.</param>
/// <param name="Part">What the fact is of beside its subject, such as a KPI, if anything.</param>
/// <param name="StartedOn">The start that tells it from the subject's other facts, if any.</param>
public readonly record struct FactKey(string Subject, Period? Period = null, string? Part = null, DateOnly? StartedOn = null) : IComparable<FactKey>
{
    internal bool IsSubjectOnly => Period is null && Part is null && StartedOn is null;

    /// <summary>The key of a fact that has only a subject.</summary>
    /// <param name="subject">The subject.</param>
    public static implicit operator FactKey(string subject) => new(subject);

    /// <summary>
    /// Orders by subject, then by the kind of period (days, weeks, months, quarters, half-years, years), then by period, part and start; texts by their ordinal
    /// value.
    /// </summary>
    /// <param name="other">The key to compare with.</param>
    public int CompareTo(FactKey other)
    {
        var order = string.CompareOrdinal(Subject, other.Subject);
        if (order == 0)
            order = (Period?.Kind ?? 0).CompareTo(other.Period?.Kind ?? 0);

        if (order == 0)
            order = Period.GetValueOrDefault().CompareTo(other.Period.GetValueOrDefault());

        if (order == 0)
            order = string.CompareOrdinal(Part, other.Part);

        return order != 0 ? order : Nullable.Compare(StartedOn, other.StartedOn);
    }

    /// <summary>Whether the first key comes before the second.</summary>
    public static bool operator <(FactKey left, FactKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first key comes after the second.</summary>
    public static bool operator >(FactKey left, FactKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first key comes before the second, or is it.</summary>
    public static bool operator <=(FactKey left, FactKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first key comes after the second, or is it.</summary>
    public static bool operator >=(FactKey left, FactKey right) => left.CompareTo(right) >= 0;

    /// <summary>The parts that there are, such as <c>calls of ann in 2026-03</c>; <c>none</c> in the place of a subject that is not there.</summary>
    public override string ToString() =>
        (Part is null ? "" : $"{Part} of ")
            + (string.IsNullOrEmpty(Subject) ? "none" : Subject)
            + (Period is { } period ? $" in {period}" : "")
            + (StartedOn is { } start ? $" from {Texts.Date(start)}" : "");
}
