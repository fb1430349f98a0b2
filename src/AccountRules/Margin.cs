namespace AccountRules;

/// <summary>How far a value is from a neighbouring cut. Immutable; equal by value.</summary>
/// <param name="Distance">The distance to the cut, 0 or more, in the rule's unit: a ratio's as a ratio (0.024 is 2.4 points), days as the days left in the band, or gone by since the band below.</param>
/// <param name="Unit">The rule's unit.</param>
/// <param name="Cut">The cut.</param>
/// <param name="Band">The band on the other side of the cut.</param>
/// <param name="IsUpward">Whether that band lies above the value's own.</param>
public readonly record struct Margin(decimal Distance, Unit Unit, Cut Cut, string Band, bool IsUpward)
{
    /// <summary>The margin for people: <c>2.4 points to Full</c>, <c>9 days left before OverLimit</c>, <c>250 above Standard</c>.</summary>
    public override string ToString() => Unit switch
    {
        Unit.Days => $"{Texts.Days((int)Distance)} {(IsUpward ? "left before" : "past")} {Band}",
        Unit.Ratio => $"{Texts.Points(Distance)} {(IsUpward ? "to" : "above")} {Band}",
        _ => $"{Texts.Number(Distance)} {(IsUpward ? "to" : "above")} {Band}",
    };
}
