namespace AccountRules.Reference;

/// <summary>One row of a pay table; the lowest has no beginning.</summary>
/// <param name="Band">Its name.</param>
/// <param name="Begins">Where it begins.</param>
/// <param name="IsAbove">Whether what begins there lies above it.</param>
/// <param name="Factor">What it pays.</param>
/// <param name="Programme">The programme that it enters.</param>
internal sealed record PayTableRow(string Band, decimal? Begins, bool IsAbove, decimal Factor, string? Programme = null)
{
    /// <summary>What it pays where the next row begins; none where it pays the one factor.</summary>
    public decimal? FactorTo { get; init; }

    public bool Holds(Fraction actual, Fraction target)
    {
        if (Begins is not { } begins)
            return true;

        var cut = Fraction.Of(begins) * target;
        return IsAbove ? actual > cut : actual >= cut;
    }
}
