using System.Globalization;
using System.Runtime.CompilerServices;
using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>What is removed from a monitor is held by nothing in it: neither the fact nor the group that was made of it.</summary>
public sealed class MonitorForgetsTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly Period Month = Period.Month(2026, 5);
    private readonly PolicyMonitor monitor = new(Policy.Parse("""{ "keyAccount": { "entryThreshold": 100 } }"""), Day);

    [Fact]
    public void FactByItself_IsForgotten() => Forgets(FteOrder.Shape, id => new FteOrder { OrderId = id, OrderedOn = Day });

    [Fact]
    public void FactOfARollUp_IsForgotten() => Forgets(
        KpiResult.Shape, id => new KpiResult { EmployeeId = id, Kpi = "calls", Period = Month, Target = 1, Actual = 1 });

    [Fact]
    public void FactOfATrack_IsForgotten() => Forgets(AccountRevenue.Shape, id => new AccountRevenue { AccountId = id, Period = Month, Revenue = 100 });

    [Fact]
    public void FactOfAGathering_IsForgotten() => Forgets(
        SurveyResponse.Shape, id => new SurveyResponse { SurveyId = "1" + id, AccountId = id, Period = Month, Score = 5 });

    private void Forgets<TFact>(FactShape<TFact> shape, Func<string, TFact> fact)
        where TFact : class
    {
        var ids = Enumerable.Range(0, 300).Select(i => AddAndRemove(shape, fact, i)).ToArray();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // The last one may still be in a register or a buffer.
        Assert.InRange(ids.Count(id => id.IsAlive), 0, 2);
        Assert.Equal(0, monitor.Counts.Sum(count => count.Count));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference AddAndRemove<TFact>(FactShape<TFact> shape, Func<string, TFact> fact, int number)
        where TFact : class
    {
        var id = number.ToString("000000", CultureInfo.InvariantCulture);
        var added = fact(id);
        monitor.Add(added);
        monitor.Remove<TFact>(shape.KeyOf(added));
        return new(id);
    }
}
