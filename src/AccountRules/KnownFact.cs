namespace AccountRules;

/// <summary>
/// A fact that may say when it became known, the second of its two times: what it says is of a day or a period, and from <see cref="KnownOn"/> on it was there
/// to be read. All facts of <c>AccountRules.Facts</c> that are handed in are such. A fact of a host's own may be one, or name another property in
/// <see cref="FactShape{TFact}.KnownOn"/>. Immutable; equal by value.
/// </summary>
public abstract record KnownFact
{
    /// <summary>The day on which this row, as it is written, became known; <c>null</c> where it was always known.</summary>
    /// <remarks>
    /// On the day itself it is known. A row that says a fact anew has a later day: that does not tell facts apart, so that both are rows of one. Rules do not
    /// read it: <see cref="KnownFacts"/> chooses the rows before they are judged.
    /// </remarks>
    public DateOnly? KnownOn { get; init; }
}
