namespace AccountRules.Samples.Monitor;

/// <summary>The system's clock, put forward or back.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    /// <summary>A clock that shows a moment now.</summary>
    public static ShiftedTime Beginning(DateTimeOffset now) => new(now - System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
