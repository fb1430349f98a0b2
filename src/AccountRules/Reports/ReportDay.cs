namespace AccountRules;

/// <summary>A day to come, in a <see cref="ReportSheet"/>. Immutable; equal by value.</summary>
public sealed record ReportDay
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>
    /// How many changes come on it, by the standing that they lead to. One to another band of the same standing counts where something can be done against it.
    /// </summary>
    public required StandingCounts Changes { get; init; }
}
