namespace AccountRules.Samples.Crm;

/// <summary>A clock that begins at a moment of the sample's data, goes on from there, and can be put forward by a day.</summary>
internal sealed class SampleTime(DateTimeOffset beginning) : TimeProvider
{
    private readonly long started = System.GetTimestamp();
    private int days;

    public override DateTimeOffset GetUtcNow() => beginning + System.GetElapsedTime(started) + TimeSpan.FromDays(Volatile.Read(ref days));

    public void PutForwardADay() => Interlocked.Increment(ref days);
}
