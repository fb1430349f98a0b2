namespace AccountRules;

/// <summary>The standings in an order of their own; one that a list does not name comes last, and is never left out.</summary>
internal static class StandingOrder
{
    /// <summary>All standings, those that are listed first.</summary>
    public static Standing[] Of(params Standing[] listed) => [.. listed, .. Enum.GetValues<Standing>().Except(listed)];
}
