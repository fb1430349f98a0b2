using AccountRules;
using AccountRules.Facts;
using AccountRules.Testing;

namespace PolicyChange;

/// <summary>What the proposed policy pays, in literal amounts, and what it costs on last years' data.</summary>
public class PayTests
{
    [Theory]
    [InlineData(70, "1000.10", "500.05")]
    [InlineData(70, "1000.05", "500.03")]     // 500.025: half a cent goes up
    [InlineData(70, "1000.01", "500.01")]     // 500.005
    [InlineData(50, "1000.01", "400.00")]     // 400.004
    public void Pay_OfAPeriodThatHasEnded_IsRoundedToTheCent(int actual, string committed, string payable) =>
        PolicyAssert.Stands(Policies.Tested.PerformancePay, Pay(actual, Number(committed)), new(1998, 5, 1), Standing.Graded, payable: Number(payable));

    [Fact]
    public void Pay_WhileThePeriodRuns_WaitsForItsEnd() =>
        PolicyAssert.Stands(Policies.Tested.PerformancePay, Pay(70, 1000), new(1998, 4, 30), Standing.OnTrack, "Partial");

    [Fact]
    public void Change_OnTheSampleData_TakesTwentyOneHundredOfThirteenPayPeriods()
    {
        var impact = new PolicyImpact(Policies.InForce, Policies.Tested, new(1998, 5, 6));
        var pay = impact.Collect(Policies.InForce.PerformancePay);
        foreach (var period in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "performance-pay.csv")).Skip(1).Select(Parse))
            pay.Add(period);

        Assert.Equal((187L, 13L), (impact.Rules[0].Facts, impact.Rules[0].Changed));
        Assert.Equal(-2100.00m, impact.Pay!.Difference);
    }

    private static PayPeriod Pay(decimal actual, decimal committed) =>
        new() { EmployeeId = "7", Period = Period.Month(1998, 4), Target = 100, Actual = actual, CommittedPay = committed };

    private static PayPeriod Parse(string line)
    {
        var cells = line.Split(',');
        return new()
        {
            EmployeeId = cells[0],
            Period = Period.Parse(cells[1]),
            Target = Number(cells[2]),
            Actual = Number(cells[3]),
            CommittedPay = Number(cells[4]),
        };
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
