namespace AccountRules;

/// <summary>Which side of a cut owns the cut itself.</summary>
public enum Edge : byte
{
    /// <summary>The cut itself belongs to the band that it opens (<c>&gt;=</c>).</summary>
    From,

    /// <summary>The cut itself belongs to the band below (<c>&gt;</c>).</summary>
    Above,
}
