using AccountRules.Facts;

namespace AccountRules.Tests.Languages;

/// <summary>Sentences that are longer than the room that one is begun with.</summary>
public sealed class LongTextTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData(200)]
    [InlineData(240)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void Reason_OfALongId_IsWhole(int length)
    {
        var id = new string('7', length);
        var order = new FteOrder { OrderId = id, OrderedOn = Day.AddDays(-3) };
        var month = Period.Month(2026, 10);
        var result = new KpiResult { EmployeeId = id, Kpi = id, Period = month, Target = 10, Actual = 9, Direction = Direction.HigherIsBetter };
        Assert.Equal($"Order {id} is open for 3 of 90 days, due 2027-02-16.", Policy.Default.FteFulfillment.Assess(order, Day).Reason);
        Assert.Equal($"KPI {id} of {id} in 2026-10 attained 90 %; Met is above 85 %.", Policy.Default.KpiAttainment.Assess(result, Day).Reason);
        Assert.Equal("Order 7 is open for 3 of 90 days, due 2027-02-16.", Policy.Default.FteFulfillment.Assess(order with { OrderId = "7" }, Day).Reason);
    }
}
