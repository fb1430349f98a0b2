using AccountRules.Facts;

namespace AccountRules.Tests.Evaluation;

/// <summary>"The same fact twice is a duplicate: the first counts, the others are Undetermined with that cause."</summary>
public sealed class AssessOnceTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void PayPeriod_ThatComesTwice_IsPaidOnce()
    {
        PayPeriod[] pay = [Pay("7", 1, 0.9m), Pay("7", 2, 0.9m), Pay("7", 1, 0.9m), Pay("8", 1, 0.9m)];

        var rows = Policy.Default.PerformancePay.AssessOnce(pay, Day).ToArray();

        Assert.Equal([Standing.Graded, Standing.Graded, Standing.Undetermined, Standing.Graded], rows.Select(r => r.Standing));
        Assert.Equal((Cause.Duplicate, (decimal?)null, false), (rows[2].Cause, rows[2].Payable, rows[2].IsStale));
        Assert.Equal("Employee 7 in 2026-01 has more than one row; the first one counts.", rows[2].Reason);
        Assert.Equal(new PayableTotal(3000.00m, 3, 1), Payables.Total(rows));
        Assert.Equal(rows[2].Reason, rows[2].ToRecord().Reason);
    }

    [Fact]
    public void Order_ThatComesTwice_ChangesOnNoDate()
    {
        var order = new FteOrder { OrderId = "1042", OrderedOn = new(2026, 11, 1) };

        var rows = Policy.Default.FteFulfillment.AssessOnce([order, order], Day).ToArray();

        Assert.Equal([Standing.OnTrack, Standing.Undetermined], rows.Select(r => r.Standing));
        Assert.Equal([new DateOnly(2027, 1, 16), null], rows.Select(r => r.ChangesOn));
    }

    [Fact]
    public void Plans_WithoutAStart_AreToldApartByNothing()
    {
        var plan = new ImprovementPlan { EmployeeId = "7", StartedOn = null, EndsOn = null };
        Assert.Equal([Cause.NoStart, Cause.NoStart], Policy.Default.ImprovementPlan.AssessOnce([plan, plan], Day).Select(a => a.Cause));
    }

    [Fact]
    public void Facts_AssessedOnceAgain_AreTheSame()
    {
        var once = Policy.Default.PerformancePay.AssessOnce([Pay("7", 1, 0.9m), Pay("7", 1, 0.9m)], Day);
        Assert.Equal(once.Select(a => a.Cause), once.Select(a => a.Cause));
        Assert.Throws<ArgumentException>(() => Policy.Default.PerformancePay.AssessOnce([null!], Day).Count());
    }

    [Fact]
    public void HostsRows_ThatTheMappingTellsApart_CountOnce()
    {
        var rule = Policy.Default.FteFulfillment.For<Row>(r => new FteOrder { OrderId = r.Number, OrderedOn = r.On, FulfilledOn = null });
        Assert.Equal(
            [Cause.None, Cause.None, Cause.Duplicate],
            rule.AssessOnce([new("1", Day), new("2", Day), new("1", Day.AddDays(-1))], Day).Select(a => a.Cause));
    }

    private static PayPeriod Pay(string employee, int month, decimal actual) =>
        new() { EmployeeId = employee, Period = Period.Month(2026, month), Target = 1, Actual = actual, CommittedPay = 1000 };

    private sealed record Row(string Number, DateOnly On);
}
