using AccountRules.Wording;

namespace AccountRules;

/// <summary>How far a value is from a neighbouring cut. Immutable; equal by value.</summary>
/// <param name="Distance">
/// The distance to the cut, 0 or more, in the rule's unit: a ratio's as a ratio (0.024 is 2.4 points), days as the days left in the band, or gone by since the
/// band below.
/// </param>
/// <param name="Unit">The rule's unit.</param>
/// <param name="Cut">The cut.</param>
/// <param name="Band">The band on the other side of the cut.</param>
/// <param name="IsUpward">Whether that band lies above the value's own.</param>
public readonly record struct Margin(decimal Distance, Unit Unit, Cut Cut, string Band, bool IsUpward)
{
    /// <summary>
    /// How much more the actual would be at the cut, in the actual's own unit; negative where it would be less. 653.60 for an actual of 39,346.40, a target of
    /// 50,000 and a cut at 80 %. <c>null</c> where the unit is not <see cref="Unit.Ratio"/>, and where no decimal holds it; a number without an end is cut
    /// after 28 digits.
    /// </summary>
    public decimal? ActualToCut { get; init; }

    /// <summary>Whether the days are working days, as the rule counts them (<see cref="DeadlineRule{TFact}.Days"/>).</summary>
    public bool IsOfWorkingDays { get; init; }

    /// <summary>What the distance is an amount of, such as hours; <c>null</c> where it is none, or nothing is said of it.</summary>
    public UnitName? UnitName { get; init; }

    /// <summary>The currency of the distance, or of <see cref="ActualToCut"/>, where that is money and one is named; else <c>null</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The margin for people: <c>9 days left before OverLimit</c>, <c>250 above Standard</c>, <c>2.4 points to Full; 2.4 more reaches 80 %, which must be
    /// exceeded</c>, and on the cut itself <c>must exceed 80 % for Full</c>.
    /// </summary>
    public override string ToString() => Language.Spoken is null ? Said() : In(Language.English);

    /// <summary>The same in a language.</summary>
    /// <param name="language">The language.</param>
    public string In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var margin = this;
        return language.Speak(() => margin.Said());
    }

    internal string Said() => Unit switch
    {
        Unit.Days => IsUpward ? Message.Of($"{InDays} left before {Other}") : Message.Of($"{InDays} past {Other}"),
        Unit.Ratio or Unit.Amount when Distance == 0 => IsUpward
            ? Message.Of($"must exceed {InUnit(Cut.At)}{(Unit == Unit.Amount ? CurrencyWords.After(Currency) : "")} for {Other}")
            : Message.Of($"any less is {Other}"),
        Unit.Ratio => $"{To(Texts.Points(Distance))}{InActuals}",
        Unit.Amount => To($"{InUnit(Distance)}{CurrencyWords.After(Currency)}"),
        _ => To(InUnit(Distance)),
    };

    private Phrase InUnit(decimal value) => Texts.Measured(value, Unit, UnitName);

    private Phrase InDays => IsOfWorkingDays ? Texts.WorkingDays((int)Distance) : Texts.Days((int)Distance);

    private string Other => Message.Text(Band);

    private string To(string distance) => IsUpward ? Message.Of($"{distance} to {Other}") : Message.Of($"{distance} above {Other}");

    private string InActuals => (ActualToCut, IsUpward && Cut.Edge == Edge.Above) switch
    {
        (null, false) => "",
        (null, true) => Message.Of($"; {Texts.Percent(Cut.At)} must be exceeded"),
        ( < 0 and var less, false) => Message.Of($"; {Actual(-less)} less reaches {Texts.Percent(Cut.At)}"),
        ( < 0 and var less, true) => Message.Of($"; {Actual(-less)} less reaches {Texts.Percent(Cut.At)}, which must be exceeded"),
        ({ } more, false) => Message.Of($"; {Actual(more)} more reaches {Texts.Percent(Cut.At)}"),
        ({ } more, true) => Message.Of($"; {Actual(more)} more reaches {Texts.Percent(Cut.At)}, which must be exceeded"),
    };

    private string Actual(decimal change) => $"{Texts.AsWritten(change)}{CurrencyWords.After(Currency)}";
}
