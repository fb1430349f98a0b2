namespace AccountRules;

/// <summary>What the factor of a band applies to.</summary>
public enum PayTableKind : byte
{
    /// <summary>The factor of the band that the value lies in applies to the whole amount.</summary>
    WholeAmount,

    /// <summary>
    /// The factor of each band applies to that part of the value which lies in the band, from 0 up: the parts are added up. With 5 % up to 100 and 8 % above,
    /// 150 makes 5 % of 100 and 8 % of 50.
    /// </summary>
    Marginal,
}
