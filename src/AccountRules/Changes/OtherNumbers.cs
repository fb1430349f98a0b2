namespace AccountRules.Changes;

/// <summary>Other numbers in a term's place.</summary>
internal static class OtherNumbers
{
    public static IEnumerable<(MutationKind Kind, object Number)> Of(Term term, object value, Unit? unit)
    {
        var number = value is int whole ? whole : (decimal)value;
        var step = Step(term, number);
        yield return (MutationKind.Lower, As(number - step));
        yield return (MutationKind.Higher, As(number + step));
        if (value is decimal)
            yield return (MutationKind.Unit, As(number / 100));
        else if (unit is Unit.Days or Unit.Years && number <= 10_000)
            yield return (MutationKind.Unit, As(number * (unit == Unit.Days ? 7 : 12)));

        object As(decimal other) => value is int ? (object)(int)other : other;
    }

    /// <summary>One in the last place that is declared: of a ratio at least the fourth, of an amount the second.</summary>
    public static decimal Step(Term term, decimal value) =>
        term.Kind == TermKind.Whole ? 1m : new decimal(1, 0, 0, isNegative: false, (byte)Math.Max(value.Scale, term.IsRatio ? 4 : 2));

    /// <summary>The least that a decimal of this size holds.</summary>
    public static decimal Least(decimal value)
    {
        var places = 28;
        for (var size = Math.Abs(value); size >= 1 && places > 0; size /= 10)
            places--;

        return new(1, 0, 0, isNegative: false, (byte)places);
    }
}
